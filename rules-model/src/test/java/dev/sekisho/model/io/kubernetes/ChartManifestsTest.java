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

/// Manifests as well-known charts render them.
class ChartManifestsTest {
    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    private Manifests read(String text) throws IOException {
        return ManifestReader.read(List.of(Files.writeString(folder.resolve("m.yaml"), text)), diagnostics);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ChartManifestsTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The Services of well-known charts, as Helm and operators render them.
    @Test
    void servicesOfWellKnownChartsAreRead() throws IOException {
        String charts = resource("charts.yaml");
        Manifests read = read(charts);
        assertEquals("", diagnostics.toString());
        assertEquals(List.of("ingress/edge-ingress-nginx-controller-admission ClusterIP [tcp:443]",
                "ingress/edge-ingress-nginx-controller LoadBalancer internal [tcp:80, tcp:443]",
                "edge/traefik LoadBalancer public [tcp:80, tcp:443, udp:443]",
                "istio-ingress/istio-ingressgateway LoadBalancer public [tcp:15021, tcp:80, tcp:443]",
                "monitoring/monitoring-prometheus-server ClusterIP [tcp:80]",
                "argocd/argocd-server NodePort [tcp:80, tcp:443]",
                "kafka/events-kafka-external-bootstrap LoadBalancer internal [tcp:9094]",
                "cache/cache-redis-headless ClusterIP [tcp:6379]",
                "cache/cache-redis-master LoadBalancer public [tcp:6379]"),
                read.services().stream().map(service -> service + " " + service.type().text() + service.loadBalancer()
                        .map(balancer -> balancer.internal() ? " internal" : " public").orElse("") + " "
                        + service.ports()).toList());
        assertEquals(1, read.fronts().size());
        assertEquals(1, read.others().get("Deployment"));
    }

    /// What else charts, operators and people write, with Windows line ends and a byte order mark too.
    @ParameterizedTest
    @ValueSource(strings = {"", "windows"})
    void servicesOfMoreChartsAreReadHoweverTheyAreWritten(String how) throws IOException {
        String charts = resource("more-charts.yaml");
        Manifests read = read(how.isEmpty() ? charts : "\uFEFF" + charts.replace("\n", "\r\n"));
        assertFalse(diagnostics.hasErrors(), diagnostics::toString);
        assertEquals(List.of("IGNORED_ANNOTATION", "FOREIGN_LOAD_BALANCER"),
                diagnostics.all().stream().map(Diagnostic::code).toList(), diagnostics::toString);
        assertEquals("web-ingress-nginx-controller public, kong-proxy public, db ExternalName, es-headless ClusterIP, "
                + "kafka-0 NodePort, rabbitmq ClusterIP, vault-ui public, keycloak public, gitlab-shell internal, "
                + "consul-dns public, cilium-gateway-web LoadBalancer",
                read.services().stream().map(service -> service.name() + " " + service.loadBalancer()
                        .map(balancer -> balancer.internal() ? "internal" : "public")
                        .orElse(service.type().text())).collect(Collectors.joining(", ")));
        assertEquals(List.of("nginx"), read.fronts().stream().map(HttpFront::name).toList());
        assertEquals(Map.of("Gateway of another API", 1, "Service of another API", 1, "Certificate", 1,
                "CustomResourceDefinition", 1), read.others());
    }
}
