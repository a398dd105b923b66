package dev.sekisho.model.catalogue;

import dev.sekisho.model.cluster.Cloud;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Everything that is known about what AKS clusters must reach, seen from one day.
///
/// The order of all lists is the order of the files, so that the same catalogue always gives the same output. No clock is
/// asked: unless [#asOf] names another day, the catalogue is seen from the day of its facts.
public final class Catalogue {
    private final LocalDate factsDate;
    private final LocalDate day;
    private final Map<String, Source> sources;
    private final Map<String, FeatureDefinition> features;
    private final Map<String, ClusterShapeFact> shapes;
    private final Map<String, EgressRequirement> requirements;
    private final Map<String, BackingService> services;
    private final Map<String, Fact> facts;
    private final List<LegacyName> legacyNames;

    private Catalogue(LocalDate factsDate, LocalDate day, Map<String, Source> sources,
            Map<String, FeatureDefinition> features, Map<String, ClusterShapeFact> shapes,
            Map<String, EgressRequirement> requirements, Map<String, BackingService> services, Map<String, Fact> facts,
            List<LegacyName> legacyNames) {
        this.factsDate = factsDate;
        this.day = day;
        this.sources = sources;
        this.features = features;
        this.shapes = shapes;
        this.requirements = requirements;
        this.services = services;
        this.facts = facts;
        this.legacyNames = legacyNames;
    }

    /// The parts of a catalogue; each id appears once in its list.
    ///
    /// @param factsDate the day on which the facts were last compared with their sources
    public record Parts(LocalDate factsDate, List<Source> sources, List<FeatureDefinition> features,
            List<ClusterShapeFact> shapes, List<EgressRequirement> requirements, List<BackingService> services,
            List<Fact> facts, List<LegacyName> legacyNames) {}

    /// Returns a catalogue of these parts.
    ///
    /// @throws IllegalArgumentException if an id appears twice
    public static Catalogue of(Parts parts) {
        return new Catalogue(parts.factsDate(), parts.factsDate(), byId(parts.sources(), Source::id),
                byId(parts.features(), FeatureDefinition::id), byId(parts.shapes(), ClusterShapeFact::id),
                byId(parts.requirements(), EgressRequirement::id), byId(parts.services(), BackingService::id),
                byId(parts.facts(), Fact::id), List.copyOf(parts.legacyNames()));
    }

    /// Returns the same facts seen from another day: names that were not yet, or are no longer, in use then.
    public Catalogue asOf(LocalDate otherDay) {
        return new Catalogue(factsDate, otherDay, sources, features, shapes, requirements, services, facts,
                legacyNames);
    }

    /// The day on which the facts were last compared with their sources.
    public LocalDate factsDate() {
        return factsDate;
    }

    /// The day from which the catalogue is seen.
    public LocalDate day() {
        return day;
    }

    public List<EgressRequirement> requirements() {
        return List.copyOf(requirements.values());
    }

    public Optional<EgressRequirement> requirement(String id) {
        return Optional.ofNullable(requirements.get(id));
    }

    public List<BackingService> services() {
        return List.copyOf(services.values());
    }

    public Optional<BackingService> service(String id) {
        return Optional.ofNullable(services.get(id));
    }

    public List<FeatureDefinition> features() {
        return List.copyOf(features.values());
    }

    public Optional<FeatureDefinition> feature(String id) {
        return Optional.ofNullable(features.get(id));
    }

    /// The names that users may write in `features`.
    public Collection<String> featureIds() {
        return Collections.unmodifiableCollection(features.keySet());
    }

    /// The names that users may write in `service`.
    public Collection<String> serviceIds() {
        return Collections.unmodifiableCollection(services.keySet());
    }

    public List<ClusterShapeFact> shapes() {
        return List.copyOf(shapes.values());
    }

    public Optional<ClusterShapeFact> shape(String id) {
        return Optional.ofNullable(shapes.get(id));
    }

    public List<Fact> facts() {
        return List.copyOf(facts.values());
    }

    public Optional<Fact> fact(String id) {
        return Optional.ofNullable(facts.get(id));
    }

    public List<LegacyName> legacyNames() {
        return legacyNames;
    }

    public List<Source> sources() {
        return List.copyOf(sources.values());
    }

    public Optional<Source> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    /// Returns the citations of sources, in the order of the ids; an id that is no source stands for itself.
    public List<String> cite(List<String> sourceIds) {
        return sourceIds.stream().map(id -> source(id).map(Source::citation).orElse(id)).toList();
    }

    /// Whether a requirement is in use on the day of this view.
    public boolean isInForce(EgressRequirement requirement, Cloud cloud) {
        return requirement.clouds().contains(cloud) && requirement.validity(cloud).holds(day);
    }

    private static <T> Map<String, T> byId(List<T> values, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (T value : values) {
            if (byId.put(id.apply(value), value) != null) {
                throw new IllegalArgumentException("the id " + id.apply(value) + " appears twice");
            }
        }
        return Collections.unmodifiableMap(byId);
    }
}
