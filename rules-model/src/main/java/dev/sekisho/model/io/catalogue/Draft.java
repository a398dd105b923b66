package dev.sekisho.model.io.catalogue;

import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.ClusterShapeFact;
import dev.sekisho.model.catalogue.EgressRequirement;
import dev.sekisho.model.catalogue.Fact;
import dev.sekisho.model.catalogue.FeatureDefinition;
import dev.sekisho.model.catalogue.LegacyName;
import dev.sekisho.model.catalogue.Source;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Suggestions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A catalogue in the making: entries in order, each id once.
final class Draft {
    private final Diagnostics diagnostics;
    private LocalDate factsDate = LocalDate.EPOCH;
    private final Section<Source> sources;
    private final Section<FeatureDefinition> features;
    private final Section<ClusterShapeFact> shapes;
    private final Section<EgressRequirement> requirements;
    private final Section<BackingService> services;
    private final Section<Fact> facts;
    private final Section<LegacyName> legacyNames;

    Draft(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.sources = new Section<>("source", diagnostics);
        this.features = new Section<>("feature", diagnostics);
        this.shapes = new Section<>("shape", diagnostics);
        this.requirements = new Section<>("requirement", diagnostics);
        this.services = new Section<>("service", diagnostics);
        this.facts = new Section<>("fact", diagnostics);
        this.legacyNames = new Section<>("legacy name", diagnostics);
    }

    static Draft of(Catalogue base, Diagnostics diagnostics) {
        Draft draft = new Draft(diagnostics);
        draft.factsDate = base.factsDate();
        draft.sources.start(base.sources(), Source::id);
        draft.features.start(base.features(), FeatureDefinition::id);
        draft.shapes.start(base.shapes(), ClusterShapeFact::id);
        draft.requirements.start(base.requirements(), EgressRequirement::id);
        draft.services.start(base.services(), BackingService::id);
        draft.facts.start(base.facts(), Fact::id);
        draft.legacyNames.start(base.legacyNames(), LegacyName::name);
        return draft;
    }

    void factsDate(LocalDate date) {
        factsDate = date;
    }

    Section<Source> sources() {
        return sources;
    }

    Section<FeatureDefinition> features() {
        return features;
    }

    Section<ClusterShapeFact> shapes() {
        return shapes;
    }

    Section<EgressRequirement> requirements() {
        return requirements;
    }

    Section<BackingService> services() {
        return services;
    }

    Section<Fact> facts() {
        return facts;
    }

    Section<LegacyName> legacyNames() {
        return legacyNames;
    }

    /// Returns the catalogue, after it has been checked that all that entries refer to is there; nothing where it is not.
    Optional<Catalogue> finish() {
        new ReferenceCheck(this, diagnostics).check();
        if (diagnostics.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(Catalogue.of(new Catalogue.Parts(factsDate, sources.values(), features.values(),
                shapes.values(), requirements.values(), services.values(), facts.values(), legacyNames.values())));
    }

    /// Entries of one kind.
    static final class Section<T> {
        private final String what;
        private final Diagnostics diagnostics;
        private final Map<String, T> entries = new LinkedHashMap<>();

        Section(String what, Diagnostics diagnostics) {
            this.what = what;
            this.diagnostics = diagnostics;
        }

        void put(Entry<T> entry) {
            boolean exists = entries.containsKey(entry.id());
            if (exists && !entry.override()) {
                diagnostics.error("DUPLICATE_NAME", entry.at(),
                        "the " + what + " '" + entry.id() + "' is in the catalogue already",
                        "choose another id, or add override: true to take its place");
            } else if (!exists && entry.override()) {
                diagnostics.error("UNKNOWN_REFERENCE", entry.at(),
                        "there is no " + what + " '" + entry.id() + "' to override",
                        Suggestions.advice(entry.id(), "known", entries.keySet(), 5));
            } else {
                entries.put(entry.id(), entry.value());
            }
        }

        Collection<String> ids() {
            return entries.keySet();
        }

        Optional<T> find(String id) {
            return Optional.ofNullable(entries.get(id));
        }

        List<T> values() {
            return List.copyOf(entries.values());
        }

        private void start(List<T> values, Function<T, String> id) {
            values.forEach(value -> entries.put(id.apply(value), value));
        }
    }
}
