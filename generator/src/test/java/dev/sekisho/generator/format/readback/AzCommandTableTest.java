package dev.sekisho.generator.format.readback;

import dev.sekisho.generator.Writers;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.OutputFormat;
import dev.sekisho.generator.format.RichPlan;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.SampleClusters;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Holds every `az` command of every script against our own table of commands and options, made from the reference
/// pages of the Azure CLI; `--output` is everywhere.
class AzCommandTableTest {
    private static final Pattern COMMAND = Pattern
            .compile("(?:^|\\$\\(|\\b(?:run|exists) )(az .*?)(?:;|\\)$|\\)\"?$|$)");
    private static final Pattern CLUSTER_OPTION = Pattern.compile("  (--[a-z-]+)( .*)?");

    @Test
    void everyCommandAndOptionIsKnown() throws IOException {
        JsonNode table = table();
        List<String> unknown = new ArrayList<>();
        TreeSet<String> seen = new TreeSet<>();
        plans().forEach(plan -> scripts(plan).forEach(script -> commands(script).forEach((command, options) -> {
            seen.add(command);
            JsonNode known = table.get(command);
            if (known == null) {
                unknown.add(command);
                return;
            }
            options.stream().filter(option -> known.values().stream().noneMatch(k -> k.asString().equals(option)))
                    .forEach(option -> unknown.add(command + " " + option));
        })));
        assertEquals(List.of(), unknown);
        assertEquals(new TreeSet<>(table.propertyNames()), seen, "the table has commands that no script uses");
    }

    @Test
    void aCommandThatDoesNotExistWouldBeSeen() {
        assertEquals(Map.of("az network route-table make", List.of("--nmae")),
                commands("run az network route-table make \\\n  --nmae x \\\n  --output none\n"));
        assertTrue(commands("# az is mentioned in a comment\n").isEmpty());
    }

    private static Stream<DeploymentPlan> plans() {
        return Stream.concat(Stream.of(RichPlan.make()), SampleClusters.plans().values().stream());
    }

    private static Stream<String> scripts(DeploymentPlan plan) {
        Writers writers = new Writers("1");
        return Stream.of(OutputFormat.values()).flatMap(format -> writers.of(format).write(plan).files().stream())
                .filter(OutputFile::executable).map(OutputFile::text);
    }

    /// Returns each command with its options. The options of `az aks create` stand in an array.
    private static Map<String, List<String>> commands(String script) {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        String joined = script.replaceAll("(?s)<<'JSON'\n.*?\nJSON\n", "\n").replaceAll(" \\\\\n *", " ");
        joined.lines().filter(line -> !line.strip().startsWith("#")).forEach(line -> {
            Matcher command = COMMAND.matcher(line.strip());
            Matcher option = CLUSTER_OPTION.matcher(line);
            if (command.find()) {
                AzCommand parsed = AzCommand.parse(command.group(1).replace("\"${options[@]}\"", ""), Map.of());
                commands.computeIfAbsent(parsed.name(), _ -> new ArrayList<>()).addAll(parsed.options().keySet()
                        .stream().filter(name -> !name.equals("--output")).toList());
            } else if (option.matches()) {
                commands.computeIfAbsent("az aks create", _ -> new ArrayList<>()).add(option.group(1));
            }
        });
        return commands;
    }

    private static JsonNode table() throws IOException {
        try (InputStream stream = OutputFormat.class.getResourceAsStream("az-commands.json")) {
            assertNotNull(stream);
            return JsonMapper.shared().readTree(stream);
        }
    }
}
