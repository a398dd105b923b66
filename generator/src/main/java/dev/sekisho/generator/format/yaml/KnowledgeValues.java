package dev.sekisho.generator.format.yaml;

import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.name.ServiceTagName;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The sections of an environment about what no resource says: addresses of service tags, names, threats, and the
/// readings chosen.
final class KnowledgeValues {
    private KnowledgeValues() {}

    static Value.Fields of(Environment environment) {
        SortedMap<String, List<?>> tags = new TreeMap<>();
        for (ServiceTagName tag : environment.serviceTags().names()) {
            environment.serviceTags().find(tag)
                    .ifPresent(addresses -> tags.put(tag.toString(), addresses.prefixes()));
        }
        Value.Fields sections = with(Value.Fields.NONE, "serviceTags", lists(tags));
        sections = with(sections, "fixtures", fixtures(environment.knowledge()));
        Readings readings = environment.readings();
        return readings.equals(Readings.RECOMMENDED)
                ? sections
                : sections.with("readings", Value.Fields.NONE
                        .with("serviceEndpointOverridable", new Value.Flag(readings.serviceEndpointOverridable()))
                        .with("inheritNat", new Value.Flag(readings.inheritNat()))
                        .with("dnatImplicitAllowOverridable",
                                new Value.Flag(readings.dnatImplicitAllowOverridable())));
    }

    private static Value.Fields fixtures(Knowledge knowledge) {
        Value.Fields fields = with(Value.Fields.NONE, "firewallDns", lists(knowledge.firewallDns()));
        fields = with(fields, "clientDns", lists(knowledge.clientDns()));
        fields = with(fields, "fqdnTags", lists(knowledge.fqdnTags()));
        Value.Fields categories = Value.Fields.NONE;
        for (Map.Entry<String, String> entry : knowledge.webCategories().entrySet()) {
            categories = categories.with(entry.getKey(), entry.getValue());
        }
        fields = with(fields, "webCategories", categories);
        fields = with(fields, "threatFeed",
                Value.Fields.NONE.withTexts("ips", knowledge.threatFeed().ips().prefixes()).withTexts("fqdns",
                        knowledge.threatFeed().fqdns()));
        fields = fields.withTexts("infrastructureFqdns", knowledge.infrastructureFqdns());
        return knowledge.learnedPrivateRanges().isEmpty()
                ? fields
                : fields.with("learnedPrivateRanges",
                        new Value.Items(Value.texts(knowledge.learnedPrivateRanges().get().prefixes())));
    }

    /// An empty list means something here: the name does not exist.
    private static Value.Fields lists(SortedMap<String, ? extends List<?>> map) {
        Value.Fields fields = Value.Fields.NONE;
        for (Map.Entry<String, ? extends List<?>> entry : map.entrySet()) {
            fields = fields.with(entry.getKey(), new Value.Items(Value.texts(entry.getValue())));
        }
        return fields;
    }

    private static Value.Fields with(Value.Fields fields, String name, Value.Fields value) {
        return value.fields().isEmpty() ? fields : fields.with(name, value);
    }
}
