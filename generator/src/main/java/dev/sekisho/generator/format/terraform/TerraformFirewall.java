package dev.sekisho.generator.format.terraform;

import dev.sekisho.generator.format.resource.Symbols;
import dev.sekisho.generator.plan.DeploymentPlan.FirewallPlan;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.term.ResourceRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// IP groups and rule collection groups. The groups wait for each other, because Azure updates one group of a policy at
/// a time.
final class TerraformFirewall {
    private final Hcl hcl;
    private final Variables variables;
    private final Symbols symbols;
    private final Map<String, String> ipGroups = new HashMap<>();

    TerraformFirewall(Hcl hcl, Variables variables, Symbols symbols) {
        this.hcl = hcl;
        this.variables = variables;
        this.symbols = symbols;
    }

    void write(FirewallPlan firewall) {
        hcl.open("data \"azurerm_firewall_policy\" \"hub\"")
                .attribute("name", variables.of(variables.parameters().firewallPolicyName().orElseThrow()))
                .attribute("resource_group_name",
                        variables.of(variables.parameters().firewallPolicyResourceGroup().orElseThrow()))
                .close().blank();
        firewall.ipGroups().forEach(this::ipGroup);
        String before = "";
        for (RuleCollectionGroup group : firewall.policy().ruleCollectionGroups()) {
            before = group(group, before);
        }
    }

    private void ipGroup(IpGroup group) {
        String label = symbols.snake("azurerm_ip_group", group.name());
        ipGroups.put(group.name(), "azurerm_ip_group." + label + ".id");
        hcl.open("resource \"azurerm_ip_group\" " + Hcl.quote(label)).text("name", group.name())
                .attribute("location", variables.location())
                .attribute("resource_group_name", variables.resourceGroup()).anyTexts("cidrs", group.members()).close()
                .blank();
    }

    private String group(RuleCollectionGroup group, String before) {
        String type = "azurerm_firewall_policy_rule_collection_group";
        String label = symbols.snake(type, group.name());
        hcl.open("resource " + Hcl.quote(type) + " " + Hcl.quote(label)).text("name", group.name())
                .attribute("firewall_policy_id", "data.azurerm_firewall_policy.hub.id")
                .attribute("priority", group.priority().toString()).blank();
        for (RuleCollection collection : group.ruleCollections()) {
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
        return type + "." + label;
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
        hcl.anyTexts("destination_addresses", rule.destinations().addresses());
        groups("destination_ip_groups", rule.destinations().ipGroups());
        hcl.anyTexts("destination_fqdns", rule.destinations().fqdns())
                .anyTexts("destination_ports", rule.destinationPorts()).close().blank();
    }

    private void rule(ApplicationRule rule) {
        begin(rule.name(), rule.description());
        sources(rule.sources());
        hcl.anyTexts("destination_fqdns", rule.targetFqdns()).anyTexts("destination_urls", rule.targetUrls())
                .anyTexts("destination_fqdn_tags", rule.fqdnTags()).anyTexts("web_categories", rule.webCategories())
                .anyTexts("destination_addresses", rule.destinationAddresses());
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
        rule.destinationAddresses().forEach(address -> hcl.text("destination_address", address.toString()));
        hcl.anyTexts("destination_ports", rule.destinationPorts());
        NatTarget target = rule.target().known().orElseThrow();
        hcl.text(switch (target) {
            case NatTarget.Address _ -> "translated_address";
            case NatTarget.Name _ -> "translated_fqdn";
        }, target.toString());
        hcl.attribute("translated_port", rule.translatedPort().toString()).close().blank();
    }

    private void begin(String name, String description) {
        hcl.open("rule").text("name", name).anyText("description", description);
    }

    private void sources(SourceSide sources) {
        hcl.anyTexts("source_addresses", sources.addresses());
        groups("source_ip_groups", sources.ipGroups());
    }

    private void groups(String name, List<ResourceRef> references) {
        if (!references.isEmpty()) {
            hcl.list(name, references.stream()
                    .map(reference -> ipGroups.getOrDefault(reference.id(), Hcl.quote(reference.id()))).toList());
        }
    }
}
