package dev.sekisho.generator.format.terraform;

import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.function.Function;

/// Rule collection groups of a policy as blocks.
final class RuleBlocks {
    static final String GROUP = "azurerm_firewall_policy_rule_collection_group";

    private final Hcl hcl;
    private final Function<Entry<?>, String> entries;
    private final Function<ResourceRef, String> ipGroups;

    /// @param entries the expression for an entry of a list
    /// @param ipGroups the expression for the id of an IP group
    RuleBlocks(Hcl hcl, Function<Entry<?>, String> entries, Function<ResourceRef, String> ipGroups) {
        this.hcl = hcl;
        this.entries = entries;
        this.ipGroups = ipGroups;
    }

    /// Writes a group. A collection without rules has no effect, and the provider has no way to say it.
    ///
    /// @param policy the expression for the id of its policy
    /// @param before what it waits for; empty where it waits for nothing
    void group(RuleCollectionGroup group, String label, String policy, String before) {
        hcl.open("resource " + Hcl.quote(GROUP) + " " + Hcl.quote(label)).text("name", group.name())
                .attribute("firewall_policy_id", policy)
                .attribute("priority", group.priority().toString()).blank();
        for (RuleCollection collection : group.ruleCollections()) {
            if (collection.rules().isEmpty()) {
                continue;
            }
            switch (collection) {
                case NetworkRuleCollection network -> {
                    begin("network_rule_collection", network, action(network.action()));
                    network.rules().forEach(this::rule);
                }
                case ApplicationRuleCollection application -> {
                    begin("application_rule_collection", application, action(application.action()));
                    application.rules().forEach(this::rule);
                }
                case NatRuleCollection nat -> {
                    begin("nat_rule_collection", nat, "Dnat");
                    nat.rules().forEach(this::rule);
                }
            }
            hcl.close().blank();
        }
        if (!before.isEmpty()) {
            hcl.comment("Azure updates one group of a policy at a time.").list("depends_on", List.of(before));
        }
        hcl.close().blank();
    }

    private void begin(String block, RuleCollection collection, String action) {
        hcl.open(block).text("name", collection.name()).attribute("priority", collection.priority().toString())
                .text("action", action).blank();
    }

    private static String action(FilterAction action) {
        return action.azureName();
    }

    private void rule(NetworkRule rule) {
        begin(rule.name(), rule.description());
        hcl.anyTexts("protocols", rule.protocols());
        sources(rule.sources());
        hcl.anyList("destination_addresses", entries(rule.destinations().addresses()));
        groups("destination_ip_groups", rule.destinations().ipGroups());
        hcl.anyList("destination_fqdns", entries(rule.destinations().fqdns()))
                .anyList("destination_ports", entries(rule.destinationPorts())).close().blank();
    }

    private void rule(ApplicationRule rule) {
        begin(rule.name(), rule.description());
        sources(rule.sources());
        hcl.anyList("destination_fqdns", entries(rule.targetFqdns()))
                .anyList("destination_urls", entries(rule.targetUrls()))
                .anyTexts("destination_fqdn_tags", rule.fqdnTags()).anyTexts("web_categories", rule.webCategories())
                .anyList("destination_addresses", entries(rule.destinationAddresses()));
        if (rule.terminateTls()) {
            hcl.attribute("terminate_tls", "true");
        }
        for (ApplicationProtocol protocol : rule.protocols()) {
            hcl.blank().open("protocols").text("type", protocol.type().azureName())
                    .attribute("port", Integer.toString(protocol.effectivePort())).close();
        }
        hcl.close().blank();
    }

    private void rule(NatRule rule) {
        begin(rule.name(), rule.description());
        hcl.anyTexts("protocols", rule.protocols());
        sources(rule.sources());
        rule.destinationAddresses().forEach(address -> hcl.attribute("destination_address", entries.apply(address)));
        hcl.anyList("destination_ports", entries(rule.destinationPorts()));
        boolean name = rule.target().known().filter(NatTarget.Name.class::isInstance).isPresent();
        hcl.attribute(name ? "translated_fqdn" : "translated_address", entries.apply(rule.target()));
        hcl.attribute("translated_port", rule.translatedPort().known().map(Object::toString)
                .orElseGet(() -> entries.apply(rule.translatedPort()))).close().blank();
    }

    private void begin(String name, String description) {
        hcl.open("rule").text("name", name).anyText("description", description);
    }

    private void sources(SourceSide sources) {
        hcl.anyList("source_addresses", entries(sources.addresses()));
        groups("source_ip_groups", sources.ipGroups());
    }

    private void groups(String name, List<ResourceRef> references) {
        if (!references.isEmpty()) {
            hcl.list(name, references.stream().map(ipGroups).toList());
        }
    }

    private List<String> entries(List<? extends Entry<?>> list) {
        return list.stream().map(entries).toList();
    }
}
