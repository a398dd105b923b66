package dev.sekisho.model.io.environment;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.ResourceRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Resources of several files and several forms become one environment.
class AssembledResourcesTest {
    @TempDir
    private Path folder = Path.of("");

    private static String id(String group, String path) {
        return "/subscriptions/5e/resourceGroups/" + group + "/providers/Microsoft.Network/" + path;
    }

    @Test
    void aPartInsideItsParentAndTheSamePartOnItsOwnCountOnce() throws IOException {
        ReadFiles files = ReadFiles.in(folder).file("table.json", """
                [{"id": "%1$s", "name": "rt", "disableBgpRoutePropagation": true, "routes": [
                   {"name": "a", "addressPrefix": "10.1.0.0/16", "nextHopType": "VnetLocal"}]},
                 {"id": "%1$s/routes/A", "name": "A", "addressPrefix": "10.1.0.0/16", "nextHopType": "VnetLocal"},
                 {"id": "%1$s/routes/b", "name": "b", "addressPrefix": "10.2.0.0/16", "nextHopType": "None"}]
                """.formatted(id("g", "routeTables/rt")));
        RouteTable table = files.read().routeTables().getFirst();
        assertEquals(List.of(), files.codes(), files.diagnostics()::toString);
        assertEquals(List.of("a", "b"), table.routes().stream().map(Route::name).toList());
        assertTrue(table.disableBgpRoutePropagation());
    }

    @Test
    void onlyPartsOfAResourceAreEnoughAndDoNotCountAsTheResource() throws IOException {
        ReadFiles files = ReadFiles.in(folder).file("subnets.json", """
                [{"id": "%s", "name": "aks", "addressPrefix": "10.42.1.0/24"},
                 {"id": "%s", "name": "db", "addressPrefixes": ["10.42.2.0/24", "10.42.9.0/24"]}]
                """.formatted(id("g", "virtualNetworks/spoke/subnets/aks"),
                id("g", "virtualNetworks/spoke/subnets/db")));
        Inspection inspection = files.inspect();
        assertEquals(List.of("ONLY_PARTS"), files.codes());
        VirtualNetwork network = inspection.environment().virtualNetworks().getFirst();
        assertEquals("[10.42.1.0/24, 10.42.2.0/24, 10.42.9.0/24]", network.addressSpace().toString());
        assertEquals("{virtualNetworks=1}", inspection.madeUp().toString());
    }

    @Test
    void theSameResourceOfTwoFilesCountsOnceAndTwoStatesOfItAreReported() throws IOException {
        String table = "{\"id\": \"" + id("g", "routeTables/rt") + "\", \"name\": \"rt\", \"properties\": "
                + "{\"disableBgpRoutePropagation\": false, \"routes\": []}}";
        ReadFiles same = ReadFiles.in(folder).file("a.json", table).file("b.json", "\n" + table);
        assertEquals(1, same.read().routeTables().size());
        assertEquals(List.of("SAME_RESOURCE"), same.codes());

        ReadFiles other = ReadFiles.in(folder).file("a.json", table).file("c.json", table.replace("false", "true"));
        assertTrue(other.read().routeTables().stream().noneMatch(RouteTable::disableBgpRoutePropagation));
        assertEquals(List.of("DUPLICATE_NAME"), other.codes());
        assertTrue(other.diagnostics().toString().contains("c.json:1:1: warning:"), other.diagnostics()::toString);
    }

    @Test
    void resourcesOfOneNameInSeveralGroupsAreToldApartAndFoundById() throws IOException {
        ReadFiles files = ReadFiles.in(folder).file("all.json", """
                [{"id": "%1$s", "name": "rt", "routes": [
                   {"name": "east", "addressPrefix": "10.1.0.0/16", "nextHopType": "None"}]},
                 {"id": "%2$s", "name": "rt", "routes": []},
                 {"id": "%3$s", "name": "spoke", "addressSpace": {"addressPrefixes": ["10.42.0.0/16"]}, "subnets": [
                   {"name": "s1", "addressPrefix": "10.42.1.0/24", "routeTable": {"id": "%2$s"}},
                   {"name": "s2", "addressPrefix": "10.42.2.0/24", "routeTable": {"id": "%1$s"}},
                   {"name": "s3", "addressPrefix": "10.42.3.0/24", "routeTable": {"id": "%4$s"}}]}]
                """.formatted(id("east", "routeTables/rt"), id("WEST", "routeTables/rt"),
                id("east", "virtualNetworks/spoke"), id("north", "routeTables/rt")));
        Environment environment = files.read();
        assertEquals(List.of("rt@east", "rt@WEST"), environment.routeTables().stream().map(RouteTable::name).toList());
        assertEquals(List.of("rt@WEST", "rt@east", "rt@north"),
                environment.virtualNetworks().getFirst().subnets().stream()
                        .map(subnet -> subnet.routeTable().map(ResourceRef::id).orElse("")).toList());
        assertEquals(List.of(), files.codes(), files.diagnostics()::toString);
    }

    @Test
    void aPrivateEndpointGetsItsAddressFromItsInterfaceAndItsNamesFromDns() throws IOException {
        ReadFiles files = ReadFiles.in(folder).file("endpoint.json", """
                [{"id": "%1$s", "name": "pe", "properties": {"subnet": {"id": "%2$s"},
                   "networkInterfaces": [{"id": "%3$s"}],
                   "customDnsConfigs": [{"fqdn": "orders.database.windows.net", "ipAddresses": ["10.42.5.4"]}],
                   "privateLinkServiceConnections": [{"name": "c", "properties": {"groupIds": ["sqlServer"],
                     "privateLinkServiceConnectionState": {"status": "Approved", "description": "ok"}}}]}},
                 {"id": "%3$s", "name": "nic", "properties": {"privateEndpoint": {"id": "%1$s"}, "ipConfigurations": [
                   {"name": "i", "properties": {"privateIPAddress": "10.42.5.4", "subnet": {"id": "%2$s"},
                     "applicationSecurityGroups": [{"id": "%5$s"}]}}]}},
                 {"id": "%4$s", "name": "orders", "properties": {"ttl": 10, "aRecords": [{"ipv4Address": "10.42.5.4"}]}},
                 {"id": "%5$s", "name": "db-clients", "properties": {}}]
                """.formatted(id("g", "privateEndpoints/pe"), id("g", "virtualNetworks/spoke/subnets/db"),
                id("g", "networkInterfaces/nic"), id("g", "privateDnsZones/privatelink.database.windows.net/A/orders"),
                id("g", "applicationSecurityGroups/db-clients")));
        Inspection inspection = files.inspect();
        PrivateEndpoint endpoint = inspection.environment().privateEndpoints().getFirst();
        assertEquals("[10.42.5.4]", endpoint.addresses().toString());
        assertEquals("[orders.database.windows.net, orders.privatelink.database.windows.net]",
                endpoint.fqdns().toString());
        assertEquals(new PrivateEndpoint.Placement.InSubnet(new ResourceRef("spoke"), "db"), endpoint.placement());
        assertEquals("[orders.database.windows.net, orders.privatelink.database.windows.net]",
                inspection.environment().knowledge().firewallDns().keySet().toString());
        assertEquals(AddressSet.of(IpPrefix.parse("10.42.5.4/32")),
                inspection.environment().applicationSecurityGroups().getFirst().members());
        assertEquals(List.of(), files.codes(), files.diagnostics()::toString);
        assertEquals(List.of(), inspection.unmodelled());
    }

    @Test
    void aClusterKnowsTheSubnetsOfItsPools() throws IOException {
        String cluster = "/subscriptions/5e/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/aks";
        ReadFiles files = ReadFiles.in(folder).file("aks.json", """
                [{"id": "%1$s", "name": "aks", "networkProfile": {"networkPlugin": "azure",
                   "networkPluginMode": "overlay", "podCidr": "192.168.0.0/16", "outboundType": "userDefinedRouting"},
                  "agentPoolProfiles": [{"name": "sys", "vnetSubnetId": "%2$s/subnets/sys", "count": 3}]},
                 {"id": "%1$s/agentPools/user", "name": "user", "properties": {"vnetSubnetID": "%2$s/subnets/user"}},
                 {"id": "%2$s", "name": "spoke", "addressSpace": {"addressPrefixes": ["10.42.0.0/16"]}, "subnets": [
                   {"name": "sys", "addressPrefix": "10.42.1.0/24"},
                   {"name": "user", "addressPrefix": "10.42.2.0/24"}]}]
                """.formatted(cluster, id("g", "virtualNetworks/spoke")));
        ClusterNetwork network = files.read().clusters().getFirst();
        assertEquals("overlay", network.networkPlugin().text());
        assertEquals("[192.168.0.0/16]", network.podCidrs().toString());
        assertEquals("[10.42.1.0/24, 10.42.2.0/24]", network.nodeSubnets().toString());
        assertEquals(List.of(), files.codes(), files.diagnostics()::toString);
    }

    @Test
    void aNetworkLearnsWhatLiesBehindItsGatewayAndItsPeersGateway() throws IOException {
        ReadFiles files = ReadFiles.in(folder).file("hybrid.json", """
                [{"id": "%1$s", "name": "hub", "addressSpace": {"addressPrefixes": ["10.1.0.0/16"]}, "subnets": [],
                  "location": "japaneast"},
                 {"id": "%2$s", "name": "spoke", "addressSpace": {"addressPrefixes": ["10.42.0.0/16"]}, "subnets": [],
                  "location": "japanwest", "virtualNetworkPeerings": [{"name": "up", "peeringState": "Connected",
                    "remoteVirtualNetwork": {"id": "%1$s"}, "useRemoteGateways": true,
                    "remoteVirtualNetworkAddressSpace": {"addressPrefixes": ["10.1.0.0/16"]}},
                    {"name": "old", "peeringState": "Disconnected", "remoteVirtualNetwork": {"id": "%1$s"}}]},
                 {"id": "%3$s", "name": "vpn", "gatewayType": "Vpn", "enableBgp": false, "ipConfigurations": [
                    {"name": "x", "subnet": {"id": "%1$s/subnets/GatewaySubnet"}}],
                  "vpnClientConfiguration": {"vpnClientAddressPool": {"addressPrefixes": ["172.16.9.0/24"]}}},
                 {"id": "%4$s", "name": "site", "localNetworkAddressSpace": {"addressPrefixes": ["172.20.0.0/16"]}},
                 {"id": "%5$s", "name": "c", "connectionType": "IPsec", "virtualNetworkGateway1": {"id": "%3$s"},
                  "localNetworkGateway2": {"id": "%4$s"}}]
                """.formatted(id("g", "virtualNetworks/hub"), id("g", "virtualNetworks/spoke"),
                id("g", "virtualNetworkGateways/vpn"), id("g", "localNetworkGateways/site"), id("g", "connections/c")));
        List<VirtualNetwork> networks = files.read().virtualNetworks();
        assertEquals(List.of("NOT_CONNECTED"), files.codes(), files.diagnostics()::toString);
        for (VirtualNetwork network : networks) {
            assertEquals("[172.16.9.0/24, 172.20.0.0/16]", network.gatewayRoutes().toString());
        }
        assertEquals(1, networks.get(1).peerings().size());
        assertTrue(networks.get(1).peerings().getFirst().global());
        assertEquals("[10.1.0.0/16]", networks.get(1).peerings().getFirst().remoteAddressSpace().toString());
    }

    @Test
    void interfacesThatShareOneSecurityGroupGiveItToTheirSubnet() throws IOException {
        String nic = """
                {"id": "%s", "name": "n", "networkSecurityGroup": {"id": "%s"}, "ipConfigurations": [
                  {"name": "i", "privateIpAddress": "10.42.1.%d", "subnet": {"id": "%s"}}]}""";
        String network = """
                {"id": "%s", "name": "spoke", "addressSpace": {"addressPrefixes": ["10.42.0.0/16"]},
                 "subnets": [{"name": "aks", "addressPrefix": "10.42.1.0/24"}]}""".formatted(id("g",
                "virtualNetworks/spoke"));
        String subnet = id("g", "virtualNetworks/spoke/subnets/aks");
        String agents = id("mc", "networkSecurityGroups/agents");
        ReadFiles same = ReadFiles.in(folder).file("same.json", "[" + network + ","
                + nic.formatted(id("g", "networkInterfaces/n1"), agents, 4, subnet) + ","
                + nic.formatted(id("g", "networkInterfaces/n2"), agents, 5, subnet) + "]");
        Subnet found = same.read().virtualNetworks().getFirst().subnets().getFirst();
        assertTrue(found.networkInterfaceSecurityGroup().orElseThrow().names("agents"));

        ReadFiles different = ReadFiles.in(folder).file("different.json", "[" + network + ","
                + nic.formatted(id("g", "networkInterfaces/n1"), agents, 4, subnet) + ","
                + nic.formatted(id("g", "networkInterfaces/n2"), id("mc", "networkSecurityGroups/b"), 5, subnet) + "]");
        assertTrue(different.read().virtualNetworks().getFirst().subnets().getFirst().networkInterfaceSecurityGroup()
                .isEmpty());
        assertEquals(List.of("NOT_MODELLED"), different.codes());
    }

    @Test
    void securityAdminRulesHoldForTheMembersOfTheirGroups() throws IOException {
        String manager = id("g", "networkManagers/nm");
        ReadFiles files = ReadFiles.in(folder).file("admin.json", """
                [{"id": "%1$s/securityAdminConfigurations/c/ruleCollections/rc", "name": "rc",
                  "properties": {"appliesToGroups": [{"networkGroupId": "%1$s/networkGroups/prod"}]}},
                 {"id": "%1$s/securityAdminConfigurations/c/ruleCollections/rc/rules/no-smtp", "name": "no-smtp",
                  "kind": "Custom", "properties": {"access": "Deny", "direction": "Outbound", "priority": 7,
                    "protocol": "Tcp", "sources": [], "destinationPortRanges": ["25"],
                    "destinations": [{"addressPrefix": "Internet", "addressPrefixType": "ServiceTag"}]}},
                 {"id": "%1$s/networkGroups/prod/staticMembers/m1", "name": "m1",
                  "properties": {"resourceId": "%2$s"}}]
                """.formatted(manager, id("g", "virtualNetworks/spoke")));
        var collection = files.read().securityAdminCollections().getFirst();
        assertTrue(collection.coversNetwork("spoke"));
        assertTrue(!collection.coversNetwork("other"));
        assertEquals("no-smtp", collection.rules().getFirst().name());
        assertEquals(List.of(), files.codes(), files.diagnostics()::toString);
    }

    @Test
    void aTemplateTakesValuesFromResourcesOfAnotherOne() throws IOException {
        ReadFiles files = ReadFiles.in(folder).file("hub.json", """
                {"contentVersion": "1.0.0.0", "resources": [
                  {"type": "Microsoft.Network/ipGroups", "name": "nodes", "properties": {"ipAddresses": [
                    "[reference(resourceId('Microsoft.Network/virtualNetworks/subnets', 'spoke', 'aks'), '2023-11-01').addressPrefix]"]}},
                  {"type": "Microsoft.Network/azureFirewalls", "name": "fw-hub", "properties": {}}]}
                """).file("spoke.json", """
                {"contentVersion": "1.0.0.0", "resources": [
                  {"type": "Microsoft.Network/virtualNetworks", "name": "spoke", "properties": {
                    "addressSpace": {"addressPrefixes": ["10.42.0.0/16"]},
                    "subnets": [{"name": "aks", "properties": {"addressPrefix": "10.42.1.0/24"}}]}},
                  {"type": "Microsoft.Network/routeTables", "name": "rt", "properties": {"routes": [{"name": "all",
                    "properties": {"addressPrefix": "0.0.0.0/0", "nextHopType": "VirtualAppliance", "nextHopIpAddress":
                      "[reference(resourceId('Microsoft.Network/azureFirewalls', 'fw-hub')).ipConfigurations[0].properties.privateIPAddress]"}}]}}]}
                """);
        Environment environment = files.read();
        assertEquals("[10.42.1.0/24]", environment.ipGroups().getFirst().members().toString());
        assertEquals("<the private address of the firewall fw-hub>",
                environment.firewalls().getFirst().privateIp().toString());
        assertEquals(new NextHop.VirtualAppliance(environment.firewalls().getFirst().privateIp()),
                environment.routeTables().getFirst().routes().getFirst().nextHop());
        assertEquals(List.of(), files.codes(), files.diagnostics()::toString);
    }
}
