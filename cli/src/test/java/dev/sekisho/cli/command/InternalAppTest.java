package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The Service of Microsoft's page on internal load balancers, as a user asks about it: with and without its annotation, under
/// user-defined routing with and without the recipes of the page on load balancers behind a firewall.
class InternalAppTest {
    private static final String NETWORKS = """
            kind: Environment
            virtualNetworks:
              - name: spoke
                addressSpace: [10.42.0.0/16]
                subnets: [{name: nodes, prefix: 10.42.1.0/24, routeTable: rt}, {name: jump, prefix: 10.42.2.0/28}]
                peerings: [{name: to-hub, remote: hub, allowForwardedTraffic: true, useRemoteGateways: true}]
              - name: hub
                addressSpace: [10.1.0.0/16]
                bgpRoutes: [192.168.0.0/16]
                subnets: [{name: AzureFirewallSubnet, prefix: 10.1.0.0/26}, {name: GatewaySubnet, prefix: 10.1.1.0/27}, {name: vms, prefix: 10.1.2.0/24}]
                peerings: [{name: to-spoke, remote: spoke, allowForwardedTraffic: true, allowGatewayTransit: true}, {name: to-far, remote: far}]
              - name: far
                addressSpace: [10.77.0.0/16]
                subnets: [{name: vms, prefix: 10.77.1.0/24}]
                peerings: [{name: to-hub, remote: hub}]
            clusters: [{name: c, networkPlugin: overlay, nodeSubnets: [10.42.1.0/24], podCidr: 10.244.0.0/16}]
            """;
    private static final String DEFAULT_ROUTE = "{name: default, addressPrefix: 0.0.0.0/0, nextHopType: VirtualAppliance, "
            + "nextHopIpAddress: 10.1.0.4}";
    private static final String HOST_ROUTE = ", {name: firewall, addressPrefix: 20.0.0.10/32, nextHopType: Internet}";
    private static final String FIREWALL = """
            firewalls: [{name: fw, vnet: hub, privateIp: 10.1.0.4, publicIps: [20.0.0.10], policy: p}]
            firewallPolicies:
              - name: p
                tier: Standard
                ruleCollectionGroups:
                  - name: g
                    priority: 100
                    ruleCollections:
                      - name: in
                        priority: 100
                        ruleCollectionType: FirewallPolicyNatRuleCollection
                        action: {type: DNAT}
                        rules:
                          - {ruleType: NatRule, name: web, ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: [20.0.0.10],
                             destinationPorts: ['80'], translatedAddress: TARGET, translatedPort: '80'}
            """;
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: internal-app
              annotations:
                ANNOTATION
            spec:
              type: LoadBalancer
              allocateLoadBalancerNodePorts: false
              ports:
              - port: 80
              selector:
                app: internal-app
            """;
    private static final String AZURE = "service.beta.kubernetes.io/azure-load-balancer-";
    private static final String INTERNAL = AZURE + "internal: \"true\"\n    " + AZURE + "ipv4: 10.42.1.50";
    private static final String PUBLIC = AZURE + "ipv4: 20.3.3.3";

    private final CapturedStreams streams = CapturedStreams.plain();

    @TempDir
    private Path folder;

    private Path world(String name, String routes, String target, String annotation) throws IOException {
        Path world = Files.createDirectories(folder.resolve(name));
        Files.writeString(world.resolve("environment.yaml"), NETWORKS + "routeTables: [{name: rt, routes: [" + routes
                + "]}]\n" + (target.isEmpty() ? "" : FIREWALL.replace("TARGET", target)));
        Files.writeString(world.resolve("app.yaml"), SERVICE.replace("ANNOTATION", annotation));
        return world;
    }

    private int run(String... arguments) {
        return CommandTree.of(streams.streams()).execute(arguments);
    }

    private List<String> open(Path world, int code, String... more) {
        assertEquals(code, run(Stream.concat(Stream.of("exposure", world.resolve("app.yaml").toString(), "--env",
                world.resolve("environment.yaml").toString(), "--output", "json"), Stream.of(more))
                .toArray(String[]::new)), streams::err);
        return JsonMapper.shared().readTree(streams.out()).valueStream()
                .filter(row -> row.get("reach").asString().equals("reachable"))
                .map(row -> row.get("place").asString() + " " + row.get("reply").asString()).toList();
    }

    @Test
    void withTheAnnotationTheNetworkItsPeerAndOnPremisesGetInAndNobodyElse() throws IOException {
        assertEquals(List.of("network spoke/nodes Symmetric", "network spoke/jump Symmetric",
                "peered network hub/vms Symmetric", "on premises behind hub Symmetric"),
                open(world("a", "", "", INTERNAL), ExitCode.CLEAN, "--forbid", "internet", "--forbid", "other"));
    }

    @Test
    void withoutItTheInternetGetsIn() throws IOException {
        assertTrue(open(world("a", "", "", PUBLIC), ExitCode.SOMETHING_TO_SEE, "--forbid", "internet")
                .contains("Internet Symmetric"));
    }

    @Test
    void underUserDefinedRoutingWithoutDnatRepliesAreLost() throws IOException {
        Path world = world("a", DEFAULT_ROUTE, "10.9.9.9", PUBLIC);
        assertTrue(open(world, ExitCode.SOMETHING_TO_SEE).contains("Internet Lost"), streams::out);
        CapturedStreams text = CapturedStreams.plain();
        CommandTree.of(text.streams()).execute("exposure", world.resolve("app.yaml").toString(), "--env",
                world.resolve("environment.yaml").toString());
        assertTrue(text.out().contains("help: make the load balancer internal") && text.out().contains("app.yaml:1:1"),
                text::out);
    }

    @Test
    void theDocumentedRecipesMendThem() throws IOException {
        assertTrue(open(world("a", DEFAULT_ROUTE, "10.42.1.50", INTERNAL), ExitCode.CLEAN)
                .contains("Internet through fw Symmetric"), streams::out);
        CapturedStreams text = CapturedStreams.plain();
        Path lost = world("b", DEFAULT_ROUTE, "20.3.3.3", PUBLIC);
        CommandTree.of(text.streams()).execute("exposure", lost.resolve("app.yaml").toString(), "--env",
                lost.resolve("environment.yaml").toString());
        assertTrue(text.out().contains("20.0.0.10/32 to Internet"), text::out);
    }

    @Test
    void aRouteOfTheFirewallsAddressToTheInternetMendsThePublicLoadBalancer() throws IOException {
        assertTrue(open(world("a", DEFAULT_ROUTE + HOST_ROUTE, "20.3.3.3", PUBLIC), ExitCode.SOMETHING_TO_SEE)
                .contains("Internet through fw Symmetric"), streams::out);
    }

    @Test
    void aTraceFollowsTheClientAndItsReplies() throws IOException {
        String world = world("a", DEFAULT_ROUTE, "10.42.1.50", INTERNAL).toString();
        assertEquals(ExitCode.CLEAN,
                run("trace", "--env", world, "--from", "203.0.113.9", "--to", "service/internal-app:80"), streams::err);
        assertTrue(streams.out()
                .startsWith("reachable: default/internal-app tcp:80 (internal) from Internet through fw to "
                        + "10.42.1.50:80, replies Symmetric"),
                streams::out);
        assertTrue(streams.out().contains("return route"), streams::out);
        CapturedStreams json = CapturedStreams.plain();
        CommandTree.of(json.streams()).execute("trace", "--env", world, "--from", "203.0.113.9", "--to",
                "service/internal-app:80", "--output", "json");
        JsonNode result = JsonMapper.shared().readTree(json.out());
        assertTrue(result.toString().contains("\"Symmetric\"") && result.toString().contains("\"reachable\""),
                json::out);
        assertEquals(ExitCode.WRONG_INPUT,
                run("trace", "--env", world, "--from", "2001:db8::9", "--to", "service/internal-app:80"));
        assertTrue(streams.err().contains("IPv6 client"), streams::err);
    }

    @Test
    void aDifferenceTellsWhoNewlyReachesWhat() throws IOException {
        String before = world("before", "", "", INTERNAL).toString();
        String after = world("after", "", "", PUBLIC).toString();
        assertEquals(ExitCode.SOMETHING_TO_SEE, run("diff", before, after), streams::err);
        assertTrue(streams.out().contains("newly reachable") && streams.out().contains("from Internet"), streams::out);
        CapturedStreams same = CapturedStreams.plain();
        assertEquals(ExitCode.CLEAN, CommandTree.of(same.streams()).execute("diff", before, before), same::out);
        assertFalse(same.out().contains("newly"), same::out);
        CapturedStreams json = CapturedStreams.plain();
        CommandTree.of(json.streams()).execute("diff", before, after, "--output", "json");
        JsonNode result = JsonMapper.shared().readTree(json.out());
        assertFalse(result.get("equivalent").asBoolean());
        assertTrue(result.get("inbound").size() > 0, json::out);
    }

    /// Tabs, a template, half a document, a binary file, aliases that multiply, no YAML at all.
    @ParameterizedTest
    @ValueSource(strings = {"kind: Service\n\tmetadata: x\n", "kind: Service\nmetadata: {name: {{ .Release.Name }}}\n",
            "apiVersion: v1\nkind: Service\nmetadata: {name: \"half", "\u0000\u0001\u0002\u0003", "- just\n- a list\n",
            "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\n"
                    + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e]\n"})
    void wrongInputHasAPlaceAndTheExitCodeOfWrongInput(String manifest) throws IOException {
        Path world = world("a", "", "", INTERNAL);
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), manifest);
        assertEquals(ExitCode.WRONG_INPUT, run("exposure", wrong.toString(), "--env",
                world.resolve("environment.yaml").toString()), streams::out);
        assertTrue(streams.err().contains("wrong.yaml:"), streams::err);
    }
}
