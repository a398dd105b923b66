package dev.sekisho.generator.format.terraform;

import dev.sekisho.generator.format.environment.ClassicCheck;
import dev.sekisho.generator.format.environment.Kind;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import java.util.ArrayList;
import java.util.List;

/// Settings and rule collections of a classic firewall; each collection is a resource of its own.
final class ClassicBlocks {
    private final Module module;
    private final Hcl hcl;

    ClassicBlocks(Module module) {
        this.module = module;
        this.hcl = module.hcl();
    }

    /// Takes what the provider cannot say of such a firewall, and tells whether it cannot be written.
    boolean refuses(String firewall, FirewallRules.Classic classic) {
        String place = Kind.FIREWALL + " " + firewall;
        classic.settings().snat().filter(snat -> snat.autoLearnPrivateRanges())
                .ifPresent(_ -> module.refuse(place + ", autoLearnPrivateRanges",
                        "azurerm has no argument for it on a firewall without a policy"));
        classic.collections().stream().filter(collection -> collection.rules().isEmpty())
                .forEach(collection -> module.refuse(place + ", collection " + collection.name(),
                        "a collection of azurerm has at least one rule; without rules it has no effect"));
        return module.refuse(ClassicCheck.of(firewall, classic));
    }

    void settings(PolicySettings settings) {
        settings.threatIntelMode().ifPresent(mode -> hcl.text("threat_intel_mode", mode.azureName()));
        settings.dns().ifPresent(dns -> hcl.attribute("dns_proxy_enabled", Boolean.toString(dns.enableProxy()))
                .anyList("dns_servers", module.expressions(dns.servers())));
        settings.snat().ifPresent(snat -> {
            List<String> ranges = new ArrayList<>(module.expressions(snat.privateRanges()));
            if (snat.includeIanaPrivateRanges()) {
                ranges.add(Hcl.quote("IANAPrivateRanges"));
            }
            hcl.anyList("private_ip_ranges", ranges);
        });
    }

    void write(String firewall, List<RuleCollection> collections) {
        for (RuleCollection collection : collections) {
            if (collection.rules().isEmpty()) {
                continue;
            }
            switch (collection) {
                case NetworkRuleCollection network -> {
                    open("azurerm_firewall_network_rule_collection", firewall, network, network.action().azureName());
                    network.rules().forEach(this::rule);
                }
                case ApplicationRuleCollection application -> {
                    open("azurerm_firewall_application_rule_collection", firewall, application,
                            application.action().azureName());
                    application.rules().forEach(this::rule);
                }
                case NatRuleCollection nat -> {
                    open("azurerm_firewall_nat_rule_collection", firewall, nat, "Dnat");
                    nat.rules().forEach(this::rule);
                }
            }
            hcl.close().blank();
        }
    }

    private void open(String type, String firewall, RuleCollection collection, String action) {
        module.open(type, collection.name());
        hcl.text("name", collection.name()).attribute("azure_firewall_name", firewall + ".name")
                .attribute("resource_group_name", module.variables().resourceGroup())
                .attribute("priority", collection.priority().toString()).text("action", action).blank();
    }

    private void begin(Rule rule) {
        hcl.open("rule").text("name", rule.name()).anyText("description", rule.description())
                .anyList("source_addresses", module.expressions(rule.sources().addresses()))
                .anyList("source_ip_groups",
                        rule.sources().ipGroups().stream().map(group -> module.id(Kind.IP_GROUP, group)).toList());
    }

    private void rule(NetworkRule rule) {
        begin(rule);
        hcl.anyTexts("protocols", rule.protocols())
                .anyList("destination_addresses", module.expressions(rule.destinations().addresses()))
                .anyList("destination_ip_groups", rule.destinations().ipGroups().stream()
                        .map(group -> module.id(Kind.IP_GROUP, group)).toList())
                .anyList("destination_fqdns", module.expressions(rule.destinations().fqdns()))
                .anyList("destination_ports", module.expressions(rule.destinationPorts())).close().blank();
    }

    private void rule(ApplicationRule rule) {
        begin(rule);
        hcl.anyList("target_fqdns", module.expressions(rule.targetFqdns())).anyTexts("fqdn_tags", rule.fqdnTags());
        for (ApplicationProtocol protocol : rule.protocols()) {
            hcl.blank().open("protocol").text("type", protocol.type().azureName())
                    .attribute("port", Integer.toString(protocol.effectivePort())).close();
        }
        hcl.close().blank();
    }

    private void rule(NatRule rule) {
        begin(rule);
        hcl.anyTexts("protocols", rule.protocols())
                .anyList("destination_addresses", module.expressions(rule.destinationAddresses()))
                .anyList("destination_ports", module.expressions(rule.destinationPorts()))
                .attribute("translated_address", module.expression(rule.target()))
                .attribute("translated_port", module.expression(rule.translatedPort())).close().blank();
    }
}
