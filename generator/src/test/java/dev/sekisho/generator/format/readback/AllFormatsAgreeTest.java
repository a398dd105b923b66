package dev.sekisho.generator.format.readback;

import dev.sekisho.generator.format.Output;
import dev.sekisho.generator.format.RichPlan;
import dev.sekisho.generator.format.Writer;
import dev.sekisho.generator.format.arm.ArmWriter;
import dev.sekisho.generator.format.azcli.AzCliWriter;
import dev.sekisho.generator.format.bicep.BicepWriter;
import dev.sekisho.generator.format.terraform.TerraformWriter;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.io.environment.EnvironmentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Reads every format back, each with a reader of its own, and compares: with the plan, through the model, and with
/// each other.
class AllFormatsAgreeTest {
    record Format(Writer writer) {
        List<Deployed> deployed(DeploymentPlan plan) {
            Output output = writer.write(plan);
            String first = output.files().getFirst().text();
            return switch (writer.format()) {
                case ARM -> ArmReader.read(first);
                case BICEP -> BicepReader.read(first);
                case TERRAFORM -> TerraformReader.read(first, output.files().get(1).text());
                case AZCLI -> ScriptReader.read(first);
                case YAML, KUBERNETES -> throw new IllegalArgumentException("not deployed by itself");
            };
        }

        @Override
        public String toString() {
            return writer.format().toString();
        }
    }

    @TempDir Path folder;

    static Stream<Format> formats() {
        return Stream.of(new ArmWriter("1"), new BicepWriter("1"), new TerraformWriter("1"), new AzCliWriter("1"))
                .map(Format::new);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void theRulesAndAddressesAndRoutesReadBackAreThoseOfThePlan(Format format) throws IOException {
        DeploymentPlan plan = RichPlan.make();
        Environment read = environment(format.deployed(plan));
        assertEquals(plan.firewall().orElseThrow().ipGroups(), read.ipGroups());
        assertEquals(List.of(plan.routing().orElseThrow().table()), read.routeTables());
        assertEquals(plan.firewall().orElseThrow().policy().ruleCollectionGroups().stream()
                .map(AllFormatsAgreeTest::inOrderOfPriority).toList(),
                read.firewallPolicies().getFirst().ruleCollectionGroups().stream()
                        .map(AllFormatsAgreeTest::inOrderOfPriority).toList());
    }

    @Test
    void allFormatsDeployTheSameResources() {
        List<Map<String, Object>> deployed = formats().map(format -> byName(format.deployed(RichPlan.make())))
                .toList();
        for (Map<String, Object> other : deployed) {
            assertEquals(deployed.getFirst().keySet(), other.keySet());
            deployed.getFirst().forEach((name, properties) -> assertEquals(properties, other.get(name), name));
        }
    }

    /// Terraform groups the collections of a group by kind; the priority alone decides, so the order is no difference.
    private static RuleCollectionGroup inOrderOfPriority(RuleCollectionGroup group) {
        return new RuleCollectionGroup(group.name(), group.priority(),
                group.ruleCollections().stream().sorted(Comparator.comparing(RuleCollection::priority)).toList(),
                group.at());
    }

    /// Types with names, and properties in which a required parameter is only a parameter: each format names it in its
    /// own way.
    private static Map<String, Object> byName(List<Deployed> deployed) {
        Map<String, Object> byName = new TreeMap<>();
        deployed.forEach(resource -> byName.put(resource.type() + " " + resource.name(),
                withoutNames(resource.properties())));
        return byName;
    }

    private static Object withoutNames(Object value) {
        return switch (value) {
            case String text when text.matches("<\\w+>") -> text.replace("_", "").toLowerCase(java.util.Locale.ROOT);
            case List<?> list -> list.stream().map(AllFormatsAgreeTest::withoutNames).toList();
            case Map<?, ?> map -> {
                Map<Object, Object> result = new LinkedHashMap<>();
                map.forEach((key, inner) -> result.put(key, withoutNames(inner)));
                yield result;
            }
            default -> value;
        };
    }

    /// Hands the resources to the reader of Sekisho's own format, which takes Azure's names.
    private Environment environment(List<Deployed> deployed) throws IOException {
        Map<String, Object> ipGroups = new LinkedHashMap<>();
        List<Object> groups = new ArrayList<>();
        Map<String, Object> table = new LinkedHashMap<>();
        List<Object> routes = new ArrayList<>();
        for (Deployed resource : deployed) {
            String last = resource.name().substring(resource.name().lastIndexOf('/') + 1);
            Map<String, Object> named = new LinkedHashMap<>(Map.of("name", last));
            named.putAll(resource.properties());
            switch (resource.type()) {
                case "Microsoft.Network/ipGroups" -> ipGroups.put(last, resource.properties().get("ipAddresses"));
                case "Microsoft.Network/firewallPolicies/ruleCollectionGroups" -> groups.add(named);
                case "Microsoft.Network/routeTables" -> table.putAll(named);
                case "Microsoft.Network/routeTables/routes" -> routes.add(named);
                default -> {
                    // The model of an environment has endpoints with addresses; the other test compares them.
                }
            }
        }
        table.put("routes", routes);
        String text = JsonMapper.shared().writeValueAsString(Map.of("apiVersion", "sekisho.dev/v1", "kind",
                "Environment", "ipGroups", ipGroups, "routeTables", List.of(table), "firewallPolicies",
                List.of(Map.of("name", "p", "tier", "Premium", "ruleCollectionGroups", groups))))
                .replace("id:Microsoft.Network/ipGroups/", "");
        Diagnostics diagnostics = new Diagnostics();
        Environment environment = EnvironmentReader
                .read(List.of(Files.writeString(folder.resolve("environment.json"), text)), diagnostics);
        assertEquals(List.of(), diagnostics.all(), text);
        return environment;
    }
}
