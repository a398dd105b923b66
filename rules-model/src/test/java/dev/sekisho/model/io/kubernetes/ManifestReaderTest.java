package dev.sekisho.model.io.kubernetes;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.kubernetes.AllowedSources;
import dev.sekisho.model.kubernetes.HttpFront;
import dev.sekisho.model.kubernetes.IpFamilies;
import dev.sekisho.model.kubernetes.KubernetesService;
import dev.sekisho.model.kubernetes.LinkRequest;
import dev.sekisho.model.kubernetes.LoadBalancer;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.model.kubernetes.NodeTraffic;
import dev.sekisho.model.kubernetes.ServicePort;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.SubscriptionSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertEquals(Optional.of(new LoadBalancer(true, Optional.empty(), Optional.empty(), AllowedSources.EVERYBODY,
                Optional.empty(), LoadBalancer.Settings.USUAL)), service.loadBalancer());
        assertEquals(NodeTraffic.USUAL, service.nodeTraffic());
    }

    @Test
    void everythingThatDecidesReachabilityIsRead() throws IOException {
        KubernetesService service = read("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: shop
                  namespace: sales
                  annotations:
                    service.beta.kubernetes.io/azure-load-balancer-internal: 'true'
                    service.beta.kubernetes.io/azure-load-balancer-internal-subnet: apps
                    service.beta.kubernetes.io/azure-load-balancer-ipv4: 10.42.9.9
                    service.beta.kubernetes.io/azure-allowed-ip-ranges: 192.0.2.0/24, 198.51.100.7/32,
                    service.beta.kubernetes.io/azure-allowed-service-tags: AzureFrontDoor.Backend
                    service.beta.kubernetes.io/azure-deny-all-except-load-balancer-source-ranges: "true"
                    service.beta.kubernetes.io/azure-disable-load-balancer-floating-ip: "true"
                    service.beta.kubernetes.io/azure-disable-load-balancer-nsg-rule: "true"
                    service.beta.kubernetes.io/azure-additional-public-ips: 20.0.0.7,20.0.0.8
                    service.beta.kubernetes.io/port_53_no_lb_rule: "true"
                    service.beta.kubernetes.io/azure-pls-create: "true"
                    service.beta.kubernetes.io/azure-pls-name: pls-shop
                    service.beta.kubernetes.io/azure-pls-ip-configuration-subnet: links
                    service.beta.kubernetes.io/azure-pls-ip-configuration-ip-address: 10.42.6.5 10.42.6.6
                    service.beta.kubernetes.io/azure-pls-visibility: "*"
                    service.beta.kubernetes.io/azure-pls-auto-approval: sub-1 sub-2
                    service.beta.kubernetes.io/azure-pls-proxy-protocol: "true"
                    service.beta.kubernetes.io/azure-dns-label-name: shop
                spec:
                  type: LoadBalancer
                  externalTrafficPolicy: Local
                  healthCheckNodePort: 32100
                  allocateLoadBalancerNodePorts: false
                  loadBalancerClass: service.beta.kubernetes.io/azure
                  ports:
                    - {name: web, port: 443, targetPort: 8443, nodePort: 30443}
                    - {name: dns, port: 53, protocol: UDP}
                """).services().getFirst();
        assertEquals("", diagnostics.toString());
        LoadBalancer balancer = service.loadBalancer().orElseThrow();
        assertTrue(balancer.internal());
        assertEquals(Optional.of("apps"), balancer.subnet());
        assertEquals(Optional.of(IpAddress.parse("10.42.9.9")), balancer.address());
        assertEquals(new AllowedSources(AddressSet.EMPTY,
                AddressSet.of(IpPrefix.parse("192.0.2.0/24"), IpPrefix.parse("198.51.100.7/32")),
                List.of(ServiceTagName.parse("AzureFrontDoor.Backend")), true), balancer.sources());
        assertEquals(new LoadBalancer.Settings(false, false, Set.of(53),
                List.of(IpAddress.parse("20.0.0.7"), IpAddress.parse("20.0.0.8")), Optional.of("shop")),
                balancer.settings());
        assertEquals(Optional.of(new LinkRequest(Optional.of("pls-shop"), Optional.of("links"),
                List.of(IpAddress.parse("10.42.6.5"), IpAddress.parse("10.42.6.6")), SubscriptionSet.EVERYBODY,
                SubscriptionSet.of(List.of("sub-1", "sub-2")), true)), balancer.link());
        assertEquals(new NodeTraffic(true, false, OptionalInt.of(32100)), service.nodeTraffic());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "azure-allowed-ip-ranges: 10.0.0.7 | IGNORED_RANGE | write 10.0.0.7/32",
            "azure-allowed-ip-ranges: 10.0.0.7/24 | IGNORED_RANGE | write a range such as 10.0.0.0/16",
            "azure-deny-all-except-load-balancer-source-ranges: \"true\" | IGNORED_ANNOTATION | add loadBalancerSourceRanges",
            "azure-pls-visibility: \"*\" | IGNORED_ANNOTATION | add service.beta.kubernetes.io/azure-pls-create",
            "azure-pls-create: \"true\" | BROKEN_PRIVATE_LINK | azure-load-balancer-internal: \"true\"",
            "azure-load-balancer-internal-subnet: apps | IGNORED_ANNOTATION | azure-load-balancer-internal: \"true\"",
            "azure-load-balancer-tcp-idle-timeout: 10 | IGNORED_ANNOTATION | write \"10\"",
            "azure-load-balancer-internal: yes | IGNORED_ANNOTATION | write \"true\"",
            "azure-load-balancer-internal: 1 | IGNORED_ANNOTATION | write \"true\"",
            "port_80_no_lb_rules: \"true\" | IGNORED_ANNOTATION | port_80_no_lb_rule",
            "port_80_health-probe_protocl: tcp | IGNORED_ANNOTATION | port_80_health-probe_protocol",
            "port_81_no_lb_rule: \"true\" | IGNORED_ANNOTATION | write port_80_no_lb_rule",
            "port_80_no_lb_rule: true | IGNORED_ANNOTATION | write \"true\"",
            "azure-pls-create: TRUE | IGNORED_ANNOTATION | write \"true\""})
    void whatAzureWouldPassOverOrRefuseOfAPublicServiceIsAFinding(String annotation, String code, String remedy)
            throws IOException {
        read(INTERNAL.replaceAll("service.beta.*internal: \"true\"", "service.beta.kubernetes.io/" + annotation));
        assertEquals(List.of(code), codes(), diagnostics::toString);
        assertTrue(diagnostics.all().getFirst().remedy().contains(remedy), diagnostics::toString);
    }

    /// Every annotation of the page "LoadBalancer annotations" and of the page on Private Link.
    @ParameterizedTest
    @ValueSource(strings = {"azure-load-balancer-internal-subnet: apps", "azure-load-balancer-mode: auto",
            "azure-dns-label-name: shop", "azure-shared-securityrule: \"false\"",
            "azure-load-balancer-resource-group: rg", "azure-allowed-service-tags: AzureCloud",
            "azure-allowed-ip-ranges: 10.0.0.0/8", "azure-load-balancer-tcp-idle-timeout: \"5\"",
            "azure-pip-name: pip", "azure-pip-name-ipv6: pip6", "azure-pip-prefix-id: id",
            "azure-pip-prefix-id-ipv6: id6", "azure-pip-tags: a=b", "azure-load-balancer-health-probe-protocol: Http",
            "azure-load-balancer-health-probe-interval: \"5\"",
            "azure-load-balancer-health-probe-num-of-probe: \"2\"",
            "azure-load-balancer-health-probe-request-path: /healthz", "azure-load-balancer-ipv4: 10.0.0.9",
            "azure-load-balancer-ipv6: 'fd00::9'", "port_80_no_lb_rule: \"false\"",
            "port_80_no_probe_rule: \"true\"", "port_80_health-probe_protocol: Tcp",
            "port_80_health-probe_port: http", "port_80_health-probe_interval: \"5\"",
            "port_80_health-probe_num-of-probe: \"2\"", "port_80_health-probe_request-path: /",
            "azure-load-balancer-enable-high-availability-ports: \"true\"",
            "azure-additional-public-ips: 20.0.0.7", "azure-disable-load-balancer-floating-ip: \"true\"",
            "azure-pip-ip-tags: RoutingPreference=Internet", "azure-load-balancer-configurations: lb1",
            "azure-pls-create: \"true\"", "azure-pls-resource-group: rg",
            "azure-pls-ip-configuration-ip-address-count: \"2\"", "azure-pls-fqdns: a.example",
            "azure-pls-proxy-protocol: \"true\""})
    void everyAnnotationOfThePagesIsKnown(String annotation) throws IOException {
        read(INTERNAL.replace("spec:", "    service.beta.kubernetes.io/" + annotation + "\nspec:"));
        assertEquals("", diagnostics.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sessionAffinity: None | true | false | false",
            "ipFamilies: [IPv6] | false | true | true", "ipFamilies: [IPv4, IPv6] | true | true | true",
            "ipFamilyPolicy: PreferDualStack | true | true | false",
            "ipFamilyPolicy: RequireDualStack | true | true | true",
            "ipFamilyPolicy: SingleStack | true | false | false"})
    void theKindsOfAddressesOfAServiceAreRead(String spec, boolean ipv4, boolean ipv6, boolean required)
            throws IOException {
        assertEquals(new IpFamilies(ipv4, ipv6, required),
                read(INTERNAL.replace("  type:", "  " + spec + "\n  type:")).services().getFirst().families());
        assertEquals("", diagnostics.toString());
    }

    @Test
    void rangesOfTheServiceItselfAndOthersDoNotGoTogether() throws IOException {
        LoadBalancer balancer = read(
                INTERNAL.replace("  type: Load", "  loadBalancerSourceRanges: [203.0.113.0/24]\n  type: Load")
                        .replace("spec:", "    service.beta.kubernetes.io/azure-allowed-service-tags: AzureCloud\n"
                                + "    service.beta.kubernetes.io/azure-allowed-ip-ranges: 10.0.0.0/8\nspec:"))
                .services().getFirst().loadBalancer().orElseThrow();
        assertEquals(List.of("IGNORED_ANNOTATION", "REFUSED_SERVICE"), codes(), diagnostics::toString);
        assertEquals(AddressSet.of(IpPrefix.parse("203.0.113.0/24")), balancer.sources().sourceRanges());
    }

    @Test
    void aTruthInOtherCaseCountsForVersionsOfToday() throws IOException {
        KubernetesService service = read(INTERNAL.replace("\"true\"", "\"True\"")).services().getFirst();
        assertTrue(service.loadBalancer().orElseThrow().internal());
        assertEquals(List.of("IGNORED_ANNOTATION"), codes());
        assertEquals("write \"true\"", diagnostics.all().getFirst().remedy());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "service.beta.kubernetes.io/azure-load-balancer-intern: \"true\" | it does not know it",
            "service.beta.kubernetes.io/Azure-Load-Balancer-Internal: \"true\" | it does not know it",
            "service.kubernetes.io/azure-load-balancer-internal: \"true\" | it does not know it",
            "service.beta.kubernetes.io/azure-load-balancer-internal: true | refuses the truth value true",
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
        assertEquals(List.of("TEMPLATE"), codes(), diagnostics::toString);
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
                spec:
                  ingressClassName: azure-application-gateway
                  tls: [{hosts: [shop.example]}]
                  rules:
                    - host: shop.example
                      http:
                        paths:
                          - {path: /, pathType: Prefix, backend: {service: {name: plain, port: {number: 5432}}}}
                          - {path: /a, pathType: Prefix, backend: {service: {name: named, port: {name: web}}}}
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
        HttpFront ingress = manifests.fronts().getFirst();
        assertTrue(ingress.isOnApplicationGateway() && ingress.encrypted() && !ingress.onPrivateFrontend());
        assertEquals(List.of(new HttpFront.Backend("plain", "5432"), new HttpFront.Backend("named", "web")),
                ingress.backends());
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
    void anchorsThatExplodeAndAListOfTwentyMegabytesEndWithAPlace() throws IOException {
        StringBuilder bomb = new StringBuilder("kind: Service\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9) + "*a" + (i - 1)));
        }
        read(bomb.toString());
        assertTrue(diagnostics.hasErrors());
        assertTrue(diagnostics.all().stream().allMatch(found -> found.at().isKnown()), diagnostics::toString);
        String item = "- {apiVersion: v1, kind: Service, metadata: {name: s, labels: {a: %s}}, spec: {ports: [{port: 80}]}}\n"
                .formatted("x".repeat(400));
        String list = "apiVersion: v1\nkind: List\nitems:\n" + item.repeat(20_000_000 / item.length() + 1);
        Diagnostics large = new Diagnostics();
        Path file = Files.writeString(folder.resolve("large.yaml"), list);
        Manifests read = ManifestReader.read(List.of(file), large);
        assertTrue(large.hasErrors() ? large.all().getFirst().at().isKnown() : read.services().size() > 30_000,
                large::toString);
    }

    @Test
    void aFileThatSeveralPathsLeadToIsReadOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("m.yaml"), INTERNAL);
        assertEquals(1, ManifestReader.read(List.of(folder, file), diagnostics).services().size());
        assertEquals(1, ManifestReader.among(List.of(file, folder.resolve(".")), diagnostics).services().size());
    }

    @Test
    void amongOtherFilesManifestsAreFound() throws IOException {
        Path environment = Files.writeString(folder.resolve("env.yaml"), "kind: Environment\nvirtualNetworks: []\n");
        Path manifest = Files.writeString(folder.resolve("service.yaml"), INTERNAL);
        assertEquals(1, ManifestReader.among(List.of(environment, manifest), diagnostics).services().size());
        assertEquals(List.of(), codes(), diagnostics::toString);
    }

    @Test
    void listsInListsAndItemsWithoutAKindAreRead() throws IOException {
        Manifests read = read("""
                {"kind": "List", "apiVersion": "v1", "items": [
                  {"kind": "ServiceList", "apiVersion": "v1", "items": [
                    {"metadata": {"name": "inner"}, "spec": {"type": "NodePort", "ports": [{"port": 1}]}}]}]}
                """);
        assertEquals("", diagnostics.toString());
        assertEquals(List.of("default/inner"), read.services().stream().map(Object::toString).toList());
    }

    @Test
    void annotationsOfOtherCloudsGetNoAdvice() throws IOException {
        for (String other : List.of("service.beta.kubernetes.io/aws-load-balancer-scheme",
                "service.beta.kubernetes.io/aws-load-balancer-internal",
                "service.beta.kubernetes.io/do-loadbalancer-protocol", "networking.gke.io/load-balancer-type",
                "cloud.google.com/load-balancer-type", "external-secrets.io/azure-tenant")) {
            Diagnostics own = new Diagnostics();
            ManifestReader.read(List.of(Files.writeString(folder.resolve("o.yaml"),
                    INTERNAL.replaceAll("service.beta.*internal:", other + ":"))), own);
            assertTrue(own.all().stream().allMatch(one -> one.code().equals("FOREIGN_ANNOTATION")
                    && one.remedy().isEmpty()), own::toString);
            assertEquals(other.startsWith("service.") ? 1 : 0, own.all().size(), other);
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
