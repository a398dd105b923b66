package dev.sekisho.generator.format.readback;

import dev.sekisho.generator.format.Output;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.OutputFormat;
import dev.sekisho.generator.format.Writer;
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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// What a format says, read from its text.
final class ReadBack {
    /// The formats that are deployed.
    static final List<OutputFormat> DEPLOYED = List.of(OutputFormat.ARM, OutputFormat.BICEP, OutputFormat.TERRAFORM,
            OutputFormat.AZCLI);

    private ReadBack() {}

    static List<Deployed> deployed(Writer writer, DeploymentPlan plan) {
        Output output = writer.write(plan);
        assertEquals(List.of(), output.refused());
        String first = output.files().getFirst().text();
        return switch (writer.format()) {
            case ARM -> ArmReader.read(first);
            case BICEP -> BicepReader.read(first);
            case TERRAFORM -> TerraformReader.read(first, output.files().stream()
                    .filter(file -> file.path().endsWith("variables.tf")).map(OutputFile::text).findFirst().orElse(""));
            case AZCLI -> ScriptReader.read(first);
            case YAML, KUBERNETES -> throw new IllegalArgumentException("not deployed by itself");
        };
    }

    /// Terraform groups the collections of a group by kind; the priority alone decides, so the order is no difference.
    static RuleCollectionGroup inOrderOfPriority(RuleCollectionGroup group) {
        return new RuleCollectionGroup(group.name(), group.priority(),
                group.ruleCollections().stream().sorted(Comparator.comparing(RuleCollection::priority)).toList(),
                group.at());
    }

    /// Types with names, and properties in which a required parameter is only a parameter: each format names it in its
    /// own way.
    static Map<String, Object> byName(List<Deployed> deployed) {
        Map<String, Object> byName = new TreeMap<>();
        deployed.forEach(resource -> byName.put(resource.type() + " " + resource.name(),
                withoutNames(resource.properties())));
        return byName;
    }

    private static Object withoutNames(Object value) {
        return switch (value) {
            case String text when text.matches("<\\w+>") -> text.replace("_", "").toLowerCase(Locale.ROOT);
            case List<?> list -> list.stream().map(ReadBack::withoutNames).toList();
            case Map<?, ?> map -> {
                Map<Object, Object> result = new LinkedHashMap<>();
                map.forEach((key, inner) -> result.put(key, withoutNames(inner)));
                yield result;
            }
            default -> value;
        };
    }

    /// Hands the resources to the reader of Sekisho's own format, which takes Azure's names.
    static Environment environment(List<Deployed> deployed, Path folder) throws IOException {
        Map<String, Object> ipGroups = new LinkedHashMap<>();
        List<Object> groups = new ArrayList<>();
        Map<String, Map<String, Object>> tables = new LinkedHashMap<>();
        Map<String, Map<String, Object>> securityGroups = new LinkedHashMap<>();
        for (Deployed resource : deployed) {
            String last = resource.name().substring(resource.name().lastIndexOf('/') + 1);
            Map<String, Object> named = new LinkedHashMap<>(Map.of("name", last));
            named.putAll(resource.properties());
            switch (resource.type()) {
                case "Microsoft.Network/ipGroups" -> ipGroups.put(last, resource.properties().get("ipAddresses"));
                case "Microsoft.Network/firewallPolicies/ruleCollectionGroups" -> groups.add(named);
                case "Microsoft.Network/routeTables" -> tables.put(resource.name(), with(named, "routes"));
                case "Microsoft.Network/routeTables/routes" -> child(tables, resource.name(), "routes", named);
                case "Microsoft.Network/networkSecurityGroups" ->
                    securityGroups.put(resource.name(), with(named, "securityRules"));
                case "Microsoft.Network/networkSecurityGroups/securityRules" ->
                    child(securityGroups, resource.name(), "securityRules", named);
                default -> {
                    // The model of an environment has endpoints with addresses; the other test compares them.
                }
            }
        }
        String text = JsonMapper.shared().writeValueAsString(Map.of("apiVersion", "sekisho.dev/v1", "kind",
                "Environment", "ipGroups", ipGroups, "routeTables", tables.values(), "networkSecurityGroups",
                securityGroups.values(), "firewallPolicies",
                List.of(Map.of("name", "p", "tier", "Premium", "ruleCollectionGroups", groups))))
                .replace("id:Microsoft.Network/ipGroups/", "");
        Diagnostics diagnostics = new Diagnostics();
        Environment environment = EnvironmentReader
                .read(List.of(Files.writeString(folder.resolve("environment.json"), text)), diagnostics);
        assertEquals(List.of(), diagnostics.all(), text);
        return environment;
    }

    private static Map<String, Object> with(Map<String, Object> resource, String children) {
        resource.put(children, new ArrayList<>());
        return resource;
    }

    @SuppressWarnings("unchecked")
    private static void child(Map<String, Map<String, Object>> parents, String name, String children, Object child) {
        ((List<Object>) parents.get(name.substring(0, name.indexOf('/'))).get(children)).add(child);
    }
}
