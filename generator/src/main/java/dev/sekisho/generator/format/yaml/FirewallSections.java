package dev.sekisho.generator.format.yaml;

import dev.sekisho.generator.format.resource.FirewallValues;
import dev.sekisho.generator.format.resource.PolicyValues;
import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.List;

/// The sections of an environment about firewalls: firewalls, policies, IP groups. The names are those of Azure's API,
/// with the level `properties` left out (`FW-62`).
final class FirewallSections {
    private static final FirewallValues RULES = new FirewallValues(reference -> new Value.Text(reference.id()));
    private static final PolicyValues SETTINGS = new PolicyValues(RULES);

    private FirewallSections() {}

    static Value.Fields of(Environment environment) {
        Value.Fields ipGroups = Value.Fields.NONE;
        for (var group : environment.ipGroups()) {
            ipGroups = ipGroups.with(group.name(), new Value.Items(Value.texts(group.members())));
        }
        Value.Fields sections = Value.Fields.NONE
                .withAny("firewalls", environment.firewalls().stream().map(FirewallSections::firewall).toList())
                .withAny("firewallPolicies",
                        environment.firewallPolicies().stream().map(FirewallSections::policy).toList());
        return ipGroups.fields().isEmpty() ? sections : sections.with("ipGroups", ipGroups);
    }

    private static Value.Fields firewall(Firewall firewall) {
        Value.Fields fields = NetworkValues.reference(Value.Fields.NONE.with("name", firewall.name()), "vnet",
                firewall.virtualNetwork());
        fields = fields.with("privateIp", firewall.privateIp().toString()).withTexts("publicIps", firewall.publicIps())
                .with("tier", firewall.tier().azureName());
        fields = switch (firewall.rules()) {
            case FirewallRules.Policy(ResourceRef policy) -> fields.with("policy", policy.id());
            case FirewallRules.Classic classic -> fields.with("classic", classic(classic));
        };
        fields = NetworkValues.flag(fields, "dualStack", firewall.dualStack());
        fields = NetworkValues.flag(fields, "forcedTunneling", firewall.forcedTunneling());
        return fields.withAny("remotePeerings",
                firewall.remotePeerings().stream().map(NetworkValues::peering).toList());
    }

    private static Value.Fields classic(FirewallRules.Classic classic) {
        List<Value> nat = new ArrayList<>();
        List<Value> network = new ArrayList<>();
        List<Value> application = new ArrayList<>();
        for (RuleCollection collection : classic.collections()) {
            switch (collection) {
                case NatRuleCollection _ -> nat.add(RULES.classic(collection));
                case NetworkRuleCollection _ -> network.add(RULES.classic(collection));
                case ApplicationRuleCollection _ -> application.add(RULES.classic(collection));
            }
        }
        return SETTINGS.of(classic.settings()).withAny("natRuleCollections", nat)
                .withAny("networkRuleCollections", network).withAny("applicationRuleCollections", application);
    }

    private static Value.Fields policy(FirewallPolicy policy) {
        Value.Fields fields = Value.Fields.NONE.with("name", policy.name()).with("tier", policy.tier().azureName());
        return NetworkValues.reference(fields, "basePolicy", policy.basePolicy()).and(SETTINGS.of(policy.settings()))
                .with("ruleCollectionGroups", new Value.Items(policy.ruleCollectionGroups().stream()
                        .<Value>map(group -> Value.Fields.NONE.with("name", group.name()).and(RULES.group(group)))
                        .toList()));
    }
}
