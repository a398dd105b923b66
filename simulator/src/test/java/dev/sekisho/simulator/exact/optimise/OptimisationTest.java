package dev.sekisho.simulator.exact.optimise;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.exact.RandomFirewalls;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OptimisationTest {
    private static final int FLOWS = 400;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /// The literal interpreter is the oracle; the proof is the optimisation's own.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFlowFaresTheSameInLessTextThatStaysSo(long seed) {
        Environment before = new RandomFirewalls(seed).environment();
        Optimisation.Optimised result = optimised(before);
        assertTrue(result.after().rules() <= result.before().rules(), result::toString);
        assertTrue(result.after().bytes() <= result.before().bytes(), result::toString);
        assertEquals(result.environment(), optimised(result.environment()).environment());
        List<Flow> universe = RandomFirewalls.universe();
        SplittableRandom random = new SplittableRandom(seed);
        PathInterpreter was = new PathInterpreter(before);
        PathInterpreter is = new PathInterpreter(result.environment());
        for (int i = 0; i < FLOWS; i++) {
            Flow flow = universe.get(random.nextInt(universe.size()));
            assertEquals(was.evaluate(flow, PathOptions.NONE).result(), is.evaluate(flow, PathOptions.NONE).result(),
                    flow::toString);
        }
    }

    private static Optimisation.Optimised optimised(Environment environment) {
        return assertInstanceOf(Optimisation.Optimised.class, Optimisation.of(environment));
    }

    private static String policy(String action, String groups, String... rules) {
        StringBuilder text = new StringBuilder("""
                firewalls: [{name: fw, tier: Standard, privateIp: 10.1.0.4, policy: p}]
                %s
                firewallPolicies:
                  - name: p
                    tier: Standard
                    ruleCollectionGroups:
                      - name: g
                        priority: 200
                        ruleCollections:
                          - name: c
                            ruleCollectionType: FirewallPolicyFilterRuleCollection
                            priority: 300
                            action: {type: %s}
                            rules:
                """.formatted(groups, action));
        for (int i = 0; i < rules.length; i++) {
            text.append("              - {ruleType: NetworkRule, name: r").append(i).append(", ").append(rules[i])
                    .append("}\n");
        }
        return text.toString();
    }

    private static List<String> rules(Environment environment) {
        return RuleLists.all(environment).<Rule>flatMap(list -> list.rules().stream()).map(Rule::name).toList();
    }

    @Test
    void rulesThatDifferInOneListAreJoinedAndListsAreShortened() {
        Optimisation.Optimised result = optimised(Environments.of(policy("Allow", "",
                "ipProtocols: [TCP], sourceAddresses: [10.0.0.0/24], destinationAddresses: [203.0.113.0/25], destinationPorts: ['80', '443']",
                "ipProtocols: [TCP], sourceAddresses: [10.0.0.0/24], destinationAddresses: [203.0.113.128/25], destinationPorts: ['443', '80']",
                "ipProtocols: [UDP], sourceAddresses: [10.0.0.0/24], destinationAddresses: [203.0.113.0/24], destinationPorts: ['80', '443']",
                "ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: [198.51.100.4], destinationPorts: ['22']")));
        assertEquals(List.of("r0", "r3"), rules(result.environment()));
        assertEquals("2 rules, 0 IP groups, 10 entries", result.after().toString().replaceAll(", \\d+ bytes", ""));
    }

    @Test
    void aDescriptionTakesTheBytesThatItHasInUtf8() {
        String rule = "description: %s, ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: [192.0.2.4], destinationPorts: ['22']";
        Size latin = Size.of(Environments.of(policy("Allow", "", rule.formatted("ab"))));
        Size japanese = Size.of(Environments.of(policy("Allow", "", rule.formatted("関所"))));
        assertEquals(4, japanese.bytes() - latin.bytes());
    }

    @Test
    void aRuleThatAnEmptyGroupSwitchesOffStaysAsItIs() {
        Environment before = Environments.of(policy("Deny", "ipGroups: {gone: []}",
                "ipProtocols: [TCP], sourceAddresses: ['*'], destinationIpGroups: [gone], destinationPorts: ['22']",
                "ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: [198.51.100.4], destinationPorts: ['22']"));
        assertEquals(List.of("r0", "r1"), rules(optimised(before).environment()));
        assertEquals(1, optimised(before).after().ipGroups());
    }

    @Test
    void whatATagHoldsTodayIsNoReasonToRemoveARule() {
        Environment before = Environments.of(policy("Allow", "serviceTags: {Sql: [20.0.0.0/16]}",
                "ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: [Sql], destinationPorts: ['1433']",
                "ipProtocols: [TCP], sourceAddresses: [10.0.0.0/8], destinationAddresses: [20.0.1.0/24], destinationPorts: ['1433']"));
        assertEquals(List.of("r0", "r1"), rules(optimised(before).environment()));
    }

    @Test
    void groupsWithTheSameMembersAreOneAndUnusedOnesGo() {
        Environment before = Environments.of(policy("Allow",
                "ipGroups: {one: [203.0.113.0/25, 203.0.113.128/25], two: [203.0.113.0/24], three: [192.0.2.0/24]}",
                "ipProtocols: [TCP], sourceAddresses: ['*'], destinationIpGroups: [one], destinationPorts: ['22']",
                "ipProtocols: [TCP], sourceAddresses: [10.0.0.0/8], destinationIpGroups: [two], destinationPorts: ['23']"));
        Environment after = optimised(before).environment();
        assertEquals("[one]", after.ipGroups().stream().map(group -> group.name()).toList().toString());
    }

    @Test
    void nothingIsProvenAboutAPolicyWhoseParentIsNotDescribed() {
        Environment before = Environments.of(policy("Allow", "",
                "ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: [192.0.2.4], destinationPorts: ['22']",
                "ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: [192.0.2.5], destinationPorts: ['22']")
                .replace("  - name: p\n", "  - name: p\n    basePolicy: far\n"));
        assertEquals(
                new Optimisation.Refused("nothing can be proven, because the firewall policy 'far' is not described,"
                        + " so its rules are not known"),
                Optimisation.of(before));
    }

    @Test
    void longListsThatRulesRepeatBecomeOneGroup() {
        String many = String.join(", ", LongStream.range(0, 60).mapToObj(i -> "198.51.100." + 4 * i).toList());
        Optimisation.Optimised result = optimised(Environments.of(policy("Allow", "",
                "ipProtocols: [TCP], sourceAddresses: [10.0.0.0/24], destinationAddresses: [" + many
                        + "], destinationPorts: ['22']",
                "ipProtocols: [UDP], sourceAddresses: [10.0.1.0/24], destinationAddresses: [" + many
                        + "], destinationPorts: ['23']")));
        assertEquals(1, result.after().ipGroups());
        assertTrue(result.after().bytes() < result.before().bytes() * 2 / 3, result::toString);
    }

    static Stream<Path> files() {
        return Stream.of("arm", "arm-aks", "az-export").flatMap(OptimisationTest::files);
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("sekisho.corpus"), folder))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Policies that people deployed are proven to mean the same, or it is said what is too large about them.
    @EnabledIfSystemProperty(named = "sekisho.corpus", matches = ".+")
    @ParameterizedTest
    @MethodSource("files")
    void realPoliciesMeanTheSame(Path file) {
        Environment environment = EnvironmentReader.read(List.of(file), new Diagnostics());
        switch (Optimisation.of(environment)) {
            case Optimisation.Refused(String reason) ->
                assertTrue(reason.startsWith("the proof is too large") || reason.contains("is not described"),
                        () -> file + ": " + reason);
            case Optimisation.Optimised result -> {
                assertTrue(result.after().bytes() <= result.before().bytes(), file::toString);
            }
        }
    }
}
