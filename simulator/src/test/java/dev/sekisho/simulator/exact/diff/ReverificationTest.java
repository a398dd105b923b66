package dev.sekisho.simulator.exact.diff;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.simulator.exact.RandomEdits;
import dev.sekisho.simulator.exact.RandomFirewalls;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/// The difference from scratch is the oracle.
class ReverificationTest {
    private static final int EDITS = 8;

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyEditChangesWhatTheDifferenceFromScratchSays(long seed) {
        Environment now = new RandomFirewalls(seed).environment();
        Environment others = new RandomFirewalls(~seed).environment();
        RandomEdits edits = new RandomEdits(seed);
        EnvironmentDiff.Question question = new EnvironmentDiff.Question(Optional.empty(), seed % 2 == 0);
        Reverification reverification = Reverification.of(now, question);
        for (int i = 0; i < EDITS; i++) {
            Environment next = edits.edit(now, others);
            assertEquals(EnvironmentDiff.of(now, next, question), reverification.update(next));
            now = next;
        }
    }

    @Test
    void anIpGroupThatLosesItsMembersChangesTheRulesThatNameIt() {
        for (long seed = 0; seed < 10; seed++) {
            Environment now = new RandomFirewalls(seed).environment();
            Environment next = now.withIpGroups(now.ipGroups().stream()
                    .map(group -> new IpGroup(group.name(), List.of(), group.at())).toList());
            Reverification reverification = Reverification.of(now, EnvironmentDiff.Question.RESULTS);
            assertEquals(EnvironmentDiff.of(now, next, EnvironmentDiff.Question.RESULTS), reverification.update(next));
            assertEquals(EnvironmentDiff.of(next, now, EnvironmentDiff.Question.RESULTS), reverification.update(now));
        }
    }

    @Test
    void nothingChangesWithoutAnEdit() {
        Environment now = new RandomFirewalls(1).environment();
        Reverification reverification = Reverification.of(now, EnvironmentDiff.Question.RESULTS);
        assertEquals(List.of(), reverification.update(now).changes());
        Environment next = new RandomFirewalls(2).environment();
        assertFalse(reverification.update(next).changes().isEmpty());
        assertEquals(List.of(), reverification.update(next).changes());
    }
}
