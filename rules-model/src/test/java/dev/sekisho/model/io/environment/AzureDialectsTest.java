package dev.sekisho.model.io.environment;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.network.Subnet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// One world in the words of each of Azure's tools: all of them must mean the same.
class AzureDialectsTest {
    private static final String PREFIX = "/subscriptions/1a/resourceGroups/rg-net/providers/Microsoft.Network/";

    private static final String REST = """
            {"value": [
              {"name": "spoke", "id": "{}virtualNetworks/spoke", "type": "Microsoft.Network/virtualNetworks",
               "location": "japaneast", "etag": "W/1", "tags": {"a": "b"},
               "properties": {"provisioningState": "Succeeded", "addressSpace": {"addressPrefixes": ["10.42.0.0/16"]},
                 "dhcpOptions": {"dnsServers": ["10.1.0.5"]},
                 "subnets": [{"name": "aks", "id": "{}virtualNetworks/spoke/subnets/aks",
                   "properties": {"addressPrefix": "10.42.1.0/24",
                     "routeTable": {"id": "{}routeTables/to-hub"},
                     "networkSecurityGroup": {"id": "{}networkSecurityGroups/guard"},
                     "serviceEndpoints": [{"service": "Microsoft.Storage", "locations": ["japaneast"]}],
                     "delegations": [{"name": "d", "properties": {"serviceName": "Microsoft.ContainerService/x"}}],
                     "privateEndpointNetworkPolicies": "RouteTableEnabled"}}],
                 "virtualNetworkPeerings": [{"name": "to-hub", "properties": {"peeringState": "Connected",
                   "remoteVirtualNetwork": {"id": "{}virtualNetworks/hub"},
                   "remoteAddressSpace": {"addressPrefixes": ["10.1.0.0/16"]},
                   "allowVirtualNetworkAccess": true, "allowForwardedTraffic": true,
                   "allowGatewayTransit": false, "useRemoteGateways": false}}]}},
              {"name": "to-hub", "id": "{}routeTables/to-hub", "type": "Microsoft.Network/routeTables",
               "properties": {"disableBgpRoutePropagation": true, "routes": [
                 {"name": "all", "properties": {"addressPrefix": "0.0.0.0/0", "nextHopType": "VirtualAppliance",
                   "nextHopIpAddress": "10.1.0.4"}},
                 {"name": "out", "properties": {"addressPrefix": "203.0.113.7/32", "nextHopType": "Internet",
                   "nextHopIpAddress": ""}}],
                 "subnets": [{"id": "{}virtualNetworks/spoke/subnets/aks"}]}},
              {"name": "guard", "id": "{}networkSecurityGroups/guard",
               "type": "Microsoft.Network/networkSecurityGroups",
               "properties": {"securityRules": [{"name": "web", "properties": {"protocol": "Tcp",
                   "sourcePortRange": "*", "destinationPortRanges": ["443", "8080-8090"],
                   "sourceAddressPrefix": "10.42.0.0/16", "destinationAddressPrefix": "Internet",
                   "access": "Allow", "priority": 300, "direction": "Outbound", "description": "out"}}],
                 "defaultSecurityRules": [{"name": "AllowVnetOutBound", "properties": {"priority": 65000}}]}},
              {"name": "nodes", "id": "{}ipGroups/nodes", "type": "Microsoft.Network/ipGroups",
               "properties": {"ipAddresses": ["10.42.1.0/24", "10.42.2.9"]}},
              {"name": "base", "id": "{}firewallPolicies/base", "type": "Microsoft.Network/FirewallPolicies",
               "properties": {"sku": {"tier": "Premium"}, "threatIntelMode": "Deny",
                 "dnsSettings": {"servers": ["10.1.0.5"], "enableProxy": true},
                 "ruleCollectionGroups": [{"id": "{}firewallPolicies/base/ruleCollectionGroups/rcg"}]}},
              {"name": "rcg", "id": "{}firewallPolicies/base/ruleCollectionGroups/rcg",
               "type": "Microsoft.Network/FirewallPolicies/RuleCollectionGroups",
               "properties": {"priority": 200, "ruleCollections": [
                 {"name": "net", "priority": 210, "ruleCollectionType": "FirewallPolicyFilterRuleCollection",
                  "action": {"type": "Allow"}, "rules": [{"ruleType": "NetworkRule", "name": "ntp",
                    "ipProtocols": ["UDP"], "sourceAddresses": [], "sourceIpGroups": ["{}ipGroups/nodes"],
                    "destinationAddresses": ["AzureCloud"], "destinationIpGroups": [], "destinationFqdns": [],
                    "destinationPorts": ["123"]}]},
                 {"name": "app", "priority": 220, "ruleCollectionType": "FirewallPolicyFilterRuleCollection",
                  "action": {"type": "Deny"}, "rules": [{"ruleType": "ApplicationRule", "name": "registry",
                    "protocols": [{"protocolType": "Https", "port": 443}], "fqdnTags": [], "webCategories": [],
                    "targetFqdns": ["mcr.microsoft.com"], "targetUrls": [], "terminateTLS": false,
                    "sourceAddresses": ["10.42.0.0/16"], "sourceIpGroups": []}]}]}},
              {"name": "hub-fw", "id": "{}azureFirewalls/hub-fw", "type": "Microsoft.Network/azureFirewalls",
               "properties": {"sku": {"name": "AZFW_VNet", "tier": "Premium"},
                 "firewallPolicy": {"id": "{}firewallPolicies/base"},
                 "ipConfigurations": [{"name": "ip", "properties": {"privateIPAddress": "10.1.0.4",
                   "publicIPAddress": {"id": "{}publicIPAddresses/out"},
                   "subnet": {"id": "{}virtualNetworks/hub/subnets/AzureFirewallSubnet"}}}]}},
              {"name": "out", "id": "{}publicIPAddresses/out", "type": "Microsoft.Network/publicIPAddresses",
               "properties": {"ipAddress": "203.0.113.7", "publicIPAllocationMethod": "Static"}}
            ]}
            """
            .replace("{}", PREFIX);

    @TempDir
    private Path folder = Path.of("");

    private Environment world() throws IOException {
        ReadFiles files = ReadFiles.in(folder).file("rest.json", REST);
        Environment world = files.read();
        assertEquals(List.of(), files.codes(), files.diagnostics()::toString);
        return world;
    }

    private void assertSame(String name, String text) throws IOException {
        ReadFiles files = ReadFiles.in(folder).file(name, text);
        Inspection inspection = files.inspect();
        assertEquals(List.of(), files.codes(), files.diagnostics()::toString);
        assertEquals(List.of(), inspection.unmodelled());
        assertEquals(world(), inspection.environment());
    }

    @Test
    void theRestFormHasEverythingInItsPlace() throws IOException {
        Environment world = world();
        Subnet subnet = world.virtualNetworks().getFirst().subnets().getFirst();
        assertEquals("to-hub", subnet.routeTable().orElseThrow().id());
        assertEquals("guard", subnet.networkSecurityGroup().orElseThrow().id());
        assertEquals(List.of("Microsoft.ContainerService/x"), subnet.delegations());
        assertEquals("Microsoft.Storage", subnet.serviceEndpoints().getFirst().service());
        assertEquals("[10.1.0.5]", world.virtualNetworks().getFirst().dnsServers().toString());
        assertEquals("[10.1.0.0/16]",
                world.virtualNetworks().getFirst().peerings().getFirst().remoteAddressSpace().toString());
        assertTrue(world.routeTables().getFirst().disableBgpRoutePropagation());
        assertEquals("[443, 8080-8090]", world.networkSecurityGroups().getFirst().securityRules().getFirst()
                .destination().ports().toString());
        FirewallPolicy policy = world.firewallPolicies().getFirst();
        assertEquals("nodes", policy.ruleCollectionGroups().getFirst().ruleCollections().getFirst().rules().getFirst()
                .sources().ipGroups().getFirst().id());
        assertEquals("10.1.0.4", world.firewalls().getFirst().privateIp().toString());
        assertEquals("[203.0.113.7]", world.firewalls().getFirst().publicIps().toString());
        assertTrue(world.firewalls().getFirst().virtualNetwork().orElseThrow().names("hub"));
    }

    @Test
    void theAzureCliLeavesOutTheLevelProperties() throws IOException {
        String flat = REST.substring(REST.indexOf('['), REST.lastIndexOf(']') + 1)
                .replaceAll("\"properties\": \\{((?:[^{}]|\\{(?:[^{}]|\\{[^{}]*\\})*\\})*)\\}", "$1");
        String flatter = flat;
        for (int depth = 0; depth < 4; depth++) {
            flatter = flatter.replaceAll("\"properties\": \\{((?:[^{}]|\\{(?:[^{}]|\\{[^{}]*\\})*\\})*)\\}", "$1");
        }
        assertFalse(flatter.matches("(?s).*\"securityRules\": \\[\\{\"name\": \"web\", \"properties\".*"));
        assertSame("cli.json", flatter.replace("privateIPAddress", "privateIpAddress").replace("\"terminateTLS\"",
                "\"terminateTls\""));
    }

    @Test
    void resourceGraphWrapsRowsAndWritesTypesInLowerCase() throws IOException {
        assertSame("graph.json", REST.replace("{\"value\":", "{\"count\": 8, \"totalRecords\": 8, \"data\":")
                .replace("\"type\": \"Microsoft.Network/FirewallPolicies\"",
                        "\"type\": \"microsoft.network/firewallpolicies\", \"kind\": \"\", \"tenantId\": \"t\"")
                .replace("resourceGroups", "resourcegroups"));
    }

    @Test
    void powerShellWritesCapitalsAndTellsThingsTwice() throws IOException {
        String pascal = java.util.regex.Pattern.compile("\"([a-zA-Z])(\\w*)\": ").matcher(REST)
                .replaceAll(match -> "\"" + match.group(1).toUpperCase(java.util.Locale.ROOT) + match.group(2)
                        + "\": ")
                .replace("\"Value\": [", "\"value\": [").replace("\"RuleCollections\"", "\"RuleCollection\"")
                .replace("\"SourcePortRange\": \"*\"", "\"SourcePortRange\": [\"*\"]")
                .replace("\"SourceAddressPrefix\": \"10.42.0.0/16\"", "\"SourceAddressPrefix\": [\"10.42.0.0/16\"]")
                .replace("\"DestinationPortRanges\"", "\"DestinationPortRange\"")
                .replace("\"AddressPrefix\": \"10.42.1.0/24\"",
                        "\"AddressPrefix\": [\"10.42.1.0/24\"], \"RouteTableText\": \"{}\"")
                .replace("\"IpProtocols\"", "\"protocols\"")
                .replace("\"Tags\": {\"A\": \"b\"}", "\"Tag\": null, \"TagsTable\": null");
        String list = pascal.substring(pascal.indexOf('['), pascal.lastIndexOf(']') + 1);
        assertSame("powershell.json", list);
        Path utf16 = Files.write(folder.resolve("utf16.json"),
                ("\ufeff" + list).getBytes(StandardCharsets.UTF_16LE));
        assertEquals(world(), EnvironmentReader.read(List.of(utf16), new dev.sekisho.model.diagnostic.Diagnostics()));
    }

    @Test
    void recordedCommandsAndSingleFilesGiveTheSameWorld() throws IOException {
        String list = REST.substring(REST.indexOf('['), REST.lastIndexOf(']') + 1);
        assertSame("recorded.json", "[{\"command\": \"az network …\", \"output\": " + list + "}]");
    }

    @Test
    void ruleGroupsOfTheOldApiAreRuleCollectionGroups() throws IOException {
        ReadFiles files = ReadFiles.in(folder).file("old.json", """
                {"id": "{}firewallPolicies/old/ruleGroups/rg1", "name": "rg1", "properties": {"priority": 300, "rules": [
                  {"ruleType": "FirewallPolicyFilterRule", "name": "allow", "priority": 310, "action": {"type": "Allow"},
                   "ruleConditions": [
                     {"ruleConditionType": "NetworkRuleCondition", "name": "dns", "ipProtocols": ["UDP"],
                      "sourceAddresses": ["10.0.0.0/8"], "destinationAddresses": ["10.1.0.4"],
                      "destinationPorts": ["53"]}]},
                  {"ruleType": "FirewallPolicyNatRule", "name": "in", "priority": 320, "action": {"type": "DNAT"},
                   "translatedAddress": "10.42.1.9", "translatedPort": "8443",
                   "ruleCondition": {"ruleConditionType": "NetworkRuleCondition", "name": "web", "ipProtocols": ["TCP"],
                     "sourceAddresses": ["*"], "destinationAddresses": ["203.0.113.7"],
                     "destinationPorts": ["443"]}}]}}
                """.replace("{}", PREFIX));
        FirewallPolicy policy = files.read().firewallPolicies().getFirst();
        assertEquals(List.of("ONLY_PARTS"), files.codes(), files.diagnostics()::toString);
        assertEquals("old", policy.name());
        List<RuleCollection> collections = policy.ruleCollectionGroups().getFirst().ruleCollections();
        assertEquals(List.of("allow", "in"), collections.stream().map(RuleCollection::name).toList());
        assertTrue(collections.get(1) instanceof NatRuleCollection nat
                && nat.rules().getFirst().target().toString().equals("10.42.1.9")
                && nat.rules().getFirst().translatedPort().toString().equals("8443"));
    }

    @Test
    void aClassicFirewallKeepsItsRulesAndItsDottedSettings() throws IOException {
        ReadFiles files = ReadFiles.in(folder).file("classic.json", """
                {"id": "{}azureFirewalls/old-fw", "name": "old-fw", "properties": {
                  "additionalProperties": {"Network.DNS.EnableProxy": "true", "Network.DNS.Servers": "10.0.0.4,10.0.0.5",
                    "ThreatIntel.Whitelist.FQDNs": "good.example", "Network.SNAT.PrivateRanges": "IANAPrivateRanges"},
                  "networkRuleCollections": [{"name": "n", "properties": {"priority": 110, "action": {"type": "Allow"},
                    "rules": [{"name": "r", "protocols": ["Any"], "sourceAddresses": ["*"],
                      "destinationAddresses": ["10.9.0.0/16"], "destinationPorts": ["*"]}]}}],
                  "natRuleCollections": [{"name": "d", "properties": {"priority": 100, "action": {"type": "Dnat"},
                    "rules": [{"name": "r", "protocols": ["TCP"], "sourceAddresses": ["*"],
                      "destinationAddresses": ["203.0.113.7"], "destinationPorts": ["22"],
                      "translatedAddress": "10.9.0.4", "translatedPort": "2222"}]}}]}}
                """.replace("{}", PREFIX));
        FirewallRules rules = files.read().firewalls().getFirst().rules();
        assertEquals(List.of(), files.codes(), files.diagnostics()::toString);
        assertTrue(rules instanceof FirewallRules.Classic);
        FirewallRules.Classic classic = (FirewallRules.Classic) rules;
        assertEquals(List.of("d", "n"), classic.collections().stream().map(RuleCollection::name).toList());
        assertTrue(classic.settings().dns().orElseThrow().enableProxy());
        assertEquals("[10.0.0.4, 10.0.0.5]", classic.settings().dns().orElseThrow().servers().toString());
        assertTrue(classic.settings().snat().orElseThrow().includeIanaPrivateRanges());
        assertEquals("[good.example]",
                classic.settings().threatIntelAllowlist().orElseThrow().fqdns().toString());
    }
}
