package dev.sekisho.generator.format.yaml;

import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.ApplicationSecurityGroup;
import dev.sekisho.model.network.SecurityAdminCollection;
import dev.sekisho.model.network.SecurityAdminRule;
import dev.sekisho.model.network.SecurityRule;
import java.util.List;

/// The sections of an environment about what network managers rule and which interfaces rules name together.
final class AdminValues {
    private AdminValues() {}

    static Value.Fields of(Environment environment) {
        Value.Fields fields = Value.Fields.NONE.withAny("securityAdminRules",
                environment.securityAdminCollections().stream().map(AdminValues::collection).toList());
        Value.Fields groups = Value.Fields.NONE;
        for (ApplicationSecurityGroup group : environment.applicationSecurityGroups()) {
            groups = groups.with(group.name(), new Value.Items(Value.texts(group.members().prefixes())));
        }
        return groups.fields().isEmpty() ? fields : fields.with("applicationSecurityGroups", groups);
    }

    private static Value.Fields collection(SecurityAdminCollection collection) {
        return Value.Fields.NONE.with("name", collection.name())
                .withTexts("virtualNetworks", collection.virtualNetworks())
                .with("rules",
                        new Value.Items(List.copyOf(collection.rules().stream().map(AdminValues::rule).toList())));
    }

    private static Value.Fields rule(SecurityAdminRule rule) {
        return Value.Fields.NONE.with("name", rule.name()).withAny("description", rule.description())
                .with("priority", new Value.Number(rule.priority().value()))
                .with("direction", rule.direction().azureName()).with("access", rule.access().azureName())
                .with("protocol", rule.protocol() == SecurityRule.Protocol.ANY ? "Any" : rule.protocol().azureName())
                .withTexts("sources", rule.source().addresses()).withTexts("sourcePortRanges", rule.source().ports())
                .withTexts("destinations", rule.destination().addresses())
                .withTexts("destinationPortRanges", rule.destination().ports());
    }
}
