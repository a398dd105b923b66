package dev.sekisho.simulator.exposure;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.exposure.entrance.Entry;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.verdict.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Ways in beside routes: Private Link, Application Gateways, node ports, API servers, and the rules that are made for a Service.
class InboundWaysTest {
    private static final String ENVIRONMENT = """
            kind: Environment
            virtualNetworks:
              - name: spoke
                addressSpace: [10.42.0.0/16]
                subnets:
                  - {name: nodes, prefix: 10.42.1.0/24 NODES}
                  - {name: more-nodes, prefix: 10.42.9.0/24}
                  - {name: jump, prefix: 10.42.2.0/28}
                  - {name: gateways, prefix: 10.42.4.0/24 GATEWAYS}
                  - {name: links, prefix: 10.42.6.0/28}
                  - {name: apiserver, prefix: 10.42.8.0/28}
              - name: client
                addressSpace: [10.9.0.0/16]
                subnets: [{name: vms, prefix: 10.9.1.0/24}]
            clusters: [{name: c, networkPlugin: overlay, nodeSubnets: [POOLS], podCidr: 10.244.0.0/16 API}]
            """;
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: shop
              annotations:
                example.com/owner: shop
                ANNOTATIONS
            spec:
              type: LoadBalancer
              SPEC
              ports: [{port: 80, nodePort: 31000}]
            """;
    private static final String AZURE = "service.beta.kubernetes.io/azure-";
    private static final String INTERNAL = AZURE + "load-balancer-internal: \"true\"";

    @TempDir
    private Path folder;

    private static String environment(String... changes) {
        String text = ENVIRONMENT;
        for (int i = 0; i < changes.length; i += 2) {
            text = text.replace(changes[i], changes[i + 1]);
        }
        return text.replace("POOLS", "10.42.1.0/24").replace(" NODES", "").replace(" GATEWAYS", "").replace(" API", "");
    }

    private static String service(String spec, String... annotations) {
        return SERVICE.replace("ANNOTATIONS", String.join("\n    ", annotations)).replace("SPEC",
                spec.isEmpty() ? "sessionAffinity: None" : spec);
    }

    private InboundFiles files(String environment, String manifests) {
        return new InboundFiles(folder, environment, manifests);
    }

    private static void assertRow(ExposureRow row, Reach reach, Reply.Way... reply) {
        assertEquals(reach, row.reach(), row::toString);
        assertEquals(reply.length == 0 ? Optional.empty() : Optional.of(reply[0]), row.reply(), row::toString);
    }

    private static final String LINKED = """
            privateEndpoints:
              - {name: pe, ip: 10.9.1.9, subnet: client/vms, connectedTo: pls-shop, STATE}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"connectionState: Approved | sub-2 | REACHABLE | SYMMETRIC",
            "connectionState: Pending | sub-1 | NOT_REACHABLE |", "connectionState: Rejected | * | NOT_REACHABLE |",
            "subscription: sub-1 | sub-1 | REACHABLE | SYMMETRIC", "subscription: sub-1 | sub-2 | NOT_REACHABLE |",
            "fqdns: [] | sub-1 | UNKNOWN |"})
    void aPrivateEndpointOfAnotherNetworkReachesTheServiceWhereItsConnectionIsApproved(String state, String approval,
            Reach reach, Reply.Way reply) throws IOException {
        InboundFiles files = files(environment() + LINKED.replace("STATE", state), service("", INTERNAL,
                AZURE + "pls-create: \"true\"", AZURE + "pls-name: pls-shop",
                AZURE + "pls-ip-configuration-subnet: links", AZURE + "pls-auto-approval: \"" + approval + "\""));
        ExposureRow row = files.row(Entry.INTERNAL_LOAD_BALANCER, "network client/vms by pe");
        assertEquals(Place.Kind.PRIVATE_LINK, row.place().kind());
        assertRow(row, reach, reply == null ? new Reply.Way[0] : new Reply.Way[]{reply});
        assertRow(files.row(Entry.INTERNAL_LOAD_BALANCER, "network client/vms"), Reach.NOT_REACHABLE);
        assertEquals(Reach.REACHABLE,
                files.row(Entry.INTERNAL_LOAD_BALANCER, "private endpoints elsewhere").reach());
    }

    @Test
    void aPrivateLinkServiceThatAzureDescribesStandsBeforeItsFrontendToo() throws IOException {
        String linked = LINKED.replace("STATE", "connectionState: Approved")
                + "privateLinkServices: [{name: pls-shop, subnet: spoke/links, frontends: [10.42.1.50]}]\n";
        InboundFiles files = files(environment() + linked,
                service("", INTERNAL, AZURE + "load-balancer-ipv4: 10.42.1.50"));
        assertRow(files.row(Entry.INTERNAL_LOAD_BALANCER, "network client/vms by pe"), Reach.REACHABLE,
                Reply.Way.SYMMETRIC);
        assertRow(files.row(Entry.INTERNAL_LOAD_BALANCER, "private endpoints elsewhere"), Reach.NOT_REACHABLE);
    }

    @Test
    void privateLinkDoesNotWorkBeforeAPublicLoadBalancerWithFloatingIp() throws IOException {
        String environment = environment() + LINKED.replace("STATE", "connectionState: Approved");
        String[] linked = {AZURE + "pls-create: \"true\"", AZURE + "pls-name: pls-shop",
                AZURE + "pls-ip-configuration-subnet: links"};
        ExposureRow row = files(environment, service("", linked)).row(Entry.PUBLIC_LOAD_BALANCER,
                "network client/vms by pe");
        assertRow(row, Reach.NOT_REACHABLE);
        assertTrue(row.mend().orElseThrow().text().contains("floating-ip"));
        assertEquals(Reach.REACHABLE, files(environment, service("", linked[0], linked[1], linked[2],
                AZURE + "disable-load-balancer-floating-ip: \"true\"")).row(Entry.PUBLIC_LOAD_BALANCER,
                        "network client/vms by pe")
                .reach());
    }

    private static final String GATEWAY = """
            applicationGateways:
              - name: gw
                subnet: spoke/gateways
                publicIps: [20.1.1.1]
                privateIp: 10.42.4.10
                listeners:
                  - {name: web, frontend: public, port: 443, backends: ['10.42.1.50:80']}
                  - {name: inside, frontend: private, port: 8080, backends: ['10.42.1.50:80']}
            """;

    private static String group(String name, String source, String port, String access) {
        return """
                networkSecurityGroups:
                  - name: NAME
                    securityRules:
                      - {name: rule, priority: 200, direction: Inbound, access: ACCESS, protocol: '*', sourceAddressPrefix: 'SOURCE',
                         sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: 'PORT'}
                """.replace("NAME", name).replace("SOURCE", source).replace("PORT", port).replace("ACCESS", access);
    }

    @Test
    void anApplicationGatewayLeadsInWhoReachesItsListeners() throws IOException {
        String shop = service("", INTERNAL, AZURE + "load-balancer-ipv4: 10.42.1.50");
        InboundFiles open = files(environment() + GATEWAY, shop);
        assertRow(open.row(Entry.INTERNAL_LOAD_BALANCER, "Internet by gw"), Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertRow(open.row(Entry.INTERNAL_LOAD_BALANCER, "network spoke/jump by gw"), Reach.REACHABLE,
                Reply.Way.SYMMETRIC);
        assertRow(open.row(Entry.INTERNAL_LOAD_BALANCER, "network client/vms by gw"), Reach.NOT_REACHABLE);
        InboundFiles guarded = files(environment(" GATEWAYS", ", networkSecurityGroup: nsg-gw") + GATEWAY
                + group("nsg-gw", "198.51.100.0/24", "443", "Allow"), shop);
        ExposureRow some = guarded.row(Entry.INTERNAL_LOAD_BALANCER, "Internet by gw");
        assertEquals(Reach.PARTLY, some.reach(), some::toString);
        assertTrue(some.why().startsWith("only from 198.51.100.0/24"), some::why);
        InboundFiles routed = files(environment(" GATEWAYS", ", routeTable: rt") + GATEWAY
                + "routeTables: [{name: rt, routes: [{name: d, addressPrefix: 0.0.0.0/0, nextHopType: None}]}]\n",
                shop);
        assertRow(routed.row(Entry.INTERNAL_LOAD_BALANCER, "Internet by gw"), Reach.REACHABLE, Reply.Way.LOST);
    }

    @Test
    void anIngressOfAnApplicationGatewayLeadsToAServiceOfAnyType() throws IOException {
        String ingress = """
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: front}
                spec:
                  ingressClassName: azure-application-gateway
                  rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: inner, port: {number: 80}}}}]}}]
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: inner}
                spec: {ports: [{port: 80}]}
                """;
        assertEquals(Reach.REACHABLE,
                files(environment() + GATEWAY, ingress).row(Entry.INGRESS, "Internet by gw").reach());
        assertEquals(Reach.NOT_REACHABLE, files(environment(), ingress).row(Entry.NONE, "Internet").reach());
    }

    @Test
    void theNodePortOfALoadBalancersServiceIsAWayInToo() throws IOException {
        InboundFiles files = files(environment(), service("loadBalancerSourceRanges: [192.0.2.0/24]", INTERNAL));
        assertRow(files.row(Entry.INTERNAL_LOAD_BALANCER, "network spoke/jump"), Reach.NOT_REACHABLE);
        ExposureRow node = files.row(Entry.NODE_PORT, "network spoke/jump");
        assertRow(node, Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertTrue(node.witness().orElseThrow().endsWith(":31000"), node::toString);
        assertTrue(files(environment(), service("allocateLoadBalancerNodePorts: false", INTERNAL)).rows().stream()
                .noneMatch(row -> row.entry() == Entry.NODE_PORT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"allowed-ip-ranges: 192.0.2.0/24 | | REACHABLE",
            "allowed-ip-ranges: 192.0.2.0/24 | deny-all-except-load-balancer-source-ranges: \"true\" | NOT_REACHABLE",
            "allowed-ip-ranges: 10.42.2.0/24 | deny-all-except-load-balancer-source-ranges: \"true\" | REACHABLE",
            "allowed-ip-ranges: 192.0.2.7 | | NOT_REACHABLE"})
    void rangesOfAnAnnotationKeepTheNetworkOutOnlyWhereOthersAreDenied(String ranges, String more, Reach reach)
            throws IOException {
        assertEquals(reach, files(environment(), service("", INTERNAL, AZURE + ranges,
                more == null ? "example.com/a: b" : AZURE + more))
                .row(Entry.INTERNAL_LOAD_BALANCER, "network spoke/jump").reach());
    }

    @Test
    void rangesOfAnAnnotationTellClientsOfTheInternetApart() throws IOException {
        ExposureRow row = files(environment(), service("", AZURE + "allowed-ip-ranges: 198.51.100.0/24"))
                .row(Entry.PUBLIC_LOAD_BALANCER, "Internet");
        assertEquals(Reach.PARTLY, row.reach(), row::toString);
        assertEquals("[198.51.100.0/24]", row.clients(Reach.REACHABLE).prefixes().toString());
        assertEquals(Reach.NOT_REACHABLE, files(environment(), service("", AZURE
                + "disable-load-balancer-nsg-rule: \"true\"")).row(Entry.PUBLIC_LOAD_BALANCER, "Internet").reach());
    }

    @Test
    void nodesThatProbesDoNotReachGetNothing() throws IOException {
        InboundFiles files = files(environment(" NODES", ", networkSecurityGroup: nsg")
                + group("nsg", "*", "30000-32767", "Deny"), service("", INTERNAL));
        ExposureRow row = files.row(Entry.INTERNAL_LOAD_BALANCER, "network spoke/jump");
        assertRow(row, Reach.NOT_REACHABLE);
        assertTrue(row.why().contains("probes") && row.mend().orElseThrow().text().contains("AzureLoadBalancer"));
    }

    @Test
    void aNodeThatProbesDoNotReachLeavesTheOthersItsPart() throws IOException {
        InboundFiles files = files(environment("POOLS", "10.42.1.0/24, 10.42.9.0/24", " NODES",
                ", networkSecurityGroup: nsg") + group("nsg", "*", "30000-32767", "Deny"), service("", INTERNAL,
                        AZURE + "load-balancer-ipv4: 10.42.3.3"));
        assertRow(files.row(Entry.INTERNAL_LOAD_BALANCER, "network spoke/jump"), Reach.REACHABLE,
                Reply.Way.SYMMETRIC);
        String some = environment(" NODES", ", networkSecurityGroup: nsg")
                + group("nsg", "*", "30000-32767", "Deny").replace("destinationAddressPrefix: '*'",
                        "destinationAddressPrefix: 10.42.1.DESTINATION");
        assertRow(files(some.replace("DESTINATION", "4/32"), service("", INTERNAL)).row(Entry.INTERNAL_LOAD_BALANCER,
                "network spoke/jump"), Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertRow(files(some.replace("DESTINATION", "0/24"), service("", INTERNAL)).row(Entry.INTERNAL_LOAD_BALANCER,
                "network spoke/jump"), Reach.NOT_REACHABLE);
    }

    @Test
    void aPrivateEndpointAmongTheNodesIsNoNode() throws IOException {
        InboundFiles files = files(
                environment() + "privateEndpoints: [{name: pe, ip: 10.42.1.4, subnet: spoke/nodes}]\n",
                service("", INTERNAL));
        ExposureRow node = files.row(Entry.NODE_PORT, "network spoke/jump");
        assertRow(node, Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertFalse(node.witness().orElseThrow().contains("to 10.42.1.4 "), node::toString);
        assertTrue(node.why().startsWith("BypassesFirewall: VirtualNetwork"), node::why);
        assertFalse(files.row(Entry.INTERNAL_LOAD_BALANCER, "network spoke/nodes").place().addresses()
                .contains(IpAddress.parse("10.42.1.4")));
    }

    @Test
    void withoutFloatingIpSecurityGroupsSeeTheNodePort() throws IOException {
        String guarded = environment(" NODES", ", networkSecurityGroup: nsg")
                + group("nsg", "10.42.2.0/28", "80", "Deny");
        assertRow(files(guarded, service("", INTERNAL)).row(Entry.INTERNAL_LOAD_BALANCER, "network spoke/jump"),
                Reach.NOT_REACHABLE);
        assertRow(files(guarded, service("", INTERNAL, AZURE + "disable-load-balancer-floating-ip: \"true\""))
                .row(Entry.INTERNAL_LOAD_BALANCER, "network spoke/jump"), Reach.REACHABLE, Reply.Way.SYMMETRIC);
    }

    @Test
    void nodesInTwoSubnetsHaveToAgree() throws IOException {
        String two = environment("POOLS", "10.42.1.0/24, 10.42.9.0/24", " NODES", ", networkSecurityGroup: nsg")
                + group("nsg", "10.42.2.0/28", "80", "Deny");
        ExposureRow row = files(two, service("", INTERNAL, AZURE + "load-balancer-ipv4: 10.42.3.3"))
                .row(Entry.INTERNAL_LOAD_BALANCER, "network spoke/jump");
        assertEquals(Reach.UNKNOWN, row.reach(), row::toString);
        assertTrue(row.why().contains("more-nodes"), row::why);
    }

    @Test
    void anApiServerWithRangesIsForThemAlone() throws IOException {
        InboundFiles files = files(
                environment(" API", ", apiServer: {access: public, authorizedIpRanges: [198.51.100.0/24]}"),
                "");
        ExposureRow row = files.row(Entry.API_SERVER, "Internet");
        assertEquals(Reach.PARTLY, row.reach());
        assertEquals("[198.51.100.0/24]", row.clients(Reach.REACHABLE).prefixes().toString());
        assertEquals(Reach.UNKNOWN, files.row(Entry.API_SERVER, "network spoke/jump").reach());
        assertEquals(Reach.REACHABLE, files(environment(" API", ", apiServer: {access: public}"), "")
                .row(Entry.API_SERVER, "Internet").reach());
    }

    @Test
    void aPrivateApiServerIsForItsNetworkAndAnIntegratedOneForTheInternetToo() throws IOException {
        InboundFiles closed = files(environment(" API", ", apiServer: {access: private, dnsZoneLinks: [hub]}"), "");
        ExposureRow jump = closed.row(Entry.API_SERVER, "network spoke/jump");
        assertRow(jump, Reach.REACHABLE, Reply.Way.SYMMETRIC);
        assertTrue(jump.why().contains("its name resolves only"), jump::why);
        assertRow(closed.row(Entry.API_SERVER, "Internet"), Reach.NOT_REACHABLE);
        assertRow(closed.row(Entry.API_SERVER, "network client/vms"), Reach.NOT_REACHABLE);
        String integrated = ", apiServer: {access: vnetIntegration, subnet: spoke/apiserver OPEN}";
        assertEquals(Reach.REACHABLE, files(environment(" API", integrated.replace(" OPEN", "")), "")
                .row(Entry.API_SERVER, "Internet").reach());
        InboundFiles inside = files(environment(" API", integrated.replace(" OPEN", ", publicEndpoint: false")), "");
        assertEquals(Reach.NOT_REACHABLE, inside.row(Entry.API_SERVER, "Internet").reach());
        assertEquals(Reach.REACHABLE, inside.row(Entry.API_SERVER, "network spoke/jump").reach());
    }

    @Test
    void aTraceTellsEachWayStepByStep() throws IOException {
        InboundFiles files = files(environment() + GATEWAY,
                service("", INTERNAL, AZURE + "load-balancer-ipv4: 10.42.1.50"));
        Environment environment = files.read();
        List<InboundTrace> traces = Exposure.trace(environment, Exposure.nodes(environment, Optional.empty()),
                files.services(),
                "default/shop", 80, IpAddress.parse("203.0.113.9"));
        InboundTrace byGateway = traces.stream().filter(trace -> trace.place().name().equals("Internet by gw"))
                .findFirst().orElseThrow();
        assertEquals(Reach.REACHABLE, byGateway.reach());
        assertFalse(byGateway.steps().isEmpty());
        assertTrue(traces.stream().anyMatch(trace -> trace.why().equals("its address is private")));
    }
}
