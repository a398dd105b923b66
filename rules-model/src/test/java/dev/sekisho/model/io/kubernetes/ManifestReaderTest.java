package dev.sekisho.model.io.kubernetes;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.kubernetes.KubernetesService;
import dev.sekisho.model.kubernetes.LoadBalancer;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.model.kubernetes.ServicePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ManifestReaderTest {
    private static final String INTERNAL = """
            apiVersion: v1
            kind: Service
            metadata:
              name: internal-app
              annotations:
                service.beta.kubernetes.io/azure-load-balancer-internal: "true"
            spec:
              type: LoadBalancer
              ports:
              - port: 80
              selector:
                app: internal-app
            """;

    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    private Manifests read(String text) throws IOException {
        return ManifestReader.read(List.of(Files.writeString(folder.resolve("m.yaml"), text)), diagnostics);
    }

    private List<String> codes() {
        return diagnostics.all().stream().map(Diagnostic::code).toList();
    }

    @Test
    void theInternalLoadBalancerOfTheDocumentationIsRead() throws IOException {
        KubernetesService service = read(INTERNAL).services().getFirst();
        assertEquals("", diagnostics.toString());
        assertEquals("default/internal-app", service.toString());
        assertEquals(List.of(new ServicePort("", IpProtocol.TCP, 80, OptionalInt.empty())), service.ports());
        assertEquals(Optional.of(new LoadBalancer(true, Optional.empty(), Optional.empty(), AddressSet.EMPTY, List.of(),
                false, Optional.empty())), service.loadBalancer());
    }

    @Test
    void everythingThatDecidesReachabilityIsRead() throws IOException {
        LoadBalancer balancer = read("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: shop
                  namespace: sales
                  annotations:
                    service.beta.kubernetes.io/azure-load-balancer-internal: 'true'
                    service.beta.kubernetes.io/azure-load-balancer-internal-subnet: apps
                    service.beta.kubernetes.io/azure-load-balancer-ipv4: 10.42.9.9
                    service.beta.kubernetes.io/azure-allowed-ip-ranges: 192.0.2.0/24, 198.51.100.7
                    service.beta.kubernetes.io/azure-allowed-service-tags: AzureFrontDoor.Backend
                    service.beta.kubernetes.io/azure-pls-create: "true"
                    service.beta.kubernetes.io/azure-dns-label-name: shop
                spec:
                  type: LoadBalancer
                  loadBalancerSourceRanges: [203.0.113.0/24]
                  ports:
                    - {name: web, port: 443, targetPort: 8443, nodePort: 30443}
                    - {name: dns, port: 53, protocol: UDP}
                """).services().getFirst().loadBalancer().orElseThrow();
        assertEquals("", diagnostics.toString());
        assertTrue(balancer.internal() && balancer.privateLink() && balancer.isRestricted());
        assertEquals(Optional.of("apps"), balancer.subnet());
        assertEquals(Optional.of(IpAddress.parse("10.42.9.9")), balancer.address());
        assertEquals(AddressSet.of(IpPrefix.parse("192.0.2.0/24"), IpPrefix.parse("198.51.100.7/32"),
                IpPrefix.parse("203.0.113.0/24")), balancer.allowedSources());
        assertEquals("[AzureFrontDoor.Backend]", balancer.allowedTags().toString());
        assertEquals(Optional.of("shop"), balancer.dnsLabel());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "service.beta.kubernetes.io/azure-load-balancer-intern: \"true\" | it does not know it",
            "service.beta.kubernetes.io/Azure-Load-Balancer-Internal: \"true\" | it does not know it",
            "service.kubernetes.io/azure-load-balancer-internal: \"true\" | it does not know it",
            "service.beta.kubernetes.io/azure-load-balancer-internal: true | refuses the truth value true",
            "service.beta.kubernetes.io/azure-load-balancer-internal: \"True\" | 'True' is not \"true\"",
            "service.beta.kubernetes.io/azure-load-balancer-internal: \"yes\" | 'yes' is not \"true\""})
    void anAnnotationThatAzurePassesOverIsAFindingAndLeavesTheServicePublic(String annotation, String finding)
            throws IOException {
        KubernetesService service = read(INTERNAL.replaceAll("service.beta.*internal: \"true\"",
                annotation.replace("\\", "\\\\"))).services().getFirst();
        assertFalse(service.loadBalancer().orElseThrow().internal());
        assertEquals(List.of("IGNORED_ANNOTATION"), codes(), diagnostics::toString);
        assertTrue(diagnostics.toString().contains(finding), diagnostics::toString);
        assertTrue(diagnostics.toString().contains("m.yaml:6:"), diagnostics::toString);
        String remedy = diagnostics.all().getFirst().remedy();
        assertTrue(remedy.contains("azure-load-balancer-internal") || remedy.equals("write \"true\""), remedy);
    }

    @Test
    void annotationsOfOthersAreTheirs() throws IOException {
        read(INTERNAL.replace("    service.beta", "    prometheus.io/scrape: \"true\"\n"
                + "    service.beta.kubernetes.io/port_80_health-probe_protocol: tcp\n    service.beta"));
        assertEquals(List.of(), codes(), diagnostics::toString);
    }

    @Test
    void aBlockThatIsIndentedTooFarIsNamedWithTheMend() throws IOException {
        read(INTERNAL.replace("  annotations:\n    service", "   annotations:\n     service"));
        assertEquals(1, codes().size(), diagnostics::toString);
        assertTrue(diagnostics.toString().contains(
                "m.yaml:5:4: error: 'annotations' is indented further than 'name' above it"), diagnostics::toString);
        assertTrue(diagnostics.all().getFirst().remedy().contains("1 to the left"), diagnostics::toString);
    }

    @Test
    void aTemplateThatIsNotFilledInAndATabAreNamed() throws IOException {
        read(INTERNAL.replace("name: internal-app\n  ann", "name: {{ .Values.name }}\n  ann"));
        assertTrue(diagnostics.toString().contains("m.yaml:4:9: error: this is a template that is not filled in"),
                diagnostics::toString);
        Diagnostics tabs = new Diagnostics();
        ManifestReader.read(List.of(Files.writeString(folder.resolve("t.yaml"),
                INTERNAL.replace("  type: Load", "\ttype: Load"))), tabs);
        assertTrue(tabs.toString().contains("t.yaml:8:1: error: a tab indents this line"), tabs::toString);
    }

    @Test
    void listsDocumentsAndOtherKindsAreReadTogether() throws IOException {
        Manifests manifests = read(INTERNAL + "---\n# nothing\n---\n" + """
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: Service, metadata: {name: plain}, spec: {ports: [{port: 5432}]}}
                - {apiVersion: apps/v1, kind: Deployment, metadata: {name: d}}
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: front, namespace: web}
                spec: {ingressClassName: nginx, rules: [{host: shop.example}]}
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: gate}
                spec: {gatewayClassName: azure-alb-external, listeners: [{hostname: a.example}, {hostname: b.example}]}
                """);
        assertEquals("", diagnostics.toString());
        assertEquals("[default/internal-app, default/plain]", manifests.services().toString());
        assertEquals(KubernetesService.Type.CLUSTER_IP, manifests.services().getLast().type());
        assertEquals("[Ingress web/front, Gateway default/gate]", manifests.fronts().toString());
        assertEquals(List.of("a.example", "b.example"), manifests.fronts().getLast().hosts());
        assertEquals("{Deployment=1}", manifests.others().toString());
    }

    @Test
    void theAnswerOfKubectlAsJsonIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("all.json"), """
                {"apiVersion": "v1", "kind": "ServiceList", "metadata": {"resourceVersion": ""}, "items": [
                  {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a", "namespace": "n"},
                   "spec": {"type": "LoadBalancer", "ports": [{"port": 443, "nodePort": 31000, "protocol": "TCP"}]},
                   "status": {"loadBalancer": {"ingress": [{"ip": "20.0.0.7"}]}}}]}
                """);
        Manifests manifests = ManifestReader.read(List.of(file), diagnostics);
        assertEquals("", diagnostics.toString());
        assertEquals("[n/a]", manifests.services().toString());
    }

    @Test
    void tenThousandDocumentsAreReadAndHostileOnesAreProblems() throws IOException {
        String one = "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {ports: [{port: 80}]}\n---\n";
        assertEquals(10_000, read(one.repeat(10_000)).services().size());
        assertEquals(List.of(), codes(), diagnostics::toString);
        for (String hostile : List.of("a: &a [x]\n".repeat(3) + "b: *nothing\n", "kind: [Service\n", "\0", "[]", "7")) {
            Diagnostics found = new Diagnostics();
            ManifestReader.read(List.of(Files.writeString(folder.resolve("h.yaml"), hostile)), found);
            assertTrue(found.hasErrors(), hostile);
            assertTrue(found.all().stream().allMatch(problem -> problem.at().isKnown()));
        }
    }

    @Test
    void inAFolderOtherFilesAreLeft() throws IOException {
        Files.writeString(folder.resolve("values.yaml"), "replicas: 3\n");
        Files.writeString(folder.resolve("README.md"), "# chart\n");
        Files.writeString(folder.resolve("service.yaml"), INTERNAL);
        assertEquals(1, ManifestReader.read(List.of(folder), diagnostics).services().size());
        assertEquals(List.of(), codes(), diagnostics::toString);
    }
}
