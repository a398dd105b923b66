package dev.sekisho.samples;

import dev.sekisho.generator.format.yaml.EnvironmentYamlWriter;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.PlannedEnvironment;
import dev.sekisho.generator.plan.Planner;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.cluster.ClusterIntentReader;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedTarget;
import dev.sekisho.model.resolve.NeedResolver;
import dev.sekisho.simulator.proof.Excess;
import dev.sekisho.simulator.proof.NeedProof;
import dev.sekisho.simulator.proof.ProofReport;
import dev.sekisho.simulator.proof.ProofVerdict;
import dev.sekisho.simulator.proof.ReachabilityProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final PortSet WEB = PortSet.of(80, 443);

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
        Optional<DeploymentPlan> plan = plan(seed);
        if (plan.isPresent()) {
            isMetAndNotExceeded(plan.get());
        }
    }

    @Test
    void manyRandomClustersCanBePlanned() {
        assertTrue(LongStream.range(0, 60).filter(seed -> plan(seed).isPresent()).count() > 20);
    }

    /// Nothing where the cluster asks for what its cloud or shape does not have.
    private static Optional<DeploymentPlan> plan(long seed) {
        Diagnostics diagnostics = new Diagnostics();
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
            assertTrue(isLeftOpen(excess, plan), excess::toString);
        }
    }

    /// A need leaves open what its widest alternative is about (a service tag, or every address on its ports where no name
    /// can be used), and the FQDN tag of AKS opens each of its names by HTTP and HTTPS.
    private static boolean isLeftOpen(Excess excess, DeploymentPlan plan) {
        boolean byWidth = plan.needs().needs().stream().anyMatch(need -> isWide(need)
                && need.ports().union(excess.flows().ports()).equals(need.ports()));
        if (byWidth) {
            return true;
        }
        Set<String> tagged = plan.needs().needs().stream().filter(EgressNeed::coveredByFqdnTag)
                .flatMap(need -> need.alternatives().stream().flatMap(List::stream)).map(NeedTarget::toString)
                .collect(Collectors.toSet());
        List<String> names = new ArrayList<>(excess.flows().names());
        return plan.intent().options().fqdnTag() && !names.isEmpty() && tagged.containsAll(names)
                && WEB.union(excess.flows().ports()).equals(WEB);
    }

    private static boolean isWide(EgressNeed need) {
        return need.alternatives().stream().flatMap(List::stream)
                .anyMatch(target -> target instanceof NeedTarget.Anywhere || target instanceof NeedTarget.Tag);
    }
}
