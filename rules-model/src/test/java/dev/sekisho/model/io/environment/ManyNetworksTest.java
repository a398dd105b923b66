package dev.sekisho.model.io.environment;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.ApiServerAccess;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.IntrusionDetection;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.ThreatIntelMode;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.ApplicationGateway;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.PrivateEndpointNetworkPolicies;
import dev.sekisho.model.network.PrivateLinkConnection;
import dev.sekisho.model.network.PrivateLinkService;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.Entry;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Reads `two-networks.yaml`, in which every property occurs and every value differs.
class ManyNetworksTest {
    private static Environment environment = Environment.EMPTY;

    @BeforeAll
    static void readsWithoutAnyProblem() throws URISyntaxException {
        Diagnostics diagnostics = new Diagnostics();
        Path path = Path.of(Objects.requireNonNull(ManyNetworksTest.class.getResource("two-networks.yaml")).toURI());
        environment = EnvironmentReader.read(List.of(path), diagnostics);
        assertEquals("", diagnostics.toString());
    }

    @Test
    void aNetworkHasItsRangesRoutesAndServers() {
        VirtualNetwork spoke = environment.virtualNetworks().getFirst();
        assertEquals("spoke", spoke.name());
        assertEquals("[10.42.0.0/16, fd00:42::/48]", spoke.addressSpace().toString());
        assertEquals("[10.50.0.0/16]", spoke.gatewayRoutes().toString());
        assertEquals("[10.1.0.4]", spoke.dnsServers().toString());
        assertEquals(5, spoke.at().line());
        assertEquals(List.of("spoke", "hub"),
                environment.virtualNetworks().stream().map(VirtualNetwork::name).toList());
    }

    @Test
    void aSubnetHasWhatIsAttachedToIt() {
        Subnet aks = environment.virtualNetworks().getFirst().subnets().getFirst();
        assertEquals(List.of(IpPrefix.parse("10.42.1.0/24")), aks.prefixes());
        assertEquals("rt-aks", aks.routeTable().orElseThrow().name());
        assertEquals("nsg-aks", aks.networkSecurityGroup().orElseThrow().name());
        assertEquals("nsg-nodes", aks.networkInterfaceSecurityGroup().orElseThrow().name());
        assertEquals("Microsoft.Storage", aks.serviceEndpoints().getFirst().service());
        assertEquals("[198.51.100.0/24]", aks.serviceEndpoints().getFirst().prefixes().toString());
        assertEquals(List.of(), aks.serviceEndpoints().getLast().prefixes());
        assertEquals(List.of("Microsoft.ContainerService/managedClusters"), aks.delegations());
        assertEquals(PrivateEndpointNetworkPolicies.DISABLED, aks.privateEndpointNetworkPolicies());

        Subnet endpoints = environment.virtualNetworks().getFirst().subnets().getLast();
        assertEquals("[10.42.5.0/25, 10.42.5.128/25]", endpoints.prefixes().toString());
        assertEquals(PrivateEndpointNetworkPolicies.ROUTE_TABLE_ENABLED, endpoints.privateEndpointNetworkPolicies());
    }

    @Test
    void aPeeringKeepsEachOfItsSwitchesApart() {
        Peering peering = environment.virtualNetworks().getFirst().peerings().getFirst();
        assertEquals("hub", peering.remote().orElseThrow().name());
        assertEquals("[10.1.0.0/16]", peering.remoteAddressSpace().toString());
        assertTrue(peering.allowVirtualNetworkAccess());
        assertTrue(peering.allowForwardedTraffic());
        assertEquals(false, peering.allowGatewayTransit());
        assertTrue(peering.useRemoteGateways());
        assertEquals(false, peering.global());
    }

    @Test
    void routesLeadToAppliancesTagsAndNowhere() {
        List<Route> routes = environment.routeTables().getFirst().routes();
        assertTrue(environment.routeTables().getFirst().disableBgpRoutePropagation());
        assertEquals("[0.0.0.0/0, Storage.JapanEast, <partner_cidr>]",
                routes.stream().map(Route::destination).toList().toString());
        assertEquals(new NextHop.VirtualAppliance(Entry.of(IpAddress.parse("10.1.0.4"))), routes.get(0).nextHop());
        assertEquals(NextHop.Platform.INTERNET, routes.get(1).nextHop());
        assertEquals(NextHop.Platform.NONE, routes.get(2).nextHop());
        assertEquals(List.of(false, true, false), routes.stream().map(Route::hasBgpOverride).toList());
        assertEquals("later", routes.get(2).name());
    }

    @Test
    void securityRulesHaveBothFormsOfAddressesAndPorts() {
        List<SecurityRule> rules = environment.networkSecurityGroups().getFirst().securityRules();
        SecurityRule web = rules.getFirst();
        assertEquals("what the pods call", web.description());
        assertEquals(110, web.priority().value());
        assertEquals(SecurityRule.Protocol.TCP, web.protocol());
        assertEquals("[10.42.1.0/24, 10.42.2.0/24]", web.source().addresses().toString());
        assertEquals("[*]", web.source().ports().toString());
        assertEquals("[AzureCloud]", web.destination().addresses().toString());
        assertEquals("[80, 10000-10005]", web.destination().ports().toString());
        SecurityRule groups = rules.getLast();
        assertEquals("[asg-web]", groups.source().applicationSecurityGroups().toString());
        assertEquals("[22, 3389]", groups.destination().ports().toString());
        assertEquals(SecurityRule.Direction.INBOUND, groups.direction());
        assertEquals(SecurityRule.Access.DENY, groups.access());
    }

    @Test
    void aFirewallHasItsAddressesAndItsPolicyByName() {
        Firewall firewall = environment.firewalls().getFirst();
        assertEquals("hub", firewall.virtualNetwork().orElseThrow().name());
        assertEquals("10.1.0.4", firewall.privateIp().toString());
        assertEquals("[20.0.0.10, <second_ip>]", firewall.publicIps().toString());
        assertEquals(Tier.PREMIUM, firewall.tier());
        assertTrue(firewall.dualStack());
        assertEquals(false, firewall.forcedTunneling());
        assertEquals("spoke-b-to-hub", firewall.remotePeerings().getFirst().name());
        assertEquals("fwpol", ((FirewallRules.Policy) firewall.rules()).policy().name());
    }

    @Test
    void aClassicFirewallHasItsThreeListsInThatOrder() {
        FirewallRules.Classic classic = (FirewallRules.Classic) environment.firewalls().getLast().rules();
        assertEquals(List.of("in", "mail", "web"), classic.collections().stream().map(RuleCollection::name).toList());
        assertEquals(List.of("100", "300", "400"),
                classic.collections().stream().map(collection -> collection.priority().toString()).toList());
        assertEquals(Optional.of(ThreatIntelMode.DENY), classic.settings().threatIntelMode());
        NatRule rdp = (NatRule) classic.collections().getFirst().rules().getFirst();
        assertEquals("jump.internal.example:3390", rdp.target() + ":" + rdp.translatedPort());
        ApplicationRule any = (ApplicationRule) classic.collections().getLast().rules().getFirst();
        assertEquals("[Https]", any.protocols().toString());
        assertEquals(443, any.protocols().getFirst().effectivePort());
    }

    @Test
    void aPolicyHasItsParentAndItsSettings() {
        FirewallPolicy policy = environment.firewallPolicies().getLast();
        assertEquals("base", policy.basePolicy().orElseThrow().name());
        PolicySettings settings = policy.settings();
        assertEquals("[10.1.0.5] true",
                settings.dns().orElseThrow().servers() + " " + settings.dns().orElseThrow().enableProxy());
        assertEquals("[203.0.113.0/24]", settings.snat().orElseThrow().privateRanges().toString());
        assertTrue(settings.snat().orElseThrow().includeIanaPrivateRanges());
        assertTrue(settings.snat().orElseThrow().autoLearnPrivateRanges());
        assertEquals(Optional.of(true), settings.allowSqlRedirect());
        assertTrue(settings.tlsInspectionCertificate());
        assertEquals(8081, settings.explicitProxy().orElseThrow().httpPort().orElseThrow());
        assertEquals(8443, settings.explicitProxy().orElseThrow().httpsPort().orElseThrow());
        assertEquals(Optional.empty(), settings.threatIntelMode());

        IntrusionDetection detection = settings.intrusionDetection().orElseThrow();
        assertEquals(ThreatIntelMode.DENY, detection.mode());
        assertEquals(Map.of("2024897", ThreatIntelMode.ALERT), detection.signatureOverrides());
        assertEquals("[10.0.0.0/8]", detection.privateRanges().toString());
        IntrusionDetection.Bypass bypass = detection.bypasses().getFirst();
        assertEquals("probe TCP [10.42.1.9] [nodes] [203.0.113.7] [partners] [8080]",
                String.join(" ", bypass.name(), bypass.protocol().toString(), bypass.sources().addresses().toString(),
                        bypass.sources().ipGroups().toString(), bypass.destinationAddresses().toString(),
                        bypass.destinationIpGroups().toString(), bypass.destinationPorts().toString()));

        PolicySettings base = environment.firewallPolicies().getFirst().settings();
        assertEquals(Optional.of(ThreatIntelMode.ALERT), base.threatIntelMode());
        assertEquals("[203.0.113.66, 203.0.113.80-203.0.113.90]",
                base.threatIntelAllowlist().orElseThrow().ipAddresses().toString());
        assertEquals("[*.good.example]", base.threatIntelAllowlist().orElseThrow().fqdns().toString());
    }

    @Test
    void rulesOfEveryTypeHaveEveryField() {
        List<RuleCollection> collections = environment.firewallPolicies().getLast().ruleCollectionGroups().getFirst()
                .ruleCollections();
        ApplicationRule registry = (ApplicationRule) collections.get(0).rules().getFirst();
        assertEquals("images (fact list of 2026)", registry.description());
        assertEquals("[nodes]", registry.sources().ipGroups().toString());
        assertEquals("[Https:443, Http:80]", registry.protocols().toString());
        assertEquals("[mcr.microsoft.com, *.data.mcr.microsoft.com]", registry.targetFqdns().toString());
        assertEquals("[www.example.com/feed/*]", registry.targetUrls().toString());
        assertEquals("AzureKubernetesService", registry.fqdnTags().getFirst().value());
        assertEquals(List.of("News"), registry.webCategories());
        assertEquals("[*]", registry.destinationAddresses().toString());
        assertTrue(registry.terminateTls());

        NetworkRule time = (NetworkRule) collections.get(1).rules().getFirst();
        assertEquals("[UDP, Any]", time.protocols().toString());
        assertEquals("[10.42.1.0/24]", time.sources().addresses().toString());
        assertEquals("[203.0.113.9, AzureCloud.JapanEast, 203.0.113.20-203.0.113.30]",
                time.destinations().addresses().toString());
        assertEquals("[partners]", time.destinations().ipGroups().toString());
        assertEquals("[ntp.ubuntu.com]", time.destinations().fqdns().toString());
        assertEquals("[123, 8000-8010, *]", time.destinationPorts().toString());

        Rule web = collections.get(2).rules().getFirst();
        assertEquals("10.42.1.100:8443", ((NatRule) web).target() + ":" + ((NatRule) web).translatedPort());
        assertEquals("two-networks.yaml", Path.of(web.at().file()).getFileName().toString());
    }

    @Test
    void endpointsGroupsAndClustersAreThere() {
        assertEquals("[10.42.1.0/24, 10.42.2.4-10.42.2.9]", environment.ipGroups().getFirst().members().toString());
        assertEquals(List.of(), environment.ipGroups().getLast().members());
        PrivateEndpoint sql = environment.privateEndpoints().getFirst();
        assertEquals("[orders.database.windows.net]", sql.fqdns().toString());
        assertEquals("endpoints", ((PrivateEndpoint.Placement.InSubnet) sql.placement()).subnet());
        PrivateEndpoint far = environment.privateEndpoints().get(1);
        assertEquals("[10.7.0.4, 10.7.0.5]", far.addresses().toString());
        assertEquals(new PrivateEndpoint.Placement.Stated(List.of(IpPrefix.parse("10.7.0.0/16")),
                PrivateEndpointNetworkPolicies.ENABLED), far.placement());
        assertEquals(
                new ClusterNetwork("payments", NetworkPlugin.OVERLAY, Optional.of(IpAddress.parse("10.42.1.10")),
                        List.of(IpPrefix.parse("10.244.0.0/16")), List.of(IpPrefix.parse("10.42.1.0/24")),
                        environment.clusters().getFirst().apiServer()),
                environment.clusters().getFirst());
    }

    @Test
    void waysInAreThere() {
        PrivateLinkConnection connection = environment.privateEndpoints().getLast().connection().orElseThrow();
        assertEquals("pls-shop Optional[PENDING] Optional[7d0e5b9c-0000-4000-8000-000000000001]",
                connection.service() + " " + connection.state() + " " + connection.subscription());
        PrivateLinkService service = environment.waysIn().privateLinkServices().getFirst();
        assertEquals("spoke/links [10.42.6.5] [10.42.3.20, <later>]",
                service.subnet() + " " + service.natAddresses() + " " + service.frontends());
        assertTrue(service.visibility().everybody());
        assertTrue(service.autoApproval().contains("7D0E5B9C-0000-4000-8000-000000000002"));
        assertFalse(service.autoApproval().contains("7d0e5b9c-0000-4000-8000-000000000001"));
        ApplicationGateway gateway = environment.waysIn().applicationGateways().getFirst();
        assertEquals("hub/gateways [20.1.1.1] [10.1.4.10]",
                gateway.subnet() + " " + gateway.publicIps() + " " + gateway.privateIps());
        ApplicationGateway.Listener web = gateway.listeners().getFirst();
        assertEquals("web PUBLIC 443 [shop.example.com] [10.42.3.21:8080, shop.internal:443, <pool>:81]",
                web.name() + " " + web.side() + " " + web.port() + " " + web.hosts() + " " + web.backends());
        ApiServerAccess api = environment.clusters().getFirst().apiServer().orElseThrow();
        assertEquals("vnetIntegration true [198.51.100.7/32, 203.0.113.0/28] 10.42.8.4 spoke/apiserver [hub]",
                api.access() + " " + api.publicEndpoint() + " " + api.authorizedIpRanges() + " "
                        + api.address().orElseThrow() + " " + api.subnet().orElseThrow() + " " + api.nameLinks());
    }

    @Test
    void whatAzureWouldKnowHasCanonicalKeys() {
        var knowledge = environment.knowledge();
        assertEquals("{gone.example=[], ntp.ubuntu.com=[203.0.113.9]}", knowledge.firewallDns().toString());
        assertEquals("{orders.database.windows.net=[10.42.5.4]}", knowledge.clientDns().toString());
        assertEquals("{azurekubernetesservice=[*.hcp.japaneast.azmk8s.io]}", knowledge.fqdnTags().toString());
        assertEquals("{www.example.com=News, www.example.com/Feed=Sports}", knowledge.webCategories().toString());
        assertEquals(
                AddressSet.of(IpRange.parse("203.0.113.66"))
                        .union(AddressSet.of(IpRange.parse("203.0.113.70-203.0.113.72"))),
                knowledge.threatFeed().ips());
        assertEquals("[bad.example]", knowledge.threatFeed().fqdns().toString());
        assertEquals("[md-status.blob.example]", knowledge.infrastructureFqdns().toString());
        assertEquals(Optional.of(AddressSet.of(IpPrefix.parse("20.43.64.0/18"), IpPrefix.parse("20.46.112.0/20"))),
                environment.serviceTags().find(ServiceTagName.parse("azurecloud.japaneast")));
        assertEquals(Optional.of(AddressSet.of(IpPrefix.parse("198.51.100.0/25"))),
                environment.serviceTags().find(ServiceTagName.parse("Storage.JapanEast")));
        assertEquals(new Readings(true, false, true), environment.readings());
    }
}
