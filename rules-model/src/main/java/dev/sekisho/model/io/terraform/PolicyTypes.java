package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.terraform.Argument.Form;
import java.util.List;

/// Firewall policies and their rule collection groups.
final class PolicyTypes {
    private static final String POLICY = "Microsoft.Network/firewallPolicies";
    private static final String COLLECTIONS = "properties/ruleCollections";

    private PolicyTypes() {}

    static List<AzurermType> all() {
        return List.of(AzurermType.whole("azurerm_firewall_policy", POLICY, policy()),
                AzurermType.child("azurerm_firewall_policy_rule_collection_group", POLICY + "/ruleCollectionGroups",
                        "firewall_policy_id", "azurerm_firewall_policy", group()));
    }

    private static Block policy() {
        return AzurermTypes.resource().with("sku", Argument.to("properties/sku/tier").orProvider())
                .with("base_policy_id", Argument.to("properties/basePolicy", Form.REFERENCE))
                .with("threat_intelligence_mode", Argument.to("properties/threatIntelMode"))
                .with("threat_intelligence_allowlist", Argument.object("properties/threatIntelWhitelist",
                        new Block().same("", "ip_addresses", "fqdns")))
                .with("dns", Argument.object("properties/dnsSettings", dns()))
                .with("private_ip_ranges", Argument.to("properties/snat/privateRanges"))
                .with("auto_learn_private_ranges_enabled",
                        Argument.to("properties/snat/autoLearnPrivateRanges", Form.ENABLED).unless("false"))
                .with("sql_redirect_allowed", Argument.to("properties/sql/allowSqlRedirect"))
                .with("explicit_proxy", Argument.object("properties/explicitProxy", explicitProxy()))
                .with("intrusion_detection", Argument.object("properties/intrusionDetection", intrusionDetection()))
                .with("tls_certificate", Argument.object("properties/transportSecurity/certificateAuthority",
                        new Block().same("", "name", "key_vault_secret_id")))
                .left(AzurermTypes.DEPLOYING, "insights", "identity")
                .left("what refers to the policy says so itself", "child_policies", "firewalls",
                        "rule_collection_groups");
    }

    private static Block dns() {
        return new Block().with("servers", Argument.to("servers"))
                .with("proxy_enabled", Argument.to("enableProxy"))
                .with("network_rule_fqdn_enabled",
                        Argument.to("requireProxyForNetworkRules", Form.NOT).unless("false"));
    }

    private static Block explicitProxy() {
        return new Block().with("enabled", Argument.to("enableExplicitProxy"))
                .same("", "http_port", "https_port", "enable_pac_file", "pac_file_port", "pac_file");
    }

    private static Block intrusionDetection() {
        return new Block().with("mode", Argument.to("mode"))
                .with("private_ranges", Argument.to("configuration/privateRanges"))
                .with("signature_overrides",
                        Argument.items("configuration/signatureOverrides",
                                new Block().with("id", Argument.to("id")).with("state", Argument.to("mode"))))
                .with("traffic_bypass", Argument.items("configuration/bypassTrafficSettings", new Block()
                        .same("", "name", "description", "protocol", "source_addresses", "destination_addresses",
                                "destination_ports")
                        .with("source_ip_groups", Argument.to("sourceIpGroups", Form.IDS))
                        .with("destination_ip_groups", Argument.to("destinationIpGroups", Form.IDS))));
    }

    private static Block group() {
        return new Block().with("name", Argument.to("name")).with("priority", Argument.to("properties/priority"))
                .with("application_rule_collection", Argument.items(COLLECTIONS, collection(applicationRule())))
                .with("network_rule_collection", Argument.items(COLLECTIONS, collection(networkRule())))
                .with("nat_rule_collection",
                        Argument.items(COLLECTIONS, collection(natRule(), "FirewallPolicyNatRuleCollection")))
                .left(AzurermTypes.NAMING, "id", "timeouts");
    }

    private static Block collection(Block rule) {
        return collection(rule, "FirewallPolicyFilterRuleCollection");
    }

    private static Block collection(Block rule, String type) {
        return new Block().always("ruleCollectionType", type).same("", "name", "priority")
                .with("action", Argument.to("action/type")).with("rule", Argument.items("rules", rule));
    }

    private static Block rule(String type) {
        return new Block().always("ruleType", type).same("", "name", "description", "source_addresses")
                .with("source_ip_groups", Argument.to("sourceIpGroups", Form.IDS));
    }

    private static Block networkRule() {
        return rule("NetworkRule").with("protocols", Argument.to("ipProtocols"))
                .same("", "destination_addresses", "destination_fqdns", "destination_ports")
                .with("destination_ip_groups", Argument.to("destinationIpGroups", Form.IDS));
    }

    private static Block natRule() {
        return rule("NatRule").with("protocols", Argument.to("ipProtocols"))
                .with("destination_address", Argument.to("destinationAddresses", Form.ONE))
                .same("", "destination_ports", "translated_address", "translated_fqdn")
                .with("translated_port", Argument.to("translatedPort", Form.TEXT));
    }

    private static Block applicationRule() {
        return rule("ApplicationRule")
                .with("protocols", Argument.items("protocols",
                        new Block().with("type", Argument.to("protocolType")).with("port", Argument.to("port"))))
                .with("destination_fqdns", Argument.to("targetFqdns"))
                .with("destination_urls", Argument.to("targetUrls"))
                .with("destination_fqdn_tags", Argument.to("fqdnTags"))
                .same("", "destination_addresses", "web_categories")
                .with("terminate_tls", Argument.to("terminateTLS").unless("false"))
                .with("http_headers", Argument.items("httpHeadersToInsert",
                        new Block().with("name", Argument.to("headerName")).with("value",
                                Argument.to("headerValue"))));
    }
}
