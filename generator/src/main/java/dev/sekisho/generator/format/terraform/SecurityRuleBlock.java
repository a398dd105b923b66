package dev.sekisho.generator.format.terraform;

import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.function.Function;

/// The arguments of a security rule, which are the same in a group and in a resource of its own (`NSG-1`).
///
/// @param expressions how the entries of a list are written
/// @param groups how an application security group is referred to
record SecurityRuleBlock(Hcl hcl, Function<List<? extends Entry<?>>, List<String>> expressions,
        Function<ResourceRef, String> groups) {

    void attributes(SecurityRule rule) {
        hcl.text("name", rule.name()).anyText("description", rule.description())
                .attribute("priority", rule.priority().toString()).text("direction", rule.direction().azureName())
                .text("access", rule.access().azureName()).text("protocol", rule.protocol().azureName());
        side("source", rule.source());
        side("destination", rule.destination());
    }

    private void side(String side, SecurityRule.Side values) {
        oneOrMore(side + "_address_prefix", side + "_address_prefixes", expressions.apply(values.addresses()));
        hcl.anyList(side + "_application_security_group_ids",
                values.applicationSecurityGroups().stream().map(groups).toList());
        oneOrMore(side + "_port_range", side + "_port_ranges", expressions.apply(values.ports()));
    }

    private void oneOrMore(String one, String more, List<String> values) {
        if (values.size() == 1) {
            hcl.attribute(one, values.getFirst());
        } else {
            hcl.anyList(more, values);
        }
    }
}
