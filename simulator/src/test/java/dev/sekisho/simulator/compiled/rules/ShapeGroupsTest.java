package dev.sekisho.simulator.compiled.rules;

import dev.sekisho.simulator.compiled.rules.field.ClassSet;
import dev.sekisho.simulator.compiled.rules.field.Partitions;
import dev.sekisho.simulator.compiled.rules.table.ClassCounts;
import dev.sekisho.simulator.compiled.rules.table.Cube;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShapeGroupsTest {
    private static final ClassCounts COUNTS = new ClassCounts(200, 200, 2);

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyRuleIsInOneGroupAndMorePairsMakeFewerGroups(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Cube> cubes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            cubes.add(new Cube(some(random), some(random), ClassSet.of(random.nextInt(2))));
        }
        int groups = Integer.MAX_VALUE;
        for (long mostPairs = 1; mostPairs < 1L << 40; mostPairs *= 1 << 8) {
            List<int[]> found = ShapeGroups.of(COUNTS, cubes, mostPairs);
            assertArrayEquals(Partitions.upTo(cubes.size()),
                    found.stream().flatMapToInt(Arrays::stream).sorted().toArray());
            assertTrue(found.size() <= groups, found.size() + " groups for " + mostPairs + " pairs");
            groups = found.size();
        }
        assertEquals(1, groups);
    }

    /// Neighbouring classes, as subnets and hosts within them are.
    private static ClassSet some(SplittableRandom random) {
        int size = 1 << random.nextInt(7);
        int first = random.nextInt(200 / size) * size;
        return ClassSet.ofAscending(Arrays.stream(Partitions.upTo(size)).map(at -> first + at).toArray());
    }
}
