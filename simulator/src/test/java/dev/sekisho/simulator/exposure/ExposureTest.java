package dev.sekisho.simulator.exposure;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.io.kubernetes.ManifestReader;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exposure.answer.Mend;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.verdict.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExposureTest {
    /// A hub with firewall and gateway, the cluster's spoke, and another spoke.
    private static final String NETWORKS = """
            kind: Environment
            virtualNetworks:
              - name: spoke
                addressSpace: [10.42.0.0/16]
                subnets:
                  - {name: nodes, prefix: 10.42.1.0/24 TABLE GROUP}
                  - {name: jump, prefix: 10.42.2.0/28}
                  - {name: balancers, prefix: 10.42.3.0/24}
                peerings: [{name: to-hub, remote: hub, allowForwardedTraffic: true, useRemoteGateways: true}]
                bgpRoutes: [192.168.0.0/16]
              - name: hub
                addressSpace: [10.1.0.0/16]
                bgpRoutes: [192.168.0.0/16]
                subnets:
                  - {name: AzureFirewallSubnet, prefix: 10.1.0.0/26}
                  - {name: GatewaySubnet, prefix: 10.1.1.0/27}
                  - {name: shared, prefix: 10.1.2.0/24}
                peerings:
                  - {name: to-spoke, remote: spoke, allowForwardedTraffic: true}
                  - {name: to-other, remote: other, allowForwardedTraffic: true}
              - name: other
                addressSpace: [10.77.0.0/16]
                subnets: [{name: vms, prefix: 10.77.1.0/24}]
                peerings: [{name: to-hub, remote: hub}]
            clusters: [{name: c, networkPlugin: overlay, nodeSubnets: [10.42.1.0/24], podCidr: 10.244.0.0/16}]
            """;

    private static final String FIREWALL = """
            routeTables:
              - name: rt
                routes:
                  - {name: default, addressPrefix: 0.0.0.0/0, nextHopType: VirtualAppliance, nextHopIpAddress: 10.1.0.4}
                  ROUTE
            firewalls: [{name: fw, vnet: hub, privateIp: 10.1.0.4, publicIps: [20.0.0.10], policy: p}]
            firewallPolicies:
              - name: p
                tier: Standard
                ruleCollectionGroups:
                  - name: dnat
                    priority: 100
                    ruleCollections:
                      - name: in
                        priority: 100
                        ruleCollectionType: FirewallPolicyNatRuleCollection
                        action: {type: DNAT}
                        rules:
                          - {ruleType: NatRule, name: web, ipProtocols: [TCP], sourceAddresses: ['*'],
                             destinationAddresses: [20.0.0.10], destinationPorts: ['8080'],
                             translatedAddress: TARGET, translatedPort: '80'}
            """;

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: internal-app
              annotations:
                example.com/owner: shop
                ANNOTATIONS
            spec:
              type: LoadBalancer
              ports: [{port: 80}]
            """;
    private static final String PREFIX = "service.beta.kubernetes.io/azure-load-balancer-";
    private static final String INTERNAL = PREFIX + "internal: \"true\"";

    @TempDir
    private Path folder;

    private Environment environment(String text) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Environment environment = EnvironmentReader.read(
                List.of(Files.writeString(folder.resolve("env.yaml"), text)), diagnostics);
        assertFalse(diagnostics.hasErrors(), diagnostics::toString);
        return environment;
    }

    private Map<String, ExposureRow> rows(Environment environment, String... annotations) throws IOException {
        return rowsOf(environment, SERVICE.replace("ANNOTATIONS", String.join("\n    ", annotations)));
    }

    private Map<String, ExposureRow> rowsOf(Environment environment, String manifest) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Manifests manifests = ManifestReader.read(List.of(Files.writeString(folder.resolve("svc.yaml"), manifest)),
                diagnostics);
        assertFalse(diagnostics.hasErrors(), diagnostics::toString);
        Map<String, ExposureRow> rows = new LinkedHashMap<>();
        // The node port of a load balancer's Service comes after the load balancer.
        Exposure.of(environment, Exposure.nodes(environment, Optional.empty()), manifests)
                .forEach(row -> rows.putIfAbsent(row.place().name(), row));
        return rows;
    }

    private static String open(String text) {
        return text.replace(" TABLE", "").replace(" GROUP", "");
    }

    private static String routed(String route, String target) {
        return NETWORKS.replace(" TABLE", ", routeTable: rt").replace(" GROUP", "")
                + FIREWALL.replace("ROUTE", route).replace("TARGET", target);
    }

    private static void assertRow(Map<String, ExposureRow> rows, String place, Reach reach, Reply.Way... reply) {
        ExposureRow row = rows.get(place);
        assertEquals(reach, row.reach(), row::toString);
        assertEquals(reply.length == 0 ? Optional.empty() : Optional.of(reply[0]), row.reply(), row::toString);
    }

    @Test
    void theDocumentedInternalLoadBalancerIsForTheNetworkItsPeersAndOnPremisesAlone() throws IOException {
        Map<String, ExposureRow> rows = rows(environment(open(NETWORKS)), INTERNAL);
        assertRow(rows, "network spoke/nodes", Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertRow(rows, "network spoke/jump", Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertRow(rows, "peered network hub/shared", Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertRow(rows, "on premises behind hub", Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertRow(rows, "network other/vms", Reach.NOT_REACHABLE);
        assertTrue(rows.get("network other/vms").why().contains("not peered"));
        assertRow(rows, "Internet", Reach.NOT_REACHABLE);
        assertEquals(7, rows.size(), rows.keySet()::toString);
    }

    @Test
    void withoutTheAnnotationTheInternetReachesIt() throws IOException {
        assertRow(rows(environment(open(NETWORKS))), "Internet", Reach.REACHABLE, Reply.Way.SYMMETRIC);
    }

    @Test
    void withUserDefinedRoutingTheReplyOfAPublicOneIsLostAndTheFixIsNamed() throws IOException {
        Map<String, ExposureRow> rows = rows(environment(routed("", "10.42.1.99")));
        assertRow(rows, "Internet", Reach.REACHABLE, Reply.Way.LOST);
        assertTrue(rows.get("Internet").mend().map(Mend::toString).orElse("").contains("internal"), rows::toString);
        assertFalse(rows.get("Internet").isUsable());
        assertRow(rows, "Internet through fw", Reach.NOT_REACHABLE);
    }

    @Test
    void aDnatRuleToAnInternalOneKeepsTheReply() throws IOException {
        Map<String, ExposureRow> rows = rows(environment(routed("", "10.42.1.99")), INTERNAL,
                PREFIX + "ipv4: 10.42.1.99");
        assertRow(rows, "Internet through fw", Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertTrue(rows.get("Internet through fw").why().contains("web"), rows::toString);
        assertRow(rows, "Internet", Reach.NOT_REACHABLE);
    }

    @Test
    void theRecipeForAPublicOneNeedsTheRouteOfTheFirewallsOwnAddress() throws IOException {
        String address = PREFIX + "ipv4: 20.9.9.9";
        Map<String, ExposureRow> without = rows(environment(routed("", "20.9.9.9")), address);
        assertRow(without, "Internet through fw", Reach.REACHABLE, Reply.Way.LOST);
        assertTrue(without.get("Internet through fw").mend().map(Mend::toString).orElse("")
                .contains("20.0.0.10/32 to Internet"));
        Map<String, ExposureRow> with = rows(environment(
                routed("- {name: back, addressPrefix: 20.0.0.10/32, nextHopType: Internet}", "20.9.9.9")), address);
        assertRow(with, "Internet through fw", Reach.REACHABLE, Reply.Way.SYMMETRIC);
    }

    @Test
    void anAddressThatIsNotFixedLeavesADnatRuleOpenAndSaysHowToFixIt() throws IOException {
        ExposureRow row = rows(environment(routed("", "10.42.1.99")), INTERNAL).get("Internet through fw");
        assertEquals(Reach.UNKNOWN, row.reach());
        assertTrue(row.mend().map(Mend::toString).orElse("").contains("azure-load-balancer-ipv4: 10.42.1.99"),
                row::toString);
    }

    @Test
    void onPremisesIsAnsweredThroughTheFirewallWhereTheNodesDoNotLearnItsRoutes() throws IOException {
        String text = routed("", "10.42.1.99").replace("- name: rt",
                "- name: rt\n    disableBgpRoutePropagation: true");
        Map<String, ExposureRow> rows = rows(environment(text), INTERNAL);
        assertRow(rows, "on premises behind hub", Reach.REACHABLE, Reply.Way.ASYMMETRIC);
        assertTrue(rows.get("on premises behind hub").mend().map(Mend::toString).orElse("").contains("same firewall"));
    }

    @Test
    void theManifestsOwnListTellsClientsApart() throws IOException {
        String manifest = SERVICE.replace("ANNOTATIONS", "").replace("ports:",
                "loadBalancerSourceRanges: [198.51.100.0/24]\n  ports:");
        ExposureRow row = rowsOf(environment(open(NETWORKS)), manifest).get("Internet");
        assertEquals(Reach.PARTLY, row.reach());
        assertTrue(row.why().startsWith("only from 198.51.100.0/24: "), row::why);
    }

    @Test
    void aServiceOfTheClusterAloneIsReachedFromNowhere() throws IOException {
        rowsOf(environment(open(NETWORKS)), SERVICE.replace("ANNOTATIONS", "").replace("LoadBalancer", "ClusterIP"))
                .values().forEach(row -> assertEquals(Reach.NOT_REACHABLE, row.reach()));
    }

    @Test
    void aNodePortIsReachedWithinTheNetworks() throws IOException {
        Map<String, ExposureRow> rows = rowsOf(environment(open(NETWORKS)), SERVICE.replace("ANNOTATIONS", "")
                .replace("LoadBalancer", "NodePort").replace("{port: 80}", "{port: 80, nodePort: 31000}"));
        assertRow(rows, "peered network hub/shared", Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertRow(rows, "Internet", Reach.NOT_REACHABLE);
        assertTrue(rows.get("network spoke/jump").witness().orElse("").endsWith(":31000"));
    }

    /// Every address of the place is asked by the interpreter itself: what the row says holds for exactly those.
    @ParameterizedTest
    @ValueSource(strings = {"10.42.2.0/30", "10.42.2.5/32", "10.42.2.8/29", "10.42.0.0/16", "10.1.0.0/16", "0.0.0.0/0"})
    void whatIsSaidHoldsForEveryAddressOfThePlace(String denied) throws IOException {
        String group = """
                networkSecurityGroups:
                  - name: nsg
                    securityRules:
                      - {name: no, priority: 200, direction: Inbound, access: Deny, protocol: '*', sourceAddressPrefix: SOURCE,
                         sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '80'}
                """.replace("SOURCE", denied);
        Environment environment = environment(NETWORKS.replace(" TABLE", "")
                .replace(" GROUP", ", networkSecurityGroup: nsg") + group);
        ExposureRow row = rows(environment, INTERNAL, PREFIX + "ipv4: 10.42.1.99").get("network spoke/jump");
        PathInterpreter interpreter = new PathInterpreter(environment);
        AddressSet all = row.place().addresses();
        AddressSet reaching = AddressSet.EMPTY;
        for (IpPrefix prefix : AddressSet.of(IpPrefix.parse("10.42.2.0/28")).prefixes()) {
            for (int i = 0; i < 16; i++) {
                IpAddress client = IpAddress.parse("10.42.2." + i);
                Flow flow = new Flow(client, Optional.of(IpAddress.parse("10.42.1.99")), Optional.empty(),
                        IpProtocol.TCP, OptionalInt.of(80), Optional.empty(),
                        Flow.Marks.NONE);
                if (prefix.contains(client) && all.contains(client) && interpreter.evaluate(flow,
                        PathOptions.NONE.withSubnet("spoke", "jump")).arrives()) {
                    reaching = reaching.union(AddressSet.of(client));
                }
            }
        }
        Reach expected = reaching.equals(all) ? Reach.REACHABLE
                : reaching.isEmpty() ? Reach.NOT_REACHABLE : Reach.PARTLY;
        assertEquals(expected, row.reach(), row::toString);
        if (expected == Reach.PARTLY) {
            assertTrue(row.why().startsWith("only from " + reaching.prefixes().getFirst()), row::why);
        }
    }

    @Test
    void aBalancerInASubnetOfItsOwnMeetsTheSecurityGroupOfTheNodes() throws IOException {
        String group = """
                networkSecurityGroups:
                  - name: nsg
                    securityRules:
                      - {name: no, priority: 200, direction: Inbound, access: Deny, protocol: '*', sourceAddressPrefix: '*',
                         sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '80'}
                """;
        Environment environment = environment(NETWORKS.replace(" TABLE", "")
                .replace(" GROUP", ", networkSecurityGroup: nsg") + group);
        ExposureRow row = rows(environment, INTERNAL, PREFIX + "internal-subnet: balancers").get("network spoke/jump");
        assertEquals(Reach.NOT_REACHABLE, row.reach(), row::toString);
        assertTrue(row.why().contains("nsg"), row::why);
        assertEquals(Reach.UNKNOWN, rows(environment, INTERNAL, PREFIX + "internal-subnet: nowhere")
                .get("network spoke/jump").reach());
    }
}
