package dev.sekisho.generator.format.resource;

import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.function.Function;

/// Rules of network security groups in the names of Azure's API, the level `properties` left out (`NSG-1`).
///
/// @param entries how a format writes an entry of a list
/// @param groups how a format refers to an application security group
public record SecurityRuleValues(Function<Entry<?>, Value> entries, Function<ResourceRef, Value> groups) {

    /// Returns the properties of a rule.
    public Value.Fields rule(SecurityRule rule) {
        return Value.Fields.NONE.withAny("description", rule.description())
                .with("priority", new Value.Number(rule.priority().value()))
                .with("direction", rule.direction().azureName()).with("access", rule.access().azureName())
                .with("protocol", rule.protocol().azureName()).and(side("source", rule.source()))
                .and(side("destination", rule.destination()));
    }

    private Value.Fields side(String side, SecurityRule.Side values) {
        Value.Fields fields = values.addresses().isEmpty() ? Value.Fields.NONE
                : oneOrMore(side + "AddressPrefix", side + "AddressPrefixes", all(values.addresses()));
        return fields
                .withAny(side + "ApplicationSecurityGroups",
                        values.applicationSecurityGroups().stream().map(groups).toList())
                .and(oneOrMore(side + "PortRange", side + "PortRanges", all(values.ports())));
    }

    private List<Value> all(List<? extends Entry<?>> list) {
        return list.stream().<Value>map(entries).toList();
    }

    /// Returns one value, or a list of them, under the name that Azure has for each.
    public static Value.Fields oneOrMore(String one, String more, List<Value> values) {
        return values.size() == 1 ? Value.Fields.NONE.with(one, values.getFirst())
                : Value.Fields.NONE.with(more, new Value.Items(values));
    }
}
