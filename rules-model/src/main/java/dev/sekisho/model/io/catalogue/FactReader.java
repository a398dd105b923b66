package dev.sekisho.model.io.catalogue;

import dev.sekisho.model.catalogue.ClusterShapeFact;
import dev.sekisho.model.catalogue.Condition;
import dev.sekisho.model.catalogue.Fact;
import dev.sekisho.model.catalogue.FeatureDefinition;
import dev.sekisho.model.catalogue.FeatureDefinition.Parameter;
import dev.sekisho.model.catalogue.LegacyName;
import dev.sekisho.model.catalogue.Source;
import dev.sekisho.model.catalogue.Template;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads sources, features, shapes, facts and legacy names.
final class FactReader {
    private static final Condition NEVER = new Condition.Not(Condition.Always.ALWAYS);

    private final Diagnostics diagnostics;

    FactReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static Optional<Entry<Source>> source(Fields fields, Diagnostics diagnostics) {
        EntryFields keys = new EntryFields(fields, diagnostics);
        fields.require("title", "location");
        Source source = new Source(keys.text("id"), keys.text("title"), keys.text("location"), keys.day("date"),
                keys.text("revision"), keys.text("note"));
        return keys.entry("id", Optional.of(source));
    }

    Optional<Entry<FeatureDefinition>> feature(Fields fields) {
        EntryFields keys = new EntryFields(fields, diagnostics);
        fields.require("summary");
        List<Parameter> parameters = new ArrayList<>();
        for (Fields item : fields.mappings("parameters", "a parameter")) {
            EntryFields parameter = new EntryFields(item, diagnostics);
            item.require("name", "meaning");
            parameters.add(
                    new Parameter(parameter.text("name"), parameter.text("meaning"), parameter.texts("values")));
            item.finish();
        }
        FeatureDefinition feature = new FeatureDefinition(keys.text("id"), keys.text("summary"),
                keys.condition("automatic", NEVER), parameters, keys.cautions(), keys.sources(), keys.at());
        return keys.entry("id", Optional.of(feature));
    }

    Optional<Entry<ClusterShapeFact>> shape(Fields fields) {
        EntryFields keys = new EntryFields(fields, diagnostics);
        fields.require("summary", "when");
        ClusterShapeFact shape = new ClusterShapeFact(keys.text("id"), keys.text("summary"),
                keys.condition("when", NEVER), keys.cautions(), keys.sources(), keys.notes(), keys.at());
        return keys.entry("id", Optional.of(shape));
    }

    Optional<Entry<Fact>> fact(Fields fields) {
        EntryFields keys = new EntryFields(fields, diagnostics);
        fields.require("topic", "text");
        Fact fact = new Fact(keys.text("id"), keys.text("topic"), keys.text("text"),
                keys.condition("when", Condition.Always.ALWAYS), keys.cautions(), keys.confidence(), keys.sources(),
                keys.notes(), keys.at());
        return keys.entry("id", Optional.of(fact));
    }

    Optional<Entry<LegacyName>> legacyName(Fields fields) {
        EntryFields keys = new EntryFields(fields, diagnostics);
        fields.require("status");
        List<Template> hosts = fields.parseEach("hosts", Template::new);
        LegacyName name = new LegacyName(keys.text("name"), hosts, keys.text("replacement"), keys.text("status"),
                keys.day("until"), keys.confidence(), keys.sources(), keys.at());
        return keys.entry("name", Optional.of(name));
    }
}
