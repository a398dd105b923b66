package dev.sekisho.simulator.exact.decision;

import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.exact.RandomEdits;
import dev.sekisho.simulator.exact.RandomFirewalls;
import dev.sekisho.simulator.exact.diagram.Operation;
import dev.sekisho.simulator.exact.path.PathFunction;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.verdict.PathResult;
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

    /// The functions of everything are the oracle: outside of the regions they say the same, inside a layer that was cut down
    /// is the layer, and so is everywhere one that says results alone.
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
        Layer plain = new ResultLayers().of(is);
        Decisions decisions = Decisions.about(was, is, cut, plain);
        int results = results(decisions, is);
        assertEquals(decisions.outside(regions, results(decisions, was)), decisions.outside(regions, results));
        assertEquals(decisions.within(regions, results), decisions.within(regions, results(decisions, cut)));
        assertEquals(results, results(decisions, plain));
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
    void rulingsThatArePartedOtherwiseDifferNowhere() {
        List<Ruling> all = List.of(ruling("one", 80), ruling("two", 443), ruling("three", 22));
        Layer one = Layer.inOrder(List.of(Layer.of(all.subList(0, 2)), Layer.of(all.subList(2, 3))));
        Layer other = Layer.inOrder(List.of(Layer.of(all.subList(0, 1)), Layer.of(List.of()),
                Layer.of(all.subList(1, 3))));
        assertEquals(List.of(), Disagreement.between(one, other, Outcome::toString));
        Layer shorter = Layer.inOrder(List.of(Layer.of(all.subList(0, 1)), Layer.of(all.subList(2, 3))));
        assertEquals(all.get(1).regions(), Disagreement.between(one, shorter, Outcome::toString));
    }

    private static Ruling ruling(String way, int port) {
        return Ruling.of(Region.ALL.speaking(FlowKind.ANY_TCP, PortSet.of(port)),
                Outcome.outside(PathResult.ALLOW, way));
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
