package dev.sekisho.simulator.exact.decision;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.exact.RandomEdits;
import dev.sekisho.simulator.exact.RandomFirewalls;
import dev.sekisho.simulator.exact.diagram.Operation;
import dev.sekisho.simulator.exact.path.PathFunction;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.path.PathOptions;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// What is read off two descriptions holds for the functions that they describe.
class DisagreementTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /// The functions of everything are the oracle: outside of the regions they say the same, and inside a layer that was
    /// cut down is the layer.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void layersDifferOnlyWhereTheirDescriptionsDo(long seed) {
        Environment before = new RandomFirewalls(seed).environment();
        Environment others = new RandomFirewalls(~seed).environment();
        RandomEdits edits = new RandomEdits(seed);
        Environment after = before;
        for (long i = 0; i <= seed % 3; i++) {
            after = edits.edit(after, others);
        }
        Layer was = PathFunction.of(before, PathOptions.NONE);
        Layer is = PathFunction.of(after, PathOptions.NONE);
        List<Region> regions = Disagreement.between(was, is, Outcome::result);
        Area area = new Area(regions);
        Layer cut = area.cut(is);
        Decisions decisions = Decisions.about(was, is, cut);
        int results = results(decisions, is);
        assertEquals(decisions.outside(regions, results(decisions, was)), decisions.outside(regions, results));
        assertEquals(decisions.within(regions, results), decisions.within(regions, results(decisions, cut)));
    }

    private static int results(Decisions decisions, Layer layer) {
        return decisions.diagrams().map(decisions.of(layer), value -> value == Operation.UNDECIDED ? value
                : 1 + decisions.outcome(value).result().ordinal());
    }

    @Test
    void whatIsTheSameDiffersNowhere() {
        Layer one = PathFunction.of(new RandomFirewalls(3).environment(), PathOptions.NONE);
        Layer other = PathFunction.of(new RandomFirewalls(3).environment(), PathOptions.NONE);
        assertEquals(List.of(), Disagreement.between(one, other, Outcome::toString));
    }

    @Test
    void membersOfBothListsArePartnersInOrder() {
        assertArrayEquals(new int[]{0, -1, 1, 2, 4},
                Alignment.of(List.of(1, 7, 2, 3, 4), List.of(1, 2, 3, 9, 4)).partners());
        assertArrayEquals(new int[]{-1, 0, 1}, Alignment.of(List.of(5, 1, 2), List.of(1, 2, 5)).partners());
        assertArrayEquals(new int[]{0, 1, -1}, Alignment.of(List.of(6, 6, 6), List.of(6, 6)).partners());
        assertArrayEquals(new int[]{}, Alignment.of(List.of(), List.of(4)).partners());
    }
}
