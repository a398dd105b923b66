package dev.sekisho.generator.format.yaml;

import dev.sekisho.generator.format.resource.FirewallValues;
import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.DnsSettings;
import dev.sekisho.model.firewall.ExplicitProxy;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.IntrusionDetection;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.SnatSettings;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The sections of an environment about firewalls: firewalls, policies, IP groups. The names are those of Azure's API,
/// with the level `properties` left out (`FW-62`).
final class FirewallSections {
    private static final FirewallValues RULES = new FirewallValues(reference -> new Value.Text(reference.id()));

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
        return settings(classic.settings()).withAny("natRuleCollections", nat)
                .withAny("networkRuleCollections", network).withAny("applicationRuleCollections", application);
    }

    private static Value.Fields policy(FirewallPolicy policy) {
        Value.Fields fields = Value.Fields.NONE.with("name", policy.name()).with("tier", policy.tier().azureName());
        return NetworkValues.reference(fields, "basePolicy", policy.basePolicy()).and(settings(policy.settings()))
                .with("ruleCollectionGroups", new Value.Items(policy.ruleCollectionGroups().stream()
                        .<Value>map(group -> Value.Fields.NONE.with("name", group.name()).and(RULES.group(group)))
                        .toList()));
    }

    private static Value.Fields settings(PolicySettings settings) {
        Value.Fields fields = NetworkValues.reference(Value.Fields.NONE, "threatIntelMode",
                settings.threatIntelMode());
        fields = with(fields, "threatIntelWhitelist",
                settings.threatIntelAllowlist()
                        .map(list -> Value.Fields.NONE.with("ipAddresses", items(list.ipAddresses())).with("fqdns",
                                items(list.fqdns()))));
        fields = with(fields, "dnsSettings", settings.dns().map(FirewallSections::dns));
        fields = with(fields, "snat", settings.snat().map(FirewallSections::snat));
        fields = with(fields, "intrusionDetection",
                settings.intrusionDetection().map(FirewallSections::intrusionDetection));
        fields = with(fields, "explicitProxy", settings.explicitProxy().map(FirewallSections::explicitProxy));
        fields = with(fields, "sql", settings.allowSqlRedirect()
                .map(allowed -> Value.Fields.NONE.with("allowSqlRedirect", new Value.Flag(allowed))));
        return settings.tlsInspectionCertificate()
                ? fields.with("transportSecurity",
                        Value.Fields.NONE.with("certificateAuthority", Value.Fields.NONE))
                : fields;
    }

    private static Value.Fields dns(DnsSettings dns) {
        return Value.Fields.NONE.withTexts("servers", dns.servers()).with("enableProxy",
                new Value.Flag(dns.enableProxy()));
    }

    private static Value.Fields snat(SnatSettings snat) {
        List<Value> ranges = new ArrayList<>(Value.texts(snat.privateRanges()));
        if (snat.includeIanaPrivateRanges()) {
            ranges.add(new Value.Text("IANAPrivateRanges"));
        }
        Value.Fields fields = Value.Fields.NONE.with("privateRanges", new Value.Items(ranges));
        return snat.autoLearnPrivateRanges() ? fields.with("autoLearnPrivateRanges", "Enabled") : fields;
    }

    private static Value.Fields intrusionDetection(IntrusionDetection detection) {
        List<Value> overrides = new ArrayList<>();
        detection.signatureOverrides().forEach((id, mode) -> overrides
                .add(Value.Fields.NONE.with("id", id).with("mode", mode.azureName())));
        Value.Fields configuration = Value.Fields.NONE.withAny("signatureOverrides", overrides)
                .withAny("bypassTrafficSettings",
                        detection.bypasses().stream().map(FirewallSections::bypass).toList())
                .withTexts("privateRanges", detection.privateRanges());
        Value.Fields fields = Value.Fields.NONE.with("mode", detection.mode().azureName());
        return configuration.fields().isEmpty() ? fields : fields.with("configuration", configuration);
    }

    private static Value.Fields bypass(IntrusionDetection.Bypass bypass) {
        return Value.Fields.NONE.with("name", bypass.name()).with("protocol", bypass.protocol().azureName())
                .and(RULES.sources(bypass.sources())).withTexts("destinationAddresses", bypass.destinationAddresses())
                .withTexts("destinationIpGroups", bypass.destinationIpGroups())
                .withTexts("destinationPorts", bypass.destinationPorts());
    }

    private static Value.Fields explicitProxy(ExplicitProxy proxy) {
        Value.Fields fields = Value.Fields.NONE.with("enableExplicitProxy", new Value.Flag(proxy.enabled()));
        return port(port(fields, "httpPort", proxy.httpPort()), "httpsPort", proxy.httpsPort());
    }

    private static Value.Fields port(Value.Fields fields, String name, OptionalInt port) {
        return port.isPresent() ? fields.with(name, new Value.Number(port.getAsInt())) : fields;
    }

    private static Value.Fields with(Value.Fields fields, String name, Optional<Value.Fields> value) {
        return value.map(inner -> fields.with(name, inner)).orElse(fields);
    }

    private static Value items(List<?> items) {
        return new Value.Items(Value.texts(items));
    }
}
