package dev.sekisho.simulator.exact;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.decision.Ruling;
import dev.sekisho.simulator.exact.diagram.TooLarge;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import dev.sekisho.simulator.exact.lint.Linter;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.NameSet;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.world.Question;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Policies that were made to be hard end with a result, or with the reason why they are too large.
class HostilePoliciesTest {
    private static Outcome outcome(int number) {
        return Outcome.outside(number % 2 == 0 ? PathResult.ALLOW : PathResult.DENY, "rule " + number);
    }

    private static Decisions decide(List<Ruling> rulings) {
        Layer layer = Layer.of(rulings);
        Decisions decisions = Decisions.about(layer);
        decisions.settled(decisions.of(layer));
        return decisions;
    }

    @Test
    void manyOverlappingWildcards() {
        List<Ruling> rulings = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder literal = new StringBuilder("example");
            for (int label = random.nextInt(8); label >= 0; label--) {
                literal.insert(0, (char) ('a' + random.nextInt(4)) + ".");
            }
            rulings.add(Ruling.of(Region.ALL.speaking(EnumSet.of(FlowKind.HTTPS), PortSet.of(443))
                    .named(NameSet.of(List.of(FqdnPattern.parse((i % 3 == 0 ? "*" : "*.") + literal)))), outcome(i)));
        }
        assertTrue(decide(rulings).diagrams().edges() > 1_000);
    }

    @Test
    void boxesThatAllCrossEachOther() {
        List<Ruling> rulings = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 400; i++) {
            rulings.add(Ruling.of(Region.ALL.from(range(random)).to(range(random)), outcome(i)));
        }
        assertTrue(decide(rulings).diagrams().edges() > 1_000);
    }

    private static AddressSet range(SplittableRandom random) {
        int one = random.nextInt(Integer.MAX_VALUE);
        int other = random.nextInt(Integer.MAX_VALUE);
        return AddressSet.of(new IpRange(new Ipv4Address(Math.min(one, other)), new Ipv4Address(Math.max(one, other))));
    }

    @Test
    void moreUnknownsThanAnybodyCanWeighAreSaidToBeTooMany() {
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < 2_001; i++) {
            rulings.add(
                    Ruling.of(Region.ALL.given(Question.contains("<var.v" + i + ">", "the destination")), outcome(i)));
        }
        TooLarge problem = assertThrows(TooLarge.class, () -> decide(rulings));
        assertEquals("too large, because 2001 things are not known, such as whether <var.v0> contains the destination",
                problem.getMessage());
    }

    @Test
    void twoThousandUnknownsAreWeighed() {
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            rulings.add(
                    Ruling.of(Region.ALL.given(Question.contains("<var.v" + i + ">", "the destination")), outcome(i)));
        }
        assertTrue(decide(rulings).diagrams().edges() > 1_000);
    }

    @Test
    void anEmptyPolicyDeniesEverything() {
        Environment empty = Environments.of("""
                firewalls: [{name: fw, tier: Standard, privateIp: 10.1.0.4, policy: p}]
                firewallPolicies: [{name: p, tier: Standard, ruleCollectionGroups: []}]
                """);
        assertEquals(List.of(), Linter.lint(empty));
        assertEquals(List.of(), EnvironmentDiff.of(empty, empty, EnvironmentDiff.Question.RESULTS).changes());
        assertEquals(List.of(),
                EnvironmentDiff.of(Environment.EMPTY, Environment.EMPTY, EnvironmentDiff.Question.RESULTS).changes());
    }
}
