package dev.sekisho.samples;

import dev.sekisho.generator.format.yaml.EnvironmentYamlWriter;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.PlannedEnvironment;
import dev.sekisho.generator.plan.Planner;
import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.cluster.ClusterIntentReader;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedProtocol;
import dev.sekisho.model.need.NeedTarget;
import dev.sekisho.model.resolve.NeedResolver;
import dev.sekisho.simulator.exact.space.FlowBox;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.proof.Excess;
import dev.sekisho.simulator.proof.NeedProof;
import dev.sekisho.simulator.proof.ProofReport;
import dev.sekisho.simulator.proof.ProofVerdict;
import dev.sekisho.simulator.proof.ReachabilityProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is generated stops no flow of any need, and allows nothing beyond what the needs themselves leave open: samples, and
/// clusters of random shapes, features, dependencies and clouds. More of them: `-Dsekisho.egress.clusters=1000`.
class GeneratedEgressTest {
    private static final Set<ProofVerdict> STOPPED = Set.of(ProofVerdict.BLOCKED, ProofVerdict.PARTLY);
    /// Why a cluster cannot be planned: it asks for what there is not.
    private static final Set<String> IMPOSSIBLE = Set.of("DNS_PROXY_REQUIRED", "FEATURE_PARAMETER_MISSING",
            "HTTP_PROXY_WINDOWS", "MANAGED_NETWORK_ONLY", "NO_PRIVATE_ENDPOINT", "NO_SERVICE_ENDPOINT",
            "PRIVATE_ZONE_UNKNOWN", "SERVICE_NOT_IN_CLOUD", "TIER");

    @TempDir
    private Path folder;

    static List<String> samples() {
        return Samples.names();
    }

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("sekisho.egress.clusters", 60));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsMetAndNotExceeded(String name) throws IOException {
        isMetAndNotExceeded(Samples.plan(name));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRandomClusterIsMetAndNotExceeded(long seed) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Optional<DeploymentPlan> plan = plan(seed, diagnostics);
        if (plan.isPresent()) {
            isMetAndNotExceeded(plan.get());
        }
        Set<String> reasons = errors(diagnostics);
        assertEquals(plan.isEmpty(), !reasons.isEmpty());
        assertTrue(IMPOSSIBLE.containsAll(reasons), reasons::toString);
    }

    @Test
    void nearlyAllRandomClustersCanBePlanned() {
        List<Set<String>> reasons = LongStream.range(0, 100).mapToObj(seed -> {
            Diagnostics diagnostics = new Diagnostics();
            plan(seed, diagnostics);
            return errors(diagnostics);
        }).toList();
        assertTrue(reasons.stream().filter(Set::isEmpty).count() >= 85, reasons::toString);
    }

    private static Set<String> errors(Diagnostics diagnostics) {
        return diagnostics.all().stream().filter(problem -> problem.severity() == Severity.ERROR).map(Diagnostic::code)
                .collect(Collectors.toSet());
    }

    private static Optional<DeploymentPlan> plan(long seed, Diagnostics diagnostics) {
        Optional<ClusterIntent> intent = ClusterIntentReader.read(
                SourceFile.of("cluster.yaml", RandomEgress.cluster(seed)), Samples.CATALOGUE, diagnostics);
        Optional<ClusterNeeds> needs = intent.filter(_ -> !diagnostics.hasErrors())
                .map(cluster -> NeedResolver.resolve(cluster, Samples.CATALOGUE, diagnostics));
        return needs.flatMap(resolved -> Planner.plan(intent.orElseThrow(), resolved,
                Samples.CATALOGUE.factsDate().toString(), diagnostics)).filter(_ -> !diagnostics.hasErrors());
    }

    private void isMetAndNotExceeded(DeploymentPlan plan) throws IOException {
        Path file = folder.resolve("environment.yaml");
        Files.writeString(file, new EnvironmentYamlWriter(List.of(), "test").write(PlannedEnvironment.of(plan)).files()
                .getFirst().text());
        Environment written = EnvironmentReader.read(List.of(file), new Diagnostics());
        ProofReport report = ReachabilityProof.of(written, plan.needs())
                .without(rule -> InboundTest.isForClients(rule.toString(), plan));
        assertEquals(List.of(), report.needs().stream().filter(proof -> STOPPED.contains(proof.verdict()))
                .map(NeedProof::toString).toList());
        for (Excess excess : report.excess()) {
            assertTrue(isLeftOpen(excess, plan, written.clusters().getFirst()), excess::toString);
        }
    }

    /// A need for which no name can be used leaves open every address, for its own sources, protocol and ports; and the FQDN
    /// tag of AKS opens each of its names by HTTP and HTTPS.
    private static boolean isLeftOpen(Excess excess, DeploymentPlan plan, ClusterNetwork cluster) {
        return plan.needs().needs().stream().anyMatch(need -> leavesOpen(need, excess.flows(), cluster))
                || plan.intent().options().fqdnTag() && isOfFqdnTag(excess.flows(), plan);
    }

    private static boolean leavesOpen(EgressNeed need, FlowBox flows, ClusterNetwork cluster) {
        return need.alternatives().stream().anyMatch(List.of(NeedTarget.Anywhere.ANYWHERE)::equals)
                && kinds(need.protocol()).containsAll(flows.kinds()) && need.ports().containsAll(flows.ports())
                && sources(need, cluster).containsAll(flows.sources());
    }

    private static AddressSet sources(EgressNeed need, ClusterNetwork cluster) {
        AddressSet nodes = AddressSet.ofPrefixes(cluster.nodeSubnets());
        return need.sources() == EgressNeed.Sources.NODES ? nodes
                : nodes.union(AddressSet.ofPrefixes(cluster.podCidrs()));
    }

    private static Set<FlowKind> kinds(NeedProtocol protocol) {
        return switch (protocol) {
            case UDP -> Set.of(FlowKind.UDP);
            case ICMP -> Set.of(FlowKind.ICMP, FlowKind.ICMPV6);
            case ANY -> FlowKind.ALL;
            case TCP, HTTP, HTTPS, MSSQL -> FlowKind.ANY_TCP;
        };
    }

    private static boolean isOfFqdnTag(FlowBox flows, DeploymentPlan plan) {
        Set<String> tagged = plan.needs().needs().stream().filter(EgressNeed::coveredByFqdnTag)
                .flatMap(need -> need.alternatives().stream().flatMap(List::stream)).map(NeedTarget::toString)
                .collect(Collectors.toSet());
        boolean web = flows.kinds().equals(Set.of(FlowKind.HTTP)) && flows.ports().equals(PortSet.of(80))
                || flows.kinds().equals(Set.of(FlowKind.HTTPS)) && flows.ports().equals(PortSet.of(443));
        return web && !flows.names().isEmpty() && tagged.containsAll(flows.names());
    }
}
