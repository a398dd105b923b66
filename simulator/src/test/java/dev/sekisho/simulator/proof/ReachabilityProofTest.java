package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.EgressNeed.Layer;
import dev.sekisho.model.need.EgressNeed.Sources;
import dev.sekisho.model.need.NeedProtocol;
import dev.sekisho.model.need.NeedTarget;
import dev.sekisho.simulator.verdict.RuleRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReachabilityProofTest {
    private static final String CONFIGURATION = """
            kind: Environment
            virtualNetworks:
              - name: spoke
                addressSpace: [10.42.0.0/16]
                dnsServers: [10.1.0.4]
                subnets:
                  - {name: aks, prefix: 10.42.1.0/24, routeTable: rt, serviceEndpoints: [{service: Microsoft.Storage, prefixes: [198.51.100.0/25]}]}
                  - {name: endpoints, prefix: 10.42.5.0/24}
                peerings: [{name: to-hub, remote: hub}]
              - {name: hub, addressSpace: [10.1.0.0/16], subnets: [{name: AzureFirewallSubnet, prefix: 10.1.0.0/26}], peerings: [{name: to-spoke, remote: spoke}]}
            routeTables: [{name: rt, routes: [{name: default, addressPrefix: 0.0.0.0/0, nextHopType: VirtualAppliance, nextHopIpAddress: 10.1.0.4}AROUND]}]
            privateEndpoints: [{name: orders, ip: 10.42.5.4, fqdns: [orders.db.example], subnet: spoke/endpoints}]
            clusters: [{name: shop, networkPlugin: overlay, podCidr: 10.244.0.0/16, nodeSubnets: [10.42.1.0/24]}]
            firewalls: [{name: fw, vnet: hub, privateIp: 10.1.0.4, publicIps: [203.0.113.10], tier: Standard, policy: pol}]
            fixtures: {firewallDns: {clock.example: [203.0.113.50]}}
            firewallPolicies:
              - name: pol
                tier: Standard
                dnsSettings: {enableProxy: true}
                ruleCollectionGroups:
                  - name: group
                    priority: 500
                    ruleCollections:
                      - name: web
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        priority: 520
                        action: {type: Allow}
                        rules:
                          - {ruleType: ApplicationRule, name: images, sourceAddresses: [10.42.1.0/24], protocols: [{protocolType: Https, port: 443}], targetFqdns: [images.example, '*.layers.example']}
                          - {ruleType: ApplicationRule, name: packages, sourceAddresses: [10.42.1.0/24], protocols: [{protocolType: Http, port: 80}], targetFqdns: [packages.example]}
                      - name: net
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        priority: 510
                        action: {type: Allow}
                        rules:
                          - {ruleType: NetworkRule, name: clock, ipProtocols: [UDP], sourceAddresses: [10.42.1.0/24], destinationFqdns: [clock.example], destinationPorts: ['123']}
                          - {ruleType: NetworkRule, name: region, ipProtocols: [UDP], sourceAddresses: [10.42.1.0/24], destinationAddresses: [AzureCloud.japaneast], destinationPorts: ['1194']}
                          - {ruleType: NetworkRule, name: bank, ipProtocols: [TCP], sourceAddresses: [10.42.1.0/25], destinationAddresses: [203.0.113.32/28], destinationPorts: [8000-8009]}
            """;

    /// A collection in front of the one called net, with a network rule of which some fields are open.
    private static final String HOLE = """
                  - name: hole
                    ruleCollectionType: FirewallPolicyFilterRuleCollection
                    priority: 505
                    action: {type: Deny}
                    rules:
                      - {ruleType: NetworkRule, name: hole, ipProtocols: [TCP], %s}
                  - name: net
        """;

    /// A route around the firewall, for the place that the configuration marks.
    private static final String AROUND = ", {name: around, addressPrefix: 203.0.113.64/28, nextHopType: Internet}";

    @TempDir
    private Path folder = Path.of("");

    private Environment environment(String yaml) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Environment environment = EnvironmentReader.read(
                List.of(Files.writeString(folder.resolve("env.yaml"), yaml.replace("AROUND", ""))),
                diagnostics);
        assertEquals("", diagnostics.toString());
        return environment;
    }

    private ProofReport prove(String yaml, EgressNeed... needs) throws IOException {
        return ReachabilityProof.of(environment(yaml), new ClusterNeeds(List.of(needs), List.of(), List.of()));
    }

    private NeedProof prove(EgressNeed need) throws IOException {
        return prove(CONFIGURATION, need).needs().getFirst();
    }

    private static EgressNeed need(String id, NeedProtocol protocol, String ports, Via via, Layer layer,
            NeedTarget... targets) {
        return new EgressNeed(id, "dependencies", "why " + id, List.of(Arrays.asList(targets)), List.of(), protocol,
                PortSet.parse(ports), Set.of(layer), Sources.NODES_AND_PODS, via, Optional.empty(), Optional.empty(),
                true,
                false, List.of(), List.of());
    }

    private static EgressNeed https(String pattern) {
        return need(pattern, NeedProtocol.HTTPS, "443", Via.FIREWALL, Layer.APPLICATION, name(pattern));
    }

    private static EgressNeed clock() {
        return need("clock", NeedProtocol.UDP, "123", Via.FIREWALL, Layer.NETWORK, name("clock.example"));
    }

    private static NeedTarget name(String pattern) {
        return new NeedTarget.Name(FqdnPattern.parse(pattern));
    }

    private static NeedTarget address(String prefix) {
        return new NeedTarget.Address(IpPrefix.parse(prefix));
    }

    @Test
    void aNeedIsReachableByTheRuleThatAllowsIt() throws IOException {
        NeedProof proof = prove(https("images.example"));
        assertEquals(ProofVerdict.REACHABLE, proof.verdict());
        assertEquals(List.of("pol/group/web/images"), proof.by());
        assertEquals("images.example", proof.destination());
        assertEquals(List.of(), proof.assumptions());
    }

    @Test
    void aWildcardIsProvenDeepBelowIt() throws IOException {
        assertEquals(ProofVerdict.REACHABLE, prove(https("*.layers.example")).verdict());
        NeedProof wider = prove(https("*layers.example"));
        assertEquals(ProofVerdict.PARTLY, wider.verdict());
        assertTrue(wider.witness().orElseThrow().toString().contains(" to layers.example:443 (https): Deny"),
                wider::toString);
    }

    @Test
    void withoutItsRuleExactlyTheNeedThatItServedIsBroken() throws IOException {
        List<EgressNeed> needs = List.of(https("images.example"), https("*.layers.example"), clock());
        for (String rule : List.of("name: images", "name: clock")) {
            String without = String.join("\n",
                    CONFIGURATION.lines().filter(line -> !line.contains(rule)).toList());
            ProofReport report = prove(without, needs.toArray(EgressNeed[]::new));
            List<String> expected = rule.contains("images") ? List.of("images.example", "*.layers.example")
                    : List.of("clock");
            assertEquals(expected, report.unmet().stream().map(proof -> proof.need().id()).toList());
            assertEquals(ProofVerdict.BLOCKED, report.unmet().getFirst().verdict());
            assertEquals(3 - expected.size(), report.reachable());
            assertEquals(3, report.required());
        }
    }

    @Test
    void everyEdgeOfPortsAndSourcesCounts() throws IOException {
        EgressNeed need = need("bank", NeedProtocol.TCP, "8000-8010", Via.FIREWALL, Layer.NETWORK,
                address("203.0.113.32/28"));
        NeedProof proof = prove(need);
        assertEquals(ProofVerdict.PARTLY, proof.verdict());
        assertEquals(List.of("pol/group/net/bank"), proof.by());
    }

    @Test
    void aTagThatIsNotLoadedIsProvenByAnAddressThatOnlyItHolds() throws IOException {
        NeedTarget region = new NeedTarget.Tag(new ServiceTagName("AzureCloud.japaneast"));
        NeedProof proof = prove(need("tunnel", NeedProtocol.UDP, "1194", Via.FIREWALL, Layer.NETWORK, region));
        assertEquals(ProofVerdict.REACHABLE, proof.verdict());
        assertEquals(List.of("pol/group/net/region"), proof.by());
        assertTrue(proof.assumptions().toString().contains("AzureCloud.japaneast are not loaded"), proof::toString);
        NeedTarget other = new NeedTarget.Tag(new ServiceTagName("AzureCloud.japanwest"));
        assertEquals(ProofVerdict.UNKNOWN,
                prove(need("tunnel", NeedProtocol.UDP, "1194", Via.FIREWALL, Layer.NETWORK, other)).verdict());
    }

    @Test
    void aNeedOverAPrivateEndpointIsMetAtTheEndpointOnly() throws IOException {
        NeedProof there = prove(
                need("orders", NeedProtocol.TCP, "5432", Via.PRIVATE_ENDPOINT, Layer.NETWORK,
                        name("orders.db.example")));
        assertEquals(ProofVerdict.REACHABLE, there.verdict());
        assertEquals(List.of("route 10.42.5.4/32 to InterfaceEndpoint"), there.by());
        NeedProof elsewhere = prove(
                need("images", NeedProtocol.HTTPS, "443", Via.PRIVATE_ENDPOINT, Layer.NETWORK, name("images.example")));
        assertEquals(ProofVerdict.BLOCKED, elsewhere.verdict());
    }

    @Test
    void aServiceEndpointIsRightWhereItIsAskedForAndABypassElsewhere() throws IOException {
        NeedTarget account = address("198.51.100.9/32");
        assertEquals(ProofVerdict.REACHABLE,
                prove(need("archive", NeedProtocol.TCP, "443", Via.SERVICE_ENDPOINT, Layer.NETWORK, account))
                        .verdict());
        assertEquals(ProofVerdict.BYPASSES_FIREWALL,
                prove(need("archive", NeedProtocol.TCP, "443", Via.FIREWALL, Layer.NETWORK, account)).verdict());
    }

    @Test
    void aRouteAroundTheFirewallIsNoProof() throws IOException {
        NeedProof proof = prove(CONFIGURATION.replace("AROUND", AROUND),
                need("around", NeedProtocol.TCP, "443", Via.FIREWALL, Layer.NETWORK, address("203.0.113.64/28")))
                .needs().getFirst();
        assertEquals(ProofVerdict.BYPASSES_FIREWALL, proof.verdict());
        assertEquals(List.of("route around to Internet"), proof.by());
    }

    @Test
    void aNameThatMayLieOnEitherSideOfARouteIsUnknown() throws IOException {
        NeedProof proof = prove(CONFIGURATION.replace("AROUND", AROUND), https("images.example")).needs().getFirst();
        assertEquals(ProofVerdict.UNKNOWN, proof.verdict());
        assertTrue(proof.witness().orElseThrow().outcome().contains("203.0.113.64/28"), proof::toString);
    }

    @Test
    void whatIsLocalIsReachedByTheNetworksOwnRoutes() throws IOException {
        NeedProof resolver = prove(
                need("dns", NeedProtocol.UDP, "53", Via.FIREWALL, Layer.LOCAL, address("168.63.129.16/32")));
        assertEquals(ProofVerdict.REACHABLE, resolver.verdict());
        NeedProof named = prove(
                need("kubelet", NeedProtocol.TCP, "10250", Via.FIREWALL, Layer.LOCAL, name("node.local.example")));
        assertEquals(ProofVerdict.REACHABLE, named.verdict());
    }

    @Test
    void theRoutesToThePodsOfAKubenetClusterArePresumedWhereTheyAreNotDescribed() throws IOException {
        EgressNeed inside = need("inside", NeedProtocol.TCP, "10250", Via.FIREWALL, Layer.LOCAL,
                address("10.244.0.0/16"));
        String kubenet = CONFIGURATION.replace("networkPlugin: overlay", "networkPlugin: kubenet");
        NeedProof presumed = prove(kubenet, inside).needs().getFirst();
        assertEquals(ProofVerdict.REACHABLE, presumed.verdict());
        assertEquals(List.of("R-22"), presumed.assumptions().stream().map(Presumption::id).toList());
        NeedProof written = prove(kubenet.replace("AROUND",
                ", {name: node-1, addressPrefix: 10.244.1.0/24, nextHopType: VirtualAppliance, nextHopIpAddress: 10.42.1.4}"),
                inside).needs().getFirst();
        assertEquals(ProofVerdict.REACHABLE, written.verdict());
        assertEquals(List.of(), written.assumptions());
    }

    @Test
    void aFlowOverAPresumedRouteSaysSo() throws IOException {
        EgressNeed inside = need("inside", NeedProtocol.TCP, "10250", Via.FIREWALL, Layer.NETWORK,
                address("10.244.7.0/24"));
        NeedProof proof = prove(CONFIGURATION.replace("networkPlugin: overlay", "networkPlugin: kubenet"), inside)
                .needs().getFirst();
        assertTrue(proof.assumptions().contains(Presumption.POD_ROUTES), proof::toString);
    }

    @Test
    void theFirstAlternativeThatIsReachableCounts() throws IOException {
        EgressNeed two = new EgressNeed("two", "g", "p",
                List.of(List.of(name("closed.example")), List.of(name("images.example"))), List.of(),
                NeedProtocol.HTTPS,
                PortSet.of(443), Set.of(Layer.APPLICATION), Sources.NODES, Via.FIREWALL, Optional.empty(),
                Optional.empty(), true, false, List.of(), List.of());
        NeedProof proof = prove(two);
        assertEquals(ProofVerdict.REACHABLE, proof.verdict());
        assertEquals("images.example", proof.destination());
    }

    @Test
    void rulesThatNoNeedUsesAreListed() throws IOException {
        ProofReport report = prove(CONFIGURATION, https("images.example"), clock());
        assertEquals(List.of("pol/group/net/region", "pol/group/net/bank", "pol/group/web/packages"),
                report.unusedRules().stream().map(RuleRef::toString).toList());
    }

    @Test
    void aHoleInTheMiddleOfEverySampleIsFound() throws IOException {
        EgressNeed bank = need("bank", NeedProtocol.TCP, "8000-8009", Via.FIREWALL, Layer.NETWORK,
                address("203.0.113.32/28"));
        String wide = CONFIGURATION.replace("sourceAddresses: [10.42.1.0/25]", "sourceAddresses: [10.42.1.0/24]");
        assertEquals(ProofVerdict.REACHABLE, prove(wide, bank).needs().getFirst().verdict());
        for (String hole : List.of(
                "sourceAddresses: [10.42.1.77], destinationAddresses: ['*'], destinationPorts: ['*']",
                "sourceAddresses: ['*'], destinationAddresses: [203.0.113.45], destinationPorts: ['*']",
                "sourceAddresses: ['*'], destinationAddresses: ['*'], destinationPorts: ['8003']")) {
            String holed = wide.replace("          - name: net\n", HOLE.formatted(hole));
            NeedProof proof = prove(holed, bank).needs().getFirst();
            assertEquals(ProofVerdict.PARTLY, proof.verdict(), hole);
            assertTrue(proof.witness().orElseThrow().toString().contains("Deny by pol/group/hole/hole"),
                    proof::toString);
        }
    }

    @Test
    void aNameUnderAWildcardThatARuleDeniesIsFound() throws IOException {
        String holed = CONFIGURATION.replace("          - name: web\n", """
                      - name: hole
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        priority: 505
                        action: {type: Deny}
                        rules:
                          - {ruleType: ApplicationRule, name: hole, sourceAddresses: ['*'], protocols: [{protocolType: Https, port: 443}], targetFqdns: [odd.one.layers.example]}
                      - name: web
            """);
        NeedProof proof = prove(holed, https("*.layers.example")).needs().getFirst();
        assertEquals(ProofVerdict.PARTLY, proof.verdict());
        assertTrue(proof.witness().orElseThrow().toString().contains("odd.one.layers.example"), proof::toString);
    }

    @Test
    void whatIsAllowedBeyondNeedIsListedByRuleTheWidestFirst() throws IOException {
        ProofReport report = prove(CONFIGURATION.replace("AzureCloud.japaneast", "198.51.100.0/24"),
                https("images.example"),
                clock());
        assertEquals(List.of("10.42.1.4-10.42.1.127 -> 203.0.113.32/28 tcp:8000-8009 by pol/group/net/bank",
                "10.42.1.4-10.42.1.254 -> 198.51.100.128/25 udp:1194 by pol/group/net/region",
                "10.42.1.4-10.42.1.254 -> any IPv4 except 10.1.0.0/30, 10.1.0.5-10.1.255.255, 10.42.0.0/16, 10.244.0.0/16,"
                        + " 198.51.100.0/25 as *.layers.example https:443 by pol/group/web/images"),
                report.excess().stream().filter(excess -> excess.rule().rule().matches("bank|region|images"))
                        .map(Excess::toString).sorted().toList());
        assertEquals("packages", report.excess().stream().map(excess -> excess.rule().rule())
                .filter("packages"::equals).findFirst().orElseThrow());
    }

    @Test
    void aRuleThatAllowsTooMuchIsToldWhatToKeep() throws IOException {
        ProofReport report = prove(CONFIGURATION, https("images.example"), clock());
        List<Tightening> web = report.tightenings().stream()
                .filter(tightening -> tightening.rule().collection().equals("web")).toList();
        assertEquals(List.of("images", "packages"), web.stream().map(tightening -> tightening.rule().rule()).toList());
        assertEquals(List.of(List.of("images.example")),
                web.getFirst().keep().stream().map(flows -> flows.names()).toList());
        assertEquals(List.of(), web.getLast().keep());
    }

    @Test
    void podsOfAClusterThatIsNotDescribedShowTheirNodesAddress() throws IOException {
        Environment described = environment(CONFIGURATION);
        Environment bare = described.withClusters(List.of());
        ClusterNeeds needs = new ClusterNeeds(List.of(https("images.example")), List.of(), List.of());
        assertEquals(ReachabilityProof.of(described, needs).needs(),
                ReachabilityProof.of(bare, described.clusters().getFirst(), needs).needs());
    }

    @Test
    void aNameUnderAWildcardThatLeadsElsewhereIsFound() throws IOException {
        String endpoint = CONFIGURATION.replace("fqdns: [orders.db.example]", "fqdns: [odd.one.layers.example]");
        NeedProof proof = prove(endpoint, https("*.layers.example")).needs().getFirst();
        assertEquals(ProofVerdict.BYPASSES_FIREWALL, proof.verdict());
        assertTrue(proof.witness().orElseThrow().toString().contains("odd.one.layers.example"), proof::toString);
    }

    @Test
    void aSecurityGroupBehindTheFirewallIsFound() throws IOException {
        String guarded = CONFIGURATION.replace("routeTables:", """
                  - name: data
                    addressSpace: [203.0.113.32/28]
                    subnets: [{name: db, prefix: 203.0.113.32/28, networkSecurityGroup: guard}]
                networkSecurityGroups:
                  - name: guard
                    securityRules: [{name: one, priority: 100, direction: Inbound, access: Deny, protocol: Tcp, sourceAddressPrefix: '*', destinationAddressPrefix: 203.0.113.36, destinationPortRange: '8005'},
                      {name: rest, priority: 110, direction: Inbound, access: Allow, protocol: '*', sourceAddressPrefix: '*', destinationAddressPrefix: '*', destinationPortRange: '*'}]
                routeTables:""");
        EgressNeed bank = need("bank", NeedProtocol.TCP, "8000-8009", Via.FIREWALL, Layer.NETWORK,
                address("203.0.113.32/28"));
        String wide = guarded.replace("sourceAddresses: [10.42.1.0/25]", "sourceAddresses: [10.42.1.0/24]");
        NeedProof proof = prove(wide, bank).needs().getFirst();
        assertEquals(ProofVerdict.PARTLY, proof.verdict());
        assertTrue(proof.witness().orElseThrow().toString().contains("203.0.113.36:8005"), proof::toString);
    }
}
