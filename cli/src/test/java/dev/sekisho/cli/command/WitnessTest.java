package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every flow that `lint`, `diff` and `check` print is traced, with the options that they print, and fares as they say: in real
/// policies, and in samples of which a rule was changed.
class WitnessTest {
    private static final Set<String> DECIDED_BY_OTHERS = Set.of("SHADOWED", "HIDDEN_BY_PARENT", "CONFLICT",
            "NAME_UNDER_WILDCARD");

    private static final Pattern WITNESS = Pattern
            .compile("(?:pod )?(?<from>\\S+) to (?<to>\\S+) \\((?<protocol>\\w+)\\): (?<outcome>.*)");

    private static final Pattern NODES = Pattern.compile("sourceAddresses: \\[(\\d+\\.\\d+\\.\\d+)\\.0/");

    @TempDir
    private Path scratch = Path.of("");

    @ParameterizedTest
    @EnabledIfSystemProperty(named = "sekisho.corpus", matches = ".+")
    @ValueSource(strings = {"arm-aks/mspnp__aks-baseline__hub-regionA.json",
            "arm-aks/mspnp__aks-secure-baseline__hub-regionA-classic.json",
            "arm/Azure__Azure-Network-Security__netsec-demo-firewall.json",
            "arm/nicolgit__hub-and-spoke-playground__any-to-any.json",
            "arm/AngleOSaxon__AzureFirewallCalculator__powershell-classic-firewall.json"})
    void findingsInRealPoliciesAreConfirmed(String file) {
        confirmFindings(Path.of(System.getProperty("sekisho.corpus"), file));
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(named = "sekisho.corpus", matches = ".+")
    @ValueSource(strings = {"arm-aks/mspnp__aks-baseline__hub-regionA.json",
            "arm-aks/mspnp__aks-fabrikam-dronedelivery__azuredeploy-firewall.json",
            "arm-aks/mspnp__aks-secure-baseline__hub-regionA-classic.json",
            "arm/AngleOSaxon__AzureFirewallCalculator__powershell-classic-firewall.json"})
    void changesOfRealPoliciesAreConfirmed(String file) throws IOException {
        Path before = Path.of(System.getProperty("sekisho.corpus"), file);
        String text = Files.readString(before);
        Path after = Files.writeString(scratch.resolve("after.json"),
                text.replace("microsoft.com", "microsoft.example").replace("\"443\"", "\"8443\""));
        assertTrue(confirmChanges(before, after) > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"private-cluster", "public-cluster", "on-premises-and-partners", "windows-gpu"})
    void whatIsSaidAboutChangedSamplesIsConfirmed(String sample) throws IOException {
        String cluster = Path.of("..", "samples", sample, "cluster.yaml").toString();
        run("generate", cluster, "-o", scratch.toString(), "--format", "yaml");
        Path before = scratch.resolve("sekisho").resolve("environment.yaml");
        Path after = Files.writeString(scratch.resolve("after.yaml"), Files.readString(before)
                .replace("mcr.microsoft.com", "mcr.example").replace("action: {type: Allow}", "action: {type: Deny}")
                .replaceFirst("action: \\{type: Deny\\}", "action: {type: Allow}"));
        assertTrue(confirmChanges(before, after) > 0);
        confirmFindings(after);
        JsonNode checked = json("check", cluster, "--env", after.toString());
        checked.get("excess").forEach(flows -> {
            List<String> outcomes = outcomes(after, flows.get("witness").get("trace").asString());
            assertTrue(outcomes.stream().allMatch(outcome -> outcome.startsWith("Allow")), flows::toString);
        });
        int confirmed = checked.get("requirements").valueStream().mapToInt(need -> confirmNeed(after, need)).sum();
        assertTrue(confirmed > 0);
    }

    /// A Deny for half of the nodes makes needs arrive in part, and pods fare as their nodes do.
    @ParameterizedTest
    @ValueSource(strings = {"private-cluster", "public-cluster", "on-premises-and-partners", "windows-gpu"})
    void bothSidesOfNeedsThatArriveInPartAreConfirmed(String sample) throws IOException {
        String cluster = Path.of("..", "samples", sample, "cluster.yaml").toString();
        run("generate", cluster, "-o", scratch.toString(), "--format", "yaml");
        String written = Files.readString(scratch.resolve("sekisho").resolve("environment.yaml"));
        Matcher node = NODES.matcher(written);
        assertTrue(node.find(), written);
        Path after = Files.writeString(scratch.resolve("after.yaml"), written.replaceAll(
                "(sourceAddresses: \\[)[^]]*\\]", "$1" + node.group(1) + ".0/26]"));
        JsonNode requirements = json("check", cluster, "--env", after.toString()).get("requirements");
        assertTrue(requirements.valueStream().anyMatch(need -> need.get("verdict").asString().equals("partly")),
                requirements::toString);
        requirements.forEach(need -> confirmNeed(after, need));
    }

    /// Confirms what is said of a need and of each part of it, on both sides.
    ///
    /// @return how many flows were confirmed
    private int confirmNeed(Path environment, JsonNode need) {
        Set<String> witnesses = new LinkedHashSet<>();
        witnesses.add(need.path("witness").asString(""));
        witnesses.add(need.path("arrives").asString(""));
        need.get("parts").forEach(part -> witnesses.add(part.get("witness").asString()));
        witnesses.remove("");
        boolean presumed = need.get("assumptions").valueStream().anyMatch(text -> text.asString().contains(" "));
        witnesses.forEach(witness -> confirmWitness(environment, witness, presumed, need));
        return witnesses.size();
    }

    /// @param presumed whether the answer presumes what the environment leaves open, so that `trace` says both
    private void confirmWitness(Path environment, String witness, boolean presumed, JsonNode need) {
        Matcher parts = WITNESS.matcher(witness);
        assertTrue(parts.matches(), witness);
        String expected = parts.group("outcome").split("[ :;]")[0];
        List<String> outcomes = outcomes(environment, "--from " + parts.group("from") + " --to " + parts.group("to")
                + " --protocol " + parts.group("protocol") + (witness.startsWith("pod ") ? " --pod" : ""));
        boolean confirmed = expected.equals("Unknown") ? outcomes.size() > 1 || outcomes.getFirst().startsWith(expected)
                : presumed ? outcomes.stream().anyMatch(outcome -> outcome.startsWith(expected))
                        : outcomes.stream().allMatch(outcome -> outcome.startsWith(expected));
        assertTrue(confirmed, () -> witness + " of " + need + " " + outcomes);
    }

    private void confirmFindings(Path environment) {
        for (JsonNode finding : json("lint", "--env", environment.toString()).get("findings")) {
            if (finding.get("witness").isNull()) {
                continue;
            }
            List<String> outcomes = outcomes(environment, finding.get("witness").get("trace").asString());
            String rule = finding.get("rule").asString();
            boolean others = DECIDED_BY_OTHERS.contains(finding.get("code").asString())
                    || finding.get("message").asString().contains("never decides");
            boolean itself = outcomes.stream().anyMatch(outcome -> outcome.contains(" by " + rule));
            // Where answers to what nobody knows agree, `trace` names no rule, and of several it names one of each result.
            boolean open = outcomes.size() > 1 || outcomes.stream().noneMatch(outcome -> outcome.contains(" by "));
            assertTrue(others ? !itself || open : itself || open, () -> finding + " " + outcomes);
        }
    }

    /// Returns how many there are.
    private int confirmChanges(Path before, Path after) {
        JsonNode changes = json("diff", before.toString(), after.toString()).get("changes");
        for (JsonNode change : changes) {
            String flow = change.get("witness").get("trace").asString();
            confirmSide(before, flow, change.get("before").asString(), change);
            confirmSide(after, flow, change.get("after").asString(), change);
        }
        return changes.size();
    }

    private void confirmSide(Path environment, String flow, String result, JsonNode change) {
        List<String> outcomes = outcomes(environment, flow);
        boolean certain = change.get("certain").asBoolean() && !result.equals("Unknown");
        assertTrue(certain ? outcomes.stream().allMatch(outcome -> outcome.startsWith(result))
                : result.equals("Unknown") || outcomes.stream().anyMatch(outcome -> outcome.startsWith(result)),
                () -> change + " " + outcomes);
    }

    /// What may become of a flow: one outcome, or one for each answer to what nobody knows.
    private List<String> outcomes(Path environment, String flow) {
        List<String> command = new ArrayList<>(List.of("trace", "--env", environment.toString()));
        command.addAll(List.of(flow.split(" ")));
        JsonNode answer = json(command.toArray(String[]::new));
        List<String> outcomes = answer.path("possibilities").valueStream()
                .map(possibility -> possibility.get("outcome").asString()).toList();
        return outcomes.isEmpty() ? List.of(answer.get("result").asString() + by(answer.path("firewall"))) : outcomes;
    }

    private static String by(JsonNode firewall) {
        List<String> parts = new ArrayList<>();
        for (String key : List.of("policy", "ruleCollectionGroup", "ruleCollection", "rule")) {
            if (firewall.path(key).isString()) {
                parts.add(firewall.path(key).asString());
            }
        }
        return firewall.path("rule").isString() ? " by " + String.join("/", parts) : "";
    }

    private JsonNode json(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--output", "json"));
        CapturedStreams streams = run(arguments.toArray(String[]::new));
        return JsonMapper.shared().readTree(streams.out());
    }

    private static CapturedStreams run(String... command) {
        CapturedStreams streams = CapturedStreams.plain();
        int exit = CommandTree.of(streams.streams()).execute(command);
        assertTrue(exit <= ExitCode.SOMETHING_TO_SEE, () -> String.join(" ", command) + streams.err());
        return streams;
    }
}
