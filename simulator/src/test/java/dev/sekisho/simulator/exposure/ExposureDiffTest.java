package dev.sekisho.simulator.exposure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExposureDiffTest {
    private static final String ENVIRONMENT = """
            kind: Environment
            virtualNetworks:
              - name: spoke
                addressSpace: [10.42.0.0/16]
                subnets: [{name: nodes, prefix: 10.42.1.0/24, routeTable: rt}, {name: jump, prefix: 10.42.2.0/28}]
            routeTables: [{name: rt, routes: [ROUTE]}]
            clusters: [{name: c, networkPlugin: overlay, nodeSubnets: [10.42.1.0/24], podCidr: 10.244.0.0/16}]
            """;
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: shop
              annotations: {ANNOTATION}
            spec: {type: LoadBalancer, allocateLoadBalancerNodePorts: false, ports: [{port: 80, nodePort: 31000}]}
            """;
    private static final String INTERNAL = "service.beta.kubernetes.io/azure-load-balancer-internal: \"true\"";

    @TempDir
    private Path folder;

    private List<ExposureRow> rows(String route, String annotation) throws IOException {
        return new InboundFiles(folder, ENVIRONMENT.replace("ROUTE", route), SERVICE.replace("ANNOTATION", annotation))
                .rows();
    }

    private static List<String> told(List<ExposureDiff.Change> changes) {
        return changes.stream().map(change -> change.kind().text() + " from " + change.place()).toList();
    }

    @Test
    void nothingChangesBetweenAReportAndItself() throws IOException {
        assertEquals(List.of(), ExposureDiff.of(rows("", INTERNAL), rows("", INTERNAL)));
    }

    @Test
    void aRouteThatLosesRepliesIsTold() throws IOException {
        String drop = "{name: d, addressPrefix: 10.42.2.8/29, nextHopType: None}";
        List<ExposureDiff.Change> changes = ExposureDiff.of(rows("", INTERNAL), rows(drop, INTERNAL));
        assertEquals(List.of("replies newly lost from network spoke/jump"), told(changes));
        assertEquals("10.42.2.8/30", changes.getFirst().clients().prefixes().getFirst().toString());
        assertEquals(List.of("replies mended from network spoke/jump"),
                told(ExposureDiff.of(rows(drop, INTERNAL), rows("", INTERNAL))));
    }

    @Test
    void aForgottenAnnotationOpensTheServiceToTheInternet() throws IOException {
        List<String> changes = told(ExposureDiff.of(rows("", INTERNAL), rows("", "a.example/b: c")));
        assertEquals("newly reachable from Internet", changes.getFirst());
        assertTrue(changes.stream().noneMatch(change -> change.startsWith("no longer")), changes::toString);
    }
}
