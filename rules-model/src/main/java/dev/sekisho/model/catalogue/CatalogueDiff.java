package dev.sekisho.model.catalogue;

import dev.sekisho.model.cluster.Cloud;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What came into use and what went out of use between two days, as far as the catalogue knows dates.
///
/// @param from first day
/// @param to last day
/// @param changes by cloud and in the order of the catalogue
public record CatalogueDiff(LocalDate from, LocalDate to, List<Change> changes) {

    /// What happened to a destination.
    public enum Kind {
        ADDED("added"), REMOVED("removed"), REPLACED("replaced");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /// Returns the name that output uses.
        public String text() {
            return text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// One change of one requirement in one cloud.
    ///
    /// @param on the day of the change
    /// @param destinations what was added or removed
    /// @param replacement what takes its place, for a replaced one
    /// @param note what the announcement says
    public record Change(Kind kind, String id, Cloud cloud, LocalDate on, List<String> destinations,
            List<String> replacement, String note, List<String> references) {
        public Change {
            destinations = List.copyOf(destinations);
            replacement = List.copyOf(replacement);
            references = List.copyOf(references);
        }
    }

    public CatalogueDiff {
        changes = List.copyOf(changes);
    }

    /// Compares the catalogue as of one day with the catalogue as of a later one.
    ///
    /// @throws IllegalArgumentException if `to` is before `from`
    public static CatalogueDiff between(Catalogue catalogue, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
        List<Change> changes = new ArrayList<>();
        for (Cloud cloud : Cloud.values()) {
            for (EgressRequirement requirement : catalogue.requirements()) {
                if (requirement.clouds().contains(cloud)) {
                    change(catalogue, requirement, cloud, from, to).ifPresent(changes::add);
                }
            }
        }
        return new CatalogueDiff(from, to, changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    private static Optional<Change> change(Catalogue catalogue, EgressRequirement requirement, Cloud cloud,
            LocalDate from, LocalDate to) {
        Validity validity = requirement.validity(cloud);
        if (validity.holds(from) == validity.holds(to)) {
            return Optional.empty();
        }
        boolean added = validity.holds(to);
        List<String> replacement = added ? List.of() : replacement(catalogue, validity, cloud);
        Kind kind = added ? Kind.ADDED : replacement.isEmpty() ? Kind.REMOVED : Kind.REPLACED;
        LocalDate on = (added ? validity.since() : validity.until()).orElse(to);
        return Optional.of(new Change(kind, requirement.id(), cloud, on, names(requirement, cloud), replacement,
                validity.note(), catalogue.cite(requirement.sources())));
    }

    // The replacement is the id of a requirement, whose names are shown, or a name as it is.
    private static List<String> replacement(Catalogue catalogue, Validity validity, Cloud cloud) {
        return validity.replacement()
                .map(id -> catalogue.requirement(id).map(by -> names(by, cloud)).orElse(List.of(id)))
                .orElse(List.of());
    }

    private static List<String> names(EgressRequirement requirement, Cloud cloud) {
        return requirement.destinations(cloud).stream().map(Destination::toString).toList();
    }
}
