package dev.sekisho.samples;

import dev.sekisho.generator.Writers;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.OutputFormat;
import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.PlannedEnvironment;
import dev.sekisho.model.cluster.Origin;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.cluster.ClusterIntentReader;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.io.kubernetes.ManifestReader;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.simulator.exposure.Exposure;
import dev.sekisho.simulator.exposure.ExposureRow;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.inbound.InboundProof;
import dev.sekisho.simulator.inbound.InboundReport;
import dev.sekisho.simulator.inbound.InboundRow;
import dev.sekisho.simulator.view.SubnetView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is generated lets exactly the wanted clients in, and every rule and route of it is needed by the Services that it
/// is written for.
class InboundTest {
    private static final String SAMPLE = "inbound-services";
    private static final Set<String> MATTERS = Set.of("network", "peered");

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    static Stream<DeploymentPlan> plans() {
        return Stream.concat(Stream.of(Samples.plan(SAMPLE)), LongStream.range(100, 112).mapToObj(InboundTest::plan));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void exactlyTheWantedClientsGetInAndGetAnAnswer(long seed) {
        DeploymentPlan plan = plan(seed);
        InboundReport report = InboundProof.of(PlannedEnvironment.of(plan), plan.intent(), services(plan));
        assertEquals(List.of(), report.unmet(), () -> RandomInbound.cluster(seed));
        for (InboundPlan.ServicePlan service : plan.inbound().orElseThrow().services()) {
            long origins = service.intent().from().stream().filter(Origin::showsClients).count();
            assertTrue(report.rows().stream().filter(row -> row.service().equals(service.intent().toString()))
                    .filter(InboundRow::wanted).map(InboundRow::kind).distinct().count() >= Math.min(1, origins));
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void withoutAnyOneRuleOrRouteExactlyItsServicesBreak(DeploymentPlan plan) {
        Environment planned = PlannedEnvironment.of(plan);
        Manifests services = services(plan);
        List<InboundRow> rows = InboundProof.of(planned, plan.intent(), services).rows();
        List<Removal> removals = new ArrayList<>(Removal.eachOfNetwork(planned));
        removals.addAll(Removal.each(planned));
        for (Removal removal : removals) {
            Set<String> broken = new TreeSet<>();
            InboundProof.of(removal.environment(), plan.intent(), services).unmet()
                    .forEach(row -> broken.add(row.service()));
            assertEquals(served(removal.rule(), plan, rows), broken, removal.rule());
        }
    }

    static Stream<DeploymentPlan> fewPlans() {
        return plans().limit(5);
    }

    @ParameterizedTest
    @MethodSource("fewPlans")
    void aTraceOfOneClientConfirmsTheVerdictOfItsClass(DeploymentPlan plan) {
        assertConfirmed(PlannedEnvironment.of(plan), services(plan));
    }

    @Test
    void aTraceOfOneClientConfirmsTheVerdictsOfTheSampleOfEveryWay() {
        Diagnostics diagnostics = new Diagnostics();
        Environment read = EnvironmentReader.read(List.of(Path.of("inbound/environment.yaml")), diagnostics);
        Manifests services = ManifestReader.read(List.of(Path.of("inbound/services.yaml")), diagnostics);
        assertTrue(!diagnostics.hasErrors(), diagnostics::toString);
        assertConfirmed(read, services);
    }

    /// Both ends of what a class of clients is made of first.
    private static void assertConfirmed(Environment environment, Manifests services) {
        List<SubnetView> nodes = Exposure.nodes(environment, Optional.empty());
        for (ExposureRow row : Exposure.of(environment, nodes, services)) {
            for (ExposureRow.Part part : row.parts()) {
                int port = Integer.parseInt(row.port().substring(row.port().indexOf(':') + 1));
                part.clients().ranges().stream().limit(1).flatMap(range -> Stream.of(range.first(), range.last()))
                        .forEach(client -> assertTrue(Exposure
                                .trace(environment, nodes, services, row.service(), port, client).stream()
                                .anyMatch(trace -> trace.entry() == row.entry() && trace.place().equals(row.place())
                                        && trace.reach() == part.reach() && trace.reply().equals(part.reply())),
                                () -> row.service() + " from " + row.place().name() + " " + client));
            }
        }
    }

    @Test
    void aDnatRuleBeforeAWantedGatewayIsNoWayInBesideIt() throws IOException {
        DeploymentPlan plan = Samples.plan(SAMPLE);
        OutputFile file = new Writers("1", PlannedEnvironment::of).of(OutputFormat.YAML).write(plan).files().stream()
                .filter(one -> one.path().endsWith("environment.yaml")).findFirst().orElseThrow();
        String rule = """
                              - {ruleType: NatRule, name: more, ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: [20.0.0.10],
                                 destinationPorts: ['9443'], translatedAddress: 10.42.3.10, translatedPort: '8080'}
                              - ruleType: NatRule
                                name: storefront
                """;
        String text = file.text().replace("      - name: shop-catalogue\n", """
                      - {name: inside, frontend: private, port: 8080, backends: ['10.42.2.13:80']}
                      - name: shop-catalogue
                """).replace("    listeners:\n", "    privateIp: 10.42.3.10\n    listeners:\n")
                .replaceFirst(" +- ruleType: NatRule\n +name: storefront\n", rule);
        Diagnostics diagnostics = new Diagnostics();
        Environment read = EnvironmentReader.read(
                List.of(Files.writeString(folder.resolve("environment.yaml"), text)), diagnostics);
        assertTrue(!diagnostics.hasErrors() && text.contains("name: more") && text.contains("name: inside"),
                diagnostics::toString);
        Manifests services = services(plan);
        assertTrue(Exposure.of(read, Exposure.nodes(read, Optional.empty()), services).stream()
                .anyMatch(row -> row.service().equals("shop/catalogue") && row.reach() == Reach.REACHABLE
                        && row.place().name().equals("Internet through hub-fw")));
        assertEquals(List.of(), InboundProof.of(read, plan.intent(), services).unmet());
    }

    /// The manifest's own ranges keep the same clients out as the security rule: each holds without the other.
    @Test
    void theSecurityRulesHoldWithoutTheRangesOfTheManifest() {
        DeploymentPlan plan = Samples.plan(SAMPLE);
        Diagnostics diagnostics = new Diagnostics();
        Manifests open = ManifestReader.read(SourceFile.of("open.yaml",
                manifest(plan).text().replaceAll("  loadBalancerSourceRanges:\n(    - .*\n)+", "")
                        .replaceAll(".*azure-deny-all-except.*\n", "")),
                diagnostics);
        assertTrue(diagnostics.isEmpty(), diagnostics::toString);
        assertEquals(List.of(), InboundProof.of(PlannedEnvironment.of(plan), plan.intent(), open).unmet());
    }

    @Test
    void whatIsWrittenReadsBackAsWhatIsProven() throws IOException {
        DeploymentPlan plan = Samples.plan(SAMPLE);
        Writers writers = new Writers("1", PlannedEnvironment::of);
        for (OutputFormat format : OutputFormat.values()) {
            for (OutputFile file : writers.of(format).write(plan).files()) {
                Path path = folder.resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.text());
            }
        }
        Diagnostics diagnostics = new Diagnostics();
        Environment read = EnvironmentReader.read(List.of(folder), diagnostics);
        Manifests services = ManifestReader.read(List.of(folder.resolve("kubernetes")), diagnostics);
        assertTrue(!diagnostics.hasErrors(), diagnostics::toString);
        assertEquals(InboundProof.of(PlannedEnvironment.of(plan), plan.intent(), services(plan)),
                InboundProof.of(read, plan.intent(), services));
    }

    /// The Services that a rule or route is for, as far as anybody would notice that it is gone.
    private static Set<String> served(String name, DeploymentPlan plan, List<InboundRow> rows) {
        Set<String> served = new TreeSet<>();
        InboundPlan inbound = plan.inbound().orElseThrow();
        for (InboundPlan.ServicePlan service : inbound.services()) {
            String own = service.intent().toString();
            boolean needs = service.ways().stream().flatMap(way -> way.by().stream())
                    .anyMatch(by -> by.equals(name) || by.endsWith("/" + name));
            boolean closes = name.equals(inbound.securityGroup().name() + "/deny-" + service.intent().name())
                    && service.allowedSources().isEmpty()
                    && rows.stream().anyMatch(row -> row.service().equals(own) && !row.wanted()
                            && MATTERS.contains(row.kind()));
            boolean answers = name.endsWith("/default-to-firewall")
                    && inbound.gatewayRoutes().isPresent() && service.intent().isFrom(Origin.ONPREM);
            if (needs || closes || answers) {
                served.add(own);
            }
        }
        if (name.contains("node-ports")) {
            served.add("node ports");
        }
        if (name.endsWith("/allow-node-ports-probes")) {
            inbound.services().forEach(service -> served.add(service.intent().toString()));
        }
        return served;
    }

    /// Tells whether a rule of the firewall, by any ending of its name, is there for clients and not for the cluster.
    static boolean isForClients(String rule, DeploymentPlan plan) {
        return plan.inbound().flatMap(InboundPlan::rules).stream()
                .flatMap(group -> group.ruleCollections().stream())
                .anyMatch(collection -> rule.contains(collection.name() + "/"));
    }

    private static DeploymentPlan plan(long seed) {
        Diagnostics diagnostics = new Diagnostics();
        return Samples.plan("seed " + seed, ClusterIntentReader.read(
                SourceFile.of("cluster.yaml", RandomInbound.cluster(seed)), Samples.CATALOGUE, diagnostics),
                diagnostics);
    }

    static Manifests services(DeploymentPlan plan) {
        Diagnostics diagnostics = new Diagnostics();
        OutputFile file = manifest(plan);
        Manifests manifests = ManifestReader.read(SourceFile.of(file.path(), file.text()), diagnostics);
        assertTrue(diagnostics.isEmpty(), diagnostics::toString);
        return manifests;
    }

    private static OutputFile manifest(DeploymentPlan plan) {
        return new Writers("1", PlannedEnvironment::of).of(OutputFormat.KUBERNETES).write(plan).files().getFirst();
    }
}
