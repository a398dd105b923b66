package dev.sekisho.simulator.exact;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import dev.sekisho.simulator.exact.diff.Reverification;
import dev.sekisho.simulator.exact.optimise.Optimisation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Environments that were made to be hard are compared, verified after an edit and optimised, or the reason is given why not.
class HostileEnvironmentsTest {
    private static final int MANY = Integer.getInteger("sekisho.exact.hostile", 2_000);
    private static final int CROSSING = 150;

    /// A way to be hard. Every one of them denies 203.0.113.7:4444 by the last rule, or not.
    enum Hostility {
        /// Names that are in many wildcards each.
        WILDCARDS(MANY, i -> {
            SplittableRandom random = new SplittableRandom(i);
            String name = IntStream.rangeClosed(0, random.nextInt(8))
                    .mapToObj(_ -> "abcd".substring(random.nextInt(4)).substring(0, 1))
                    .collect(Collectors.joining("."));
            return "{ruleType: ApplicationRule, name: r%d, sourceAddresses: ['*'], protocols: [{protocolType: Https, port: 443}], targetFqdns: ['*.%s.example']}"
                    .formatted(i, name);
        }),
        /// Each source prefix is inside another one and crosses other destinations, so that parts of parts remain.
        NESTED_PREFIXES(CROSSING, i -> {
            SplittableRandom random = new SplittableRandom(i);
            return "{ruleType: NetworkRule, name: r%d, ipProtocols: [TCP], sourceAddresses: [10.%d.0.0/%d, 172.16.%d.0/%d], destinationAddresses: [%d.0.0.0/%d, 100.%d.0.0/%d], destinationPorts: ['%d-%d']}"
                    .formatted(i, random.nextInt(256) & 0xF0, 8 + random.nextInt(9), random.nextInt(256) & 0xFC,
                            16 + random.nextInt(7), 16 * random.nextInt(1, 8), 3 + random.nextInt(6),
                            random.nextInt(256), 9 + random.nextInt(8), random.nextInt(1, 400),
                            500 + random.nextInt(500));
        }),
        IDENTICAL(MANY, i -> "{ruleType: NetworkRule, name: r" + i
                + ", ipProtocols: [TCP], sourceAddresses: [10.0.0.0/8], destinationAddresses: [192.0.2.0/24], destinationPorts: ['443']}"),
        /// Both families in one rule.
        BOTH_FAMILIES(1_000,
                i -> ("{ruleType: NetworkRule, name: r%d, ipProtocols: [Any], sourceAddresses: [10.%d.0.0/16, 'fd00:%x::/32'], "
                        + "destinationAddresses: [198.51.%d.0/24, '2001:db8:%x::/48'], destinationPorts: ['%d']}")
                        .formatted(i, i % 256, i, i % 256, i, 1 + i)),
        NOTHING(0, _ -> "");

        private final int rules;
        private final IntFunction<String> rule;

        Hostility(int rules, IntFunction<String> rule) {
            this.rules = rules;
            this.rule = rule;
        }

        Environment environment(String action) {
            boolean application = this == WILDCARDS;
            return Environments.of("""
                    firewalls: [{name: fw, tier: Standard, privateIp: 10.1.0.4, policy: p}]
                    firewallPolicies:
                      - name: p
                        tier: Standard
                        ruleCollectionGroups:
                          - name: g
                            priority: 200
                            ruleCollections:
                    """ + collection("many", 300, "Allow", IntStream.range(0, rules).mapToObj(rule))
                    + collection("last", application ? 200 : 400, action, Stream.of(
                            "{ruleType: NetworkRule, name: last, ipProtocols: [UDP], sourceAddresses: ['*'], destinationAddresses: [203.0.113.7], destinationPorts: ['4444']}")));
        }

        private static String collection(String name, int priority, String action, Stream<String> rules) {
            List<String> lines = rules.map(rule -> "                - " + rule + "\n").toList();
            return lines.isEmpty() ? "" : """
                                - name: %s
                                  ruleCollectionType: FirewallPolicyFilterRuleCollection
                                  priority: %d
                                  action: {type: %s}
                                  rules:
                    """.formatted(name, priority, action) + String.join("", lines);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneRuleThatChangesItsActionIsOneChange(Hostility hostility) {
        Environment before = hostility.environment("Deny");
        Environment after = hostility.environment("Allow");
        EnvironmentDiff diff = EnvironmentDiff.of(before, after, EnvironmentDiff.Question.RESULTS);
        assertEquals(1, diff.changes().size());
        assertTrue(diff.complete());
        assertEquals("203.0.113.7", diff.changes().getFirst().flows().destinations().toString());
        Reverification reverification = Reverification.of(before, EnvironmentDiff.Question.RESULTS);
        assertEquals(diff, reverification.update(after));
        assertEquals(List.of(), reverification.update(after).changes());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOptimisedMeansTheSameAndWhatIsNotSaysWhy(Hostility hostility) {
        Environment before = hostility.environment("Allow");
        switch (Optimisation.of(before)) {
            case Optimisation.Optimised(Environment after, var sizeBefore, var sizeAfter) -> {
                assertTrue(sizeAfter.rules() <= sizeBefore.rules());
                assertEquals(new EnvironmentDiff(List.of(), true),
                        EnvironmentDiff.of(before, after, EnvironmentDiff.Question.RESULTS));
            }
            case Optimisation.Refused(String reason) -> assertTrue(reason.contains("too large, because"), reason);
        }
    }
}
