package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.terraform.Argument.Form;
import java.util.List;

/// Firewalls, the rule collections of classic ones, IP groups, public addresses.
final class FirewallTypes {
    private static final String FIREWALL = "Microsoft.Network/azureFirewalls";
    private static final String IP_GROUP = "Microsoft.Network/ipGroups";

    private FirewallTypes() {}

    static List<AzurermType> all() {
        return List.of(AzurermType.whole("azurerm_firewall", FIREWALL, firewall()),
                classic("azurerm_firewall_application_rule_collection", "applicationRuleCollections",
                        applicationRule()),
                classic("azurerm_firewall_nat_rule_collection", "natRuleCollections", natRule()),
                classic("azurerm_firewall_network_rule_collection", "networkRuleCollections", networkRule()),
                AzurermType.whole("azurerm_ip_group", IP_GROUP,
                        AzurermTypes.resource().with("cidrs", Argument.to("properties/ipAddresses").orProvider()).left(
                                "what refers to the group says so itself", "firewall_ids", "firewall_policy_ids")),
                AzurermType.addition("azurerm_ip_group_cidr", IP_GROUP, "ip_group_id", "azurerm_ip_group",
                        new Block().with("cidr", Argument.to("properties/ipAddresses", Form.ONE))
                                .left(AzurermTypes.NAMING, "id", "timeouts")),
                AzurermType.whole("azurerm_public_ip", "Microsoft.Network/publicIPAddresses", publicIp()));
    }

    private static Block firewall() {
        return AzurermTypes.resource().with("sku_name", Argument.to("properties/sku/name"))
                .with("sku_tier", Argument.to("properties/sku/tier"))
                .with("firewall_policy_id", Argument.to("properties/firewallPolicy", Form.REFERENCE))
                .with("threat_intel_mode", Argument.to("properties/threatIntelMode").orProvider())
                .with("dns_servers",
                        Argument.to("properties/additionalProperties/Network.DNS.Servers", Form.JOINED))
                .with("dns_proxy_enabled",
                        Argument.to("properties/additionalProperties/Network.DNS.EnableProxy", Form.TEXT)
                                .orProvider().unless("false"))
                .with("private_ip_ranges",
                        Argument.to("properties/additionalProperties/Network.SNAT.PrivateRanges", Form.JOINED))
                .with("ip_configuration", Argument.items("properties/ipConfigurations", ipConfiguration()))
                .with("management_ip_configuration",
                        Argument.object("properties/managementIpConfiguration", ipConfiguration()))
                .with("virtual_hub", Argument.object("properties", new Block()
                        .with("virtual_hub_id", Argument.to("virtualHub", Form.REFERENCE))
                        .with("private_ip_address", Argument.to("hubIPAddresses/privateIPAddress").assigned())
                        .with("public_ip_addresses",
                                Argument.to("hubIPAddresses/publicIPs/addresses", Form.ADDRESSES).assigned())
                        .with("public_ip_count", Argument.to("hubIPAddresses/publicIPs/count").unless("1"))));
    }

    private static Block ipConfiguration() {
        return new Block().with("name", Argument.to("name"))
                .with("subnet_id", Argument.to("properties/subnet", Form.REFERENCE))
                .with("public_ip_address_id", Argument.to("properties/publicIPAddress", Form.REFERENCE))
                .with("private_ip_address", Argument.to("properties/privateIPAddress").assigned());
    }

    private static AzurermType classic(String terraform, String list, Block rule) {
        return AzurermType.item(terraform, FIREWALL, "azure_firewall_name", "azurerm_firewall", "properties/" + list,
                new Block().with("name", Argument.to("name"))
                        .with("priority", Argument.to("properties/priority"))
                        .with("action", Argument.to("properties/action/type"))
                        .with("rule", Argument.items("properties/rules", rule))
                        .left(AzurermTypes.NAMING, "id", "resource_group_name", "timeouts"));
    }

    private static Block rule() {
        return new Block().same("", "name", "description", "source_addresses").with("source_ip_groups",
                Argument.to("sourceIpGroups", Form.IDS));
    }

    private static Block networkRule() {
        return rule().same("", "protocols", "destination_addresses", "destination_fqdns", "destination_ports")
                .with("destination_ip_groups", Argument.to("destinationIpGroups", Form.IDS));
    }

    private static Block natRule() {
        return rule().same("", "protocols", "destination_addresses", "destination_ports", "translated_address")
                .with("translated_port", Argument.to("translatedPort", Form.TEXT));
    }

    private static Block applicationRule() {
        return rule().same("", "target_fqdns", "fqdn_tags").with("protocol", Argument.items("protocols",
                new Block().with("type", Argument.to("protocolType")).with("port", Argument.to("port"))));
    }

    private static Block publicIp() {
        return AzurermTypes.resource().with("sku", Argument.to("sku/name")).with("sku_tier", Argument.to("sku/tier"))
                .with("allocation_method", Argument.to("properties/publicIPAllocationMethod"))
                .with("ip_version", Argument.to("properties/publicIPAddressVersion"))
                .with("ip_address", Argument.to("properties/ipAddress").assigned())
                .with("fqdn", Argument.to("properties/dnsSettings/fqdn").assigned())
                .with("domain_name_label", Argument.to("properties/dnsSettings/domainNameLabel"))
                .with("public_ip_prefix_id", Argument.to("properties/publicIPPrefix", Form.REFERENCE))
                .left(AzurermTypes.DEPLOYING, "ddos_protection_mode", "ddos_protection_plan_id",
                        "domain_name_label_scope", "idle_timeout_in_minutes", "ip_tags", "reverse_fqdn",
                        "availability_zone");
    }
}
