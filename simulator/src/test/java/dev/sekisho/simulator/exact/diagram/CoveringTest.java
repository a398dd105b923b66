package dev.sekisho.simulator.exact.diagram;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// A box is covered where each of its points is in another box.
class CoveringTest {
    private static final int[] SIZES = {7, 5, 4};
    private static final int PLENTY = 10_000;

    static LongStream seeds() {
        return LongStream.range(0, 2_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isWhatEachPointSays(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndexBox box = box(random, 3);
        List<IndexBox> others = Stream.generate(() -> box(random, 1)).limit(random.nextInt(14)).toList();
        boolean expected = points().filter(box::contains)
                .allMatch(point -> others.stream().anyMatch(other -> other.contains(point)));
        for (int mostParts : List.of(PLENTY, 3, 0)) {
            assertEquals(expected, Covering.covers(others, box, () -> new Diagrams(SIZES), mostParts),
                    () -> box + " and " + others + ", " + mostParts + " parts");
        }
    }

    private static Stream<int[]> points() {
        return IntStream.range(0, SIZES[0]).boxed().flatMap(x -> IntStream.range(0, SIZES[1]).boxed()
                .flatMap(y -> IntStream.range(0, SIZES[2]).mapToObj(z -> new int[]{x, y, z})));
    }

    /// @param rare one index of so many is left out
    private static IndexBox box(SplittableRandom random, int rare) {
        return new IndexBox(IntStream.of(SIZES).mapToObj(size -> {
            IndexSet some = IndexSet.unionOf(IntStream.range(0, size)
                    .filter(_ -> random.nextInt(2 + rare) > 0).mapToObj(IndexSet::of).toList());
            return some.isEmpty() || random.nextInt(3) == 0 ? IndexSet.range(0, size - 1) : some;
        }).toList());
    }
}
