package dev.sekisho.generator.format.readback;

import dev.sekisho.generator.Writers;
import dev.sekisho.generator.format.OutputFormat;
import dev.sekisho.generator.format.RichPlan;
import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.DeploymentPlan.FirewallPlan;
import dev.sekisho.generator.plan.DeploymentPlan.RoutingPlan;
import dev.sekisho.generator.plan.PlannedEnvironment;
import dev.sekisho.generator.plan.SampleClusters;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.io.environment.EnvironmentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Reads every format back, each with a reader of its own, and compares: with the plan, through the model, and with
/// each other.
class AllFormatsAgreeTest {
    private static final Writers WRITERS = new Writers("1");
    private static final SortedMap<String, DeploymentPlan> SAMPLES = SampleClusters.plans();
    private static final List<String> HARD_TO_QUOTE = List.of("'", "\"", "\\", "$", "${", "$${x}", "%%{", "[x]", "[[x]",
            "a\nb", "\tc", "JSON", "`", "!", "{}", "//", "/*", "#", "'''", "\\'", "${'a'}", "é漢");

    @TempDir
    Path folder;

    /// The plan made by hand, that of each sample, some with text that is hard to quote, and one with nothing in it.
    static Stream<Named<DeploymentPlan>> plans() {
        return Stream.of(Stream.of(Named.of("made by hand", RichPlan.make()), Named.of("empty", RichPlan.empty())),
                HARD_TO_QUOTE.stream().map(text -> Named.of("with " + text, RichPlan.withDescription(text))),
                SAMPLES.entrySet().stream().map(plan -> Named.of(plan.getKey(), plan.getValue())))
                .flatMap(plan -> plan);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void theRulesAndAddressesAndRoutesReadBackAreThoseOfThePlan(DeploymentPlan plan) throws IOException {
        List<RuleCollectionGroup> groups = plan.firewall().map(FirewallPlan::policy)
                .map(policy -> policy.ruleCollectionGroups().stream().map(ReadBack::inOrderOfPriority).toList())
                .orElse(List.of());
        for (OutputFormat format : ReadBack.DEPLOYED) {
            Environment read = ReadBack.environment(ReadBack.deployed(WRITERS.of(format), plan), folder);
            assertEquals(plan.firewall().map(FirewallPlan::ipGroups).orElse(List.of()), read.ipGroups(),
                    format::toString);
            assertEquals(Stream.concat(plan.routing().map(RoutingPlan::table).stream(),
                    plan.inbound().flatMap(InboundPlan::gatewayRoutes).stream()).toList(), read.routeTables(),
                    format::toString);
            assertEquals(plan.inbound().map(InboundPlan::securityGroup).stream().toList(),
                    read.networkSecurityGroups(), format::toString);
            assertEquals(groups, read.firewallPolicies().getFirst().ruleCollectionGroups().stream()
                    .map(ReadBack::inOrderOfPriority).toList(), format::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void allFormatsDeployTheSameResources(DeploymentPlan plan) {
        Map<String, Object> first = ReadBack.byName(ReadBack.deployed(WRITERS.of(OutputFormat.ARM), plan));
        for (OutputFormat format : ReadBack.DEPLOYED) {
            Map<String, Object> other = ReadBack.byName(ReadBack.deployed(WRITERS.of(format), plan));
            assertEquals(first.keySet(), other.keySet(), format::toString);
            first.forEach((name, properties) -> assertEquals(properties, other.get(name), () -> format + " " + name));
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void theEnvironmentReadBackIsThePlannedOne(DeploymentPlan plan) throws IOException {
        String text = WRITERS.of(OutputFormat.YAML).write(plan).files().getFirst().text();
        Diagnostics diagnostics = new Diagnostics();
        Environment read = EnvironmentReader
                .read(List.of(Files.writeString(folder.resolve("environment.yaml"), text)), diagnostics);
        assertEquals(List.of(), diagnostics.all());
        assertEquals(PlannedEnvironment.of(plan), read);
    }
}
