package dev.sekisho.simulator.compiled.rules.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DisplacementTest {

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void laysNoTwoLinesOverEachOther(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = 1 + random.nextInt(500);
        int[] lines = new int[1 + random.nextInt(300)];
        int[] columns = new int[0];
        for (int line = 0; line + 1 < lines.length; line++) {
            int dense = random.nextInt(3) == 0 ? width : 1 + random.nextInt(1 + width / 20);
            int[] own = IntStream.generate(() -> random.nextInt(width)).limit(random.nextInt(dense + 1)).sorted()
                    .distinct().toArray();
            columns = IntStream.concat(Arrays.stream(columns), Arrays.stream(own)).toArray();
            lines[line + 1] = columns.length;
        }
        Displacement places = Displacement.of(lines, columns, width);
        Map<Integer, Integer> lineAt = new HashMap<>();
        Set<Integer> starts = new HashSet<>();
        for (int line = 0; line + 1 < lines.length; line++) {
            int start = places.starts()[line];
            assertTrue(start + width <= places.length(), "a line ends behind the array");
            assertTrue(lines[line] == lines[line + 1] || starts.add(start), "two lines begin at " + start);
            for (int i = lines[line]; i < lines[line + 1]; i++) {
                assertNull(lineAt.put(start + columns[i], line), "two lines have place " + (start + columns[i]));
            }
        }
        for (int line = 0; line + 1 < lines.length; line++) {
            assertTrue(lines[line] < lines[line + 1] || !starts.contains(places.starts()[line]),
                    "an empty line begins where another one does");
        }
    }
}
