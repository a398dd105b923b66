package dev.sekisho.model.resolve;

import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.Caution;
import dev.sekisho.model.catalogue.ClusterShapeFact;
import dev.sekisho.model.catalogue.Fact;
import dev.sekisho.model.catalogue.FeatureDefinition;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;

/// Tells what the facts about shapes, features, routing and names have to say to the operator of this cluster.
final class Gotchas {
    private final Circumstances circumstances;
    private final Catalogue catalogue;
    private final Findings findings;

    Gotchas(Circumstances circumstances, Catalogue catalogue, Findings findings) {
        this.circumstances = circumstances;
        this.catalogue = catalogue;
        this.findings = findings;
    }

    void tell() {
        SourceLocation cluster = circumstances.intent().at();
        for (ClusterShapeFact shape : catalogue.shapes()) {
            if (circumstances.holds(shape.when(), false)) {
                tell(shape.cautions(), cluster, shape.sources());
            }
        }
        for (FeatureDefinition feature : catalogue.features()) {
            if (circumstances.cluster().has(feature.id())) {
                tell(feature.cautions(), circumstances.placeOf(feature.id()), feature.sources());
            }
        }
        for (Fact fact : catalogue.facts()) {
            if (circumstances.holds(fact.when(), false)) {
                tell(fact.cautions(), cluster, fact.sources());
            }
        }
    }

    private void tell(List<Caution> cautions, SourceLocation at, List<String> sources) {
        for (Caution caution : cautions) {
            if (circumstances.holds(caution.when(), false)) {
                findings.tell(caution, "", at, sources);
            }
        }
    }
}
