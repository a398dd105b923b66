package dev.sekisho.model.io.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import static dev.sekisho.model.io.shape.Property.inner;
import static dev.sekisho.model.io.shape.Property.inners;
import static dev.sekisho.model.io.shape.Property.joined;
import static dev.sekisho.model.io.shape.Property.notModelled;
import static dev.sekisho.model.io.shape.Property.number;
import static dev.sekisho.model.io.shape.Property.part;
import static dev.sekisho.model.io.shape.Property.parts;
import static dev.sekisho.model.io.shape.Property.reference;
import static dev.sekisho.model.io.shape.Property.references;
import static dev.sekisho.model.io.shape.Property.text;
import static dev.sekisho.model.io.shape.Property.texts;
import static dev.sekisho.model.io.shape.Property.truth;
import static dev.sekisho.model.io.shape.Property.word;
import static dev.sekisho.model.io.shape.Property.words;

/// Firewalls, policies, rules and IP groups (`FW-62`).
final class FirewallShapes {
    private static final String[] PROTOCOLS = {"TCP", "UDP", "Any", "ICMP"};
    private static final String[] MODES = {"Alert", "Deny", "Off"};

    private static final Shape ACTION = Shape.of("an action", word("type", "Allow", "Deny", "DNAT", "SNAT"));

    private static final Shape PROTOCOL = Shape.of("a protocol", word("protocolType", "Http", "Https", "Mssql"),
            number("port"));

    private static final Shape RULE = Shape.of("a rule", text("name"), text("description"), texts("sourceAddresses"),
            references("sourceIpGroups"));

    private static final Shape APPLICATION_RULE = RULE.with(parts("protocols", PROTOCOL), texts("targetFqdns"),
            texts("targetUrls"), texts("fqdnTags"), texts("webCategories"), texts("destinationAddresses"),
            truth("terminateTLS"),
            notModelled("httpHeadersToInsert", "inserted headers change requests, not what may be reached"))
            .leaving(CommonShapes.STATUS, "direction", "actions", "priority");

    private static final Shape FILTERED = RULE.with(texts("destinationAddresses"), references("destinationIpGroups"),
            texts("destinationPorts"));

    private static final Shape NETWORK_RULE = FILTERED.with(texts("destinationFqdns"));

    private static final Shape NAT_RULE = FILTERED.with(text("translatedAddress"), text("translatedFqdn"),
            text("translatedPort"));

    /// The rules of a policy: what `ruleType` says, one of three shapes.
    static final Property POLICY_RULES = Property.of("rules", new Meaning.Many(new Meaning.Variant("ruleType",
            policyRules())));

    static final Shape COLLECTION = CommonShapes.part("a rule collection", text("name"), number("priority"),
            word("ruleCollectionType", "FirewallPolicyFilterRuleCollection", "FirewallPolicyNatRuleCollection"),
            part("action", ACTION), POLICY_RULES);

    static final Shape GROUP = CommonShapes.resource("a rule collection group", number("priority"),
            parts("ruleCollections", COLLECTION).orCalled("ruleCollection"))
            .leaving(CommonShapes.STATUS, "size");

    private static final Shape ALLOWLIST = Shape.of("an allow list", texts("ipAddresses"), texts("fqdns"));

    private static final Shape SNAT = Shape.of("SNAT settings", texts("privateRanges"),
            word("autoLearnPrivateRanges", "Enabled", "Disabled"));

    private static final Shape DNS = Shape.of("DNS settings", texts("servers"), truth("enableProxy"),
            notModelled("requireProxyForNetworkRules", "enableProxy alone decides (FW-22)"));

    private static final Shape BYPASS = Shape.of("a bypass", text("name"), text("description"),
            word("protocol", "TCP", "UDP", "ICMP", "ANY"), texts("sourceAddresses"), references("sourceIpGroups"),
            texts("destinationAddresses"), references("destinationIpGroups"), texts("destinationPorts"));

    private static final Shape INTRUSION_DETECTION = Shape.of("intrusion detection",
            word("mode", "Off", "Alert", "Deny"),
            notModelled("profile", "which signatures exist is not known; the mode alone decides"),
            part("configuration", Shape.of("its configuration",
                    parts("signatureOverrides",
                            Shape.of("a signature override", text("id"), word("mode", "Off", "Alert", "Deny"))),
                    parts("bypassTrafficSettings", BYPASS), texts("privateRanges"))));

    private static final Shape EXPLICIT_PROXY = Shape.of("the explicit proxy", truth("enableExplicitProxy"),
            number("httpPort"), number("httpsPort"),
            notModelled("enablePacFile", "clients are taken to know the proxy", "false"),
            notModelled("pacFile", "clients are taken to know the proxy"),
            notModelled("pacFilePort", "clients are taken to know the proxy", "0"));

    private static final Shape TRANSPORT_SECURITY = Shape.of("transport security", part("certificateAuthority",
            Shape.of("a certificate authority", text("name"), text("keyVaultSecretId"))));

    private static final Shape SKU = Shape.of("a SKU", word("tier", "Standard", "Premium", "Basic"), text("name"));

    static final Shape POLICY = CommonShapes.resource("a firewall policy", inner("sku", SKU, "tier").as("tier"),
            reference("basePolicy"), word("threatIntelMode", MODES), part("threatIntelWhitelist", ALLOWLIST),
            part("dnsSettings", DNS), part("snat", SNAT), part("intrusionDetection", INTRUSION_DETECTION),
            part("explicitProxy", EXPLICIT_PROXY),
            part("sql", Shape.of("SQL settings", truth("allowSqlRedirect"))).orCalled("sqlSetting"),
            part("transportSecurity", TRANSPORT_SECURITY), references("ruleCollectionGroups"),
            joined("privateRange"),
            notModelled("kubeSelectorGroups", "rules that select pods by label are not followed"))
            .leaving(CommonShapes.STATUS, "size").leaving(CommonShapes.BACK_REFERENCE, "childPolicies", "firewalls")
            .leaving(CommonShapes.OBSERVATION, "insights");

    private static final Shape IP_CONFIGURATION = CommonShapes.part("an IP configuration", text("name"),
            text("privateIPAddress"), reference("publicIPAddress"), reference("subnet"))
            .leaving(CommonShapes.STATUS, "privateIPAllocationMethod");

    private static final Shape HUB_ADDRESSES = Shape.of("addresses in a hub", text("privateIPAddress"),
            inner("publicIPs", Shape.of("public addresses",
                    inners("addresses", Shape.of("a public address", text("address")), "address"))
                    .leaving("the list of addresses tells it", "count"), "addresses"));

    static final Shape FIREWALL = CommonShapes.resource("a firewall", part("sku", SKU),
            reference("firewallPolicy").as("policy"), parts("ipConfigurations", IP_CONFIGURATION),
            part("managementIpConfiguration", IP_CONFIGURATION), part("hubIPAddresses", HUB_ADDRESSES),
            reference("virtualHub"),
            parts("networkRuleCollections",
                    classic("a network rule collection", NETWORK_RULE.with(classicProtocols()))),
            parts("applicationRuleCollections", classic("an application rule collection", APPLICATION_RULE)),
            parts("natRuleCollections", classic("a NAT rule collection", NAT_RULE.with(classicProtocols()))),
            word("threatIntelMode", MODES), part("threatIntelWhitelist", ALLOWLIST),
            joined("ThreatIntel.Whitelist.FQDNs").as("allowedFqdns"),
            joined("ThreatIntel.Whitelist.IpAddresses").as("allowedAddresses"),
            truth("Network.DNS.EnableProxy").orCalled("dnsEnableProxy").as("dnsEnableProxy"),
            joined("Network.DNS.Servers").orCalled("dnsServer").as("dnsServers"),
            joined("Network.SNAT.PrivateRanges").orCalled("privateRange").as("privateRange"),
            word("Network.SNAT.AutoLearnPrivateRanges", "Enabled", "Disabled").as("autoLearnPrivateRanges"),
            notModelled("Network.DNS.RequireProxyForNetworkRules", "EnableProxy alone decides (FW-22)"),
            notModelled("Network.RouteServerInfo.RouteServerID", "routes of a route server are not known")
                    .orCalled("routeServerId"),
            texts("learnedIPPrefixes").as("learnedPrefixes"))
            .leaving(CommonShapes.BACK_REFERENCE, "ipGroups")
            .leaving(CommonShapes.OBSERVATION, "autoscaleConfiguration", "Network.FTP.AllowActiveFTP",
                    "allowActiveFTP", "Network.AdditionalLogs.EnableFatFlowLogging", "enableFatFlowLogging",
                    "Network.Logging.EnableUDPLogOptimization", "enableUDPLogOptimization",
                    "Network.AdditionalLogs.EnableDnstapLogging", "enableDnstapLogging");

    static final Shape IP_GROUP = CommonShapes.resource("an IP group", texts("ipAddresses"))
            .leaving(CommonShapes.BACK_REFERENCE, "firewalls", "firewallPolicies");

    private FirewallShapes() {}

    private static SequencedMap<String, Shape> policyRules() {
        SequencedMap<String, Shape> shapes = new LinkedHashMap<>();
        Property protocols = words("ipProtocols", PROTOCOLS).orCalled("protocols");
        shapes.put("NetworkRule", NETWORK_RULE.with(protocols));
        shapes.put("ApplicationRule", APPLICATION_RULE);
        shapes.put("NatRule", NAT_RULE.with(protocols));
        return shapes;
    }

    private static Property classicProtocols() {
        return words("protocols", PROTOCOLS).orCalled("ipProtocols");
    }

    private static Shape classic(String what, Shape rule) {
        return CommonShapes.part(what, text("name"), number("priority"), part("action", ACTION),
                parts("rules", rule));
    }

    /// All resource types that are read here, with their names.
    static List<ResourceKind> kinds() {
        return List.of(new ResourceKind("Microsoft.Network/azureFirewalls", FIREWALL, "azureFirewalls"),
                new ResourceKind("Microsoft.Network/firewallPolicies", POLICY, "firewallPolicies"),
                new ResourceKind("Microsoft.Network/firewallPolicies/ruleCollectionGroups", GROUP,
                        "ruleCollectionGroups"),
                new ResourceKind("Microsoft.Network/ipGroups", IP_GROUP, "ipGroups"));
    }
}
