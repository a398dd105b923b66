package dev.sekisho.model.resolve;

import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.ClusterShapeFact;
import dev.sekisho.model.catalogue.Condition;
import dev.sekisho.model.catalogue.EgressRequirement;
import dev.sekisho.model.catalogue.Validity;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides which requirements a cluster has.
final class Applicability {
    private final Circumstances circumstances;
    private final Catalogue catalogue;
    private final Set<String> implied;

    Applicability(Circumstances circumstances, Catalogue catalogue) {
        this.circumstances = circumstances;
        this.catalogue = catalogue;
        this.implied = new LinkedHashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (EgressRequirement requirement : catalogue.requirements()) {
                if (!requirement.implies().isEmpty() && whyNot(requirement).isEmpty()) {
                    grown |= implied.addAll(requirement.implies());
                }
            }
        }
    }

    /// Why a cluster does not have a requirement.
    ///
    /// @param onPurpose whether it would apply had the user not left it out, or had the user asked for it
    /// @param sources ids of the sources that say so
    record Absence(String reason, boolean onPurpose, List<String> sources) {}

    /// Returns why the cluster does not have a requirement, or nothing where it has it.
    Optional<Absence> whyNot(EgressRequirement requirement) {
        boolean requested = isRequested(requirement);
        return cloud(requirement).or(() -> shape(requirement)).or(() -> feature(requirement))
                .or(() -> condition(requirement, requested)).or(() -> date(requirement))
                .or(() -> excluded(requirement));
    }

    /// Whether the user asks for a requirement: by its id, or by listing its feature.
    boolean isRequested(EgressRequirement requirement) {
        return isIncluded(requirement) || circumstances.cluster().has(requirement.feature());
    }

    boolean isIncluded(EgressRequirement requirement) {
        return circumstances.intent().options().include().contains(requirement.id());
    }

    private Optional<Absence> cloud(EgressRequirement requirement) {
        return requirement.clouds().contains(circumstances.cluster().cloud())
                ? Optional.empty()
                : absent("the sources list nothing for " + circumstances.cluster().cloud(), requirement);
    }

    private Optional<Absence> shape(EgressRequirement requirement) {
        for (String id : requirement.removedBy()) {
            Optional<ClusterShapeFact> shape = catalogue.shape(id)
                    .filter(fact -> circumstances.holds(fact.when(), false));
            if (shape.isPresent()) {
                return Optional.of(new Absence(id + ": " + shape.get().summary(), false, shape.get().sources()));
            }
        }
        return Optional.empty();
    }

    private Optional<Absence> feature(EgressRequirement requirement) {
        boolean on = circumstances.isFeatureOn(requirement.feature()) || implied.contains(requirement.id())
                || isIncluded(requirement);
        return on ? Optional.empty() : absent("the cluster does not have " + requirement.feature(), requirement);
    }

    private Optional<Absence> condition(EgressRequirement requirement, boolean requested) {
        Optional<Condition> unmet = circumstances.unmet(requirement.when(), requested);
        boolean onlyUnrequested = unmet.isPresent() && circumstances.holds(requirement.when(), true);
        return unmet.map(condition -> new Absence("only where " + condition, onlyUnrequested, requirement.sources()));
    }

    private Optional<Absence> date(EgressRequirement requirement) {
        Validity validity = requirement.validity(circumstances.cluster().cloud());
        LocalDate day = catalogue.day();
        boolean legacyWanted = circumstances.intent().options().legacyNames() || isIncluded(requirement);
        if (!validity.hasBegun(day)) {
            return absent("not in use before " + validity.since().orElse(day), requirement);
        }
        if (validity.isRetired(day) && !legacyWanted) {
            String instead = validity.replacement().map(by -> "; " + by + " takes its place").orElse("");
            return Optional.of(new Absence("retired on " + validity.until().orElse(day) + instead, true,
                    requirement.sources()));
        }
        return Optional.empty();
    }

    private Optional<Absence> excluded(EgressRequirement requirement) {
        return circumstances.intent().options().exclude().contains(requirement.id())
                ? Optional.of(new Absence("left out by options.exclude", true, List.of()))
                : Optional.empty();
    }

    private static Optional<Absence> absent(String reason, EgressRequirement requirement) {
        return Optional.of(new Absence(reason, false, requirement.sources()));
    }
}
