package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Policies that other people wrote, against variants of them: what only looks different is equivalent, and of a change exactly what
/// was changed is listed.
@EnabledIfSystemProperty(named = "sekisho.corpus", matches = ".+")
class RealPoliciesTest {
    private static final JsonMapper LENIENT = JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();
    private static final List<String> ADDED = List.of("added-one.example", "*.added-two.example");

    /// Lists whose order decides nothing. Rules of a filter collection have one action, so their order decides only which of
    /// them is logged (`FW-4`).
    private static final Set<String> UNORDERED = Set.of("resources", "rules", "ruleCollections",
            "networkRuleCollections",
            "applicationRuleCollections", "sourceAddresses", "destinationAddresses", "destinationPorts", "targetFqdns",
            "destinationFqdns", "ipProtocols", "protocols", "sourceIpGroups", "destinationIpGroups", "securityRules");
    private static final Set<String> ANY_CASE = Set.of("targetFqdns", "destinationFqdns");

    @TempDir
    private Path scratch = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"arm-aks/mspnp__aks-baseline__hub-regionA.json",
            "arm-aks/mspnp__aks-baseline-multi-region__hub-region.v1.1.json",
            "arm-aks/mspnp__aks-fabrikam-dronedelivery__azuredeploy-firewall.json",
            "arm-aks/mspnp__aks-secure-baseline__hub-regionA-classic.json",
            "arm-aks/retaildevcrews__asb-spark__hub-regionA.json",
            "arm-aks/Azure__AKS-Construction__SampleAppMain.json",
            "arm/Azure__Azure-Network-Security__dns-proxy-hub-spoke.json",
            "arm/Azure__Azure-Network-Security__forced-tunnel-azure.json",
            "arm/Azure__Azure-Network-Security__wvd-premium.json",
            "arm/Azure__Azure-Network-Security__netsec-demo-firewall.json",
            "arm/nicolgit__hub-and-spoke-playground__any-to-any.json",
            "arm/AngleOSaxon__AzureFirewallCalculator__powershell-classic-firewall.json",
            "arm/AngleOSaxon__AzureFirewallCalculator__powershell-rcg.json",
            "az-export/HoussemDellai__docker-kubernetes-course__az-outputs-network.json"})
    void whatOnlyLooksDifferentIsEquivalent(String file) throws IOException {
        Path original = Path.of(System.getProperty("sekisho.corpus"), file);
        JsonNode rewritten = rewritten("", read(original));
        assertFalse(rewritten.toString().equals(read(original).toString()));
        JsonNode result = diff(original, written("rewritten.json", rewritten), ExitCode.CLEAN);
        assertTrue(result.get("equivalent").asBoolean(), result::toString);
    }

    /// The first rule of each file that allows names.
    @ParameterizedTest
    @ValueSource(strings = {"arm-aks/mspnp__aks-baseline__hub-regionA.json",
            "arm-aks/mspnp__aks-baseline-multi-region__hub-region.v1.1.json",
            "arm-aks/mspnp__aks-fabrikam-dronedelivery__azuredeploy-firewall.json",
            "arm-aks/mspnp__aks-secure-baseline__hub-regionA-classic.json",
            "arm-aks/retaildevcrews__asb-spark__hub-regionA.json"})
    void addedHostsAreListedAndNothingElse(String file) throws IOException {
        Path original = Path.of(System.getProperty("sekisho.corpus"), file);
        JsonNode changed = read(original);
        ArrayNode hosts = firstNames(changed).orElseThrow();
        ADDED.forEach(hosts::add);
        Path proposed = written("changed.json", changed);

        JsonNode added = diff(original, proposed, ExitCode.SOMETHING_TO_SEE);
        assertEquals(Set.copyOf(ADDED), names(added));
        added.get("changes").valueStream().forEach(change -> {
            assertEquals("Deny", change.get("before").asString(), change::toString);
            assertTrue(Set.of("Allow", "Unknown").contains(change.get("after").asString()), change::toString);
        });
        JsonNode removed = diff(proposed, original, ExitCode.SOMETHING_TO_SEE);
        assertEquals(Set.copyOf(ADDED), names(removed));
    }

    private static JsonNode read(Path file) throws IOException {
        return LENIENT.readTree(Files.readString(file));
    }

    private Path written(String name, JsonNode tree) throws IOException {
        return Files.writeString(scratch.resolve(name), tree.toString());
    }

    private static JsonNode diff(Path before, Path after, int exit) {
        CapturedStreams streams = CapturedStreams.plain();
        assertEquals(exit, CommandTree.of(streams.streams()).execute("diff", before.toString(), after.toString(),
                "--output", "json"), () -> streams.out() + streams.err());
        return LENIENT.readTree(streams.out());
    }

    private static Set<String> names(JsonNode difference) {
        Set<String> names = new TreeSet<>();
        difference.get("changes").valueStream().flatMap(change -> change.get("fqdns").valueStream())
                .forEach(name -> names.add(name.asString()));
        return names;
    }

    /// The same with keys and lists in the opposite order, without blanks, and names in other letters.
    private static JsonNode rewritten(String key, JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> keys = new ArrayList<>(object.propertyNames());
            Collections.reverse(keys);
            ObjectNode other = LENIENT.createObjectNode();
            keys.forEach(name -> other.set(name, rewritten(name, object.get(name))));
            return other;
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(item -> items.add(rewritten(key, item)));
            if (UNORDERED.contains(key) && items.stream().noneMatch(item -> item.has("translatedPort"))) {
                Collections.reverse(items);
            }
            return LENIENT.createArrayNode().addAll(items);
        }
        boolean literal = node.isString() && !node.asString().startsWith("[");
        return literal && ANY_CASE.contains(key) ? StringNode.valueOf(node.asString().toUpperCase(Locale.ROOT)) : node;
    }

    /// The names of the first rule that has some, in the order of the file.
    private static Optional<ArrayNode> firstNames(JsonNode node) {
        if (node.path("action").path("type").asString("").equalsIgnoreCase("Deny")) {
            return Optional.empty();
        }
        if (node.get("targetFqdns") instanceof ArrayNode names && !names.isEmpty()) {
            return Optional.of(names);
        }
        return node.valueStream().flatMap(inner -> firstNames(inner).stream()).findFirst();
    }
}
