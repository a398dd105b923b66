package dev.sekisho.simulator.exact.diagram;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Diagrams, sets of indices and covers against points that are counted one by one.
class CoverTest {
    private static final int[] SIZES = {7, 4, 5};

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    private static IndexSet randomSet(SplittableRandom random, int size) {
        List<IndexSet> parts = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            int first = random.nextInt(size);
            parts.add(IndexSet.range(first, first + random.nextInt(size - first)));
        }
        return IndexSet.unionOf(parts);
    }

    private static IndexBox randomBox(SplittableRandom random) {
        List<IndexSet> sets = new ArrayList<>();
        for (int size : SIZES) {
            sets.add(randomSet(random, size));
        }
        return new IndexBox(sets);
    }

    private static boolean contains(IndexBox box, int[] point) {
        return box.on(0).contains(point[0]) && box.on(1).contains(point[1]) && box.on(2).contains(point[2]);
    }

    private static List<int[]> points() {
        List<int[]> points = new ArrayList<>();
        for (int i = 0; i < SIZES[0]; i++) {
            for (int j = 0; j < SIZES[1]; j++) {
                for (int k = 0; k < SIZES[2]; k++) {
                    points.add(new int[]{i, j, k});
                }
            }
        }
        return points;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFirstBoxThatHoldsAPointDecidesAboutIt(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Diagrams diagrams = new Diagrams(SIZES);
        Operation orElse = Operation.orElse();
        List<IndexBox> boxes = new ArrayList<>();
        int function = Diagrams.constant(Operation.UNDECIDED);
        for (int value = 1; value <= 8; value++) {
            boxes.add(randomBox(random));
            function = diagrams.combine(function, diagrams.box(boxes.getLast(), value, Operation.UNDECIDED), orElse);
        }
        for (int[] point : points()) {
            int expected = 0;
            for (int i = boxes.size(); i > 0; i--) {
                expected = contains(boxes.get(i - 1), point) ? i : expected;
            }
            assertEquals(expected, diagrams.at(function, point));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void equalSetsAreOneDiagramInWhateverOrderTheyWereMade(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Diagrams diagrams = new Diagrams(SIZES);
        Operation union = Operation.of((one, other) -> one | other);
        int there = Cover.NOTHING;
        int back = Cover.NOTHING;
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            parts.add(diagrams.box(randomBox(random), 1, 0));
        }
        for (int i = 0; i < parts.size(); i++) {
            there = diagrams.combine(there, parts.get(i), union);
            back = diagrams.combine(parts.get(parts.size() - 1 - i), back, union);
        }
        assertEquals(there, back);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aCoverHoldsExactlyThePointsOfTheSet(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Diagrams diagrams = new Diagrams(SIZES);
        Operation difference = Operation.of((one, other) -> one == 1 && other == 0 ? 1 : 0);
        Operation union = Operation.of((one, other) -> one | other);
        int set = Cover.NOTHING;
        for (int i = 0; i < 4; i++) {
            set = diagrams.combine(set, diagrams.box(randomBox(random), 1, 0), union);
            set = diagrams.combine(set, diagrams.box(randomBox(random), 1, 0), difference);
        }
        Cover.Boxes cover = new Cover(diagrams).of(set, 1_000);
        assertTrue(cover.complete());
        for (int[] point : points()) {
            boolean covered = cover.boxes().stream().anyMatch(box -> contains(box, point));
            assertEquals(diagrams.at(set, point) == 1, covered);
        }
    }

    @Test
    void aWholeThatWasCutIntoPiecesIsOneBoxAgain() {
        Diagrams diagrams = new Diagrams(SIZES);
        Operation union = Operation.of((one, other) -> one | other);
        int set = Cover.NOTHING;
        for (int i = 0; i < SIZES[0]; i++) {
            set = diagrams.combine(set, diagrams.box(new IndexBox(
                    List.of(IndexSet.of(i), IndexSet.range(1, 2), IndexSet.range(0, 3))), 1, 0), union);
        }
        Cover.Boxes cover = new Cover(diagrams).of(set, 10);
        assertEquals(List.of(new IndexBox(
                List.of(IndexSet.range(0, 6), IndexSet.range(1, 2), IndexSet.range(0, 3)))), cover.boxes());
    }

    @Test
    void saysWhatIsTooLarge() {
        Diagrams diagrams = new Diagrams(3, SIZES);
        IndexBox box = randomBox(new SplittableRandom(3));
        TooLarge problem = assertThrows(TooLarge.class, () -> diagrams.box(box, 1, 0));
        assertEquals("too large, because the decision diagram would have more than 3 edges", problem.getMessage());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void setsOfIndicesAreWhatBitSetsAre(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndexSet one = randomSet(random, 30);
        IndexSet other = randomSet(random, 30);
        assertEquals(combined(one, other, BitSet::or), bits(one.union(other)));
        assertEquals(combined(one, other, BitSet::and), bits(one.intersection(other)));
        assertEquals(combined(one, other, BitSet::andNot), bits(one.difference(other)));
        assertEquals(bits(one).cardinality(), one.size());
    }

    private static BitSet combined(IndexSet one, IndexSet other, BiConsumer<BitSet, BitSet> how) {
        BitSet bits = bits(one);
        how.accept(bits, bits(other));
        return bits;
    }

    private static BitSet bits(IndexSet set) {
        BitSet bits = new BitSet();
        set.stream().forEach(bits::set);
        return bits;
    }
}
