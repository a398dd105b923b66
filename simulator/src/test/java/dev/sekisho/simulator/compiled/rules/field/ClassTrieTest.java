package dev.sekisho.simulator.compiled.rules.field;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClassTrieTest {
    private static final long SPACE = 1L << Integer.SIZE;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheClassOfTheFirstAndTheLastAddressOfEveryRange(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<long[]> sets = new ArrayList<>();
        for (int i = 0; i < 1 + seed * seed; i++) {
            long first = random.nextLong(SPACE) & -1L << random.nextInt(Integer.SIZE + 1);
            sets.add(new long[]{first, Math.min(SPACE, first + (1L << random.nextInt(Integer.SIZE)))});
        }
        Partitions ranges = Partitions.of(SPACE, sets);
        ClassTrie trie = ClassTrie.build(ranges);
        for (int range = 0; range < ranges.starts().length; range++) {
            long end = range + 1 < ranges.starts().length ? ranges.starts()[range + 1] : SPACE;
            int[] addresses = {(int) ranges.starts()[range], (int) (end - 1)};
            int[] classes = new int[1];
            for (int i = 0; i < addresses.length; i++) {
                assertEquals(ranges.classes()[range], trie.lookup(addresses[i]), trie::toString);
                trie.lookup(addresses, i, i + 1, classes);
                assertEquals(ranges.classes()[range], classes[0], trie::toString);
            }
        }
    }

    @Test
    void oneClassNeedsNoMoreThanTheRoot() {
        ClassTrie trie = ClassTrie.build(Partitions.of(SPACE, List.of()));
        assertEquals(0, trie.lookup(-1));
        assertTrue(trie.bytes() < 1 << 15, () -> trie.bytes() + " bytes");
    }

    @Test
    void refusesMoreClassesThanItsLeavesCanTell() {
        List<long[]> sets = new ArrayList<>();
        for (long address = 0; address <= Character.MAX_VALUE; address++) {
            sets.add(new long[]{address << 8, (address << 8) + 1});
        }
        assertFalse(ClassTrie.fits(Partitions.of(SPACE, sets)));
        assertTrue(ClassTrie.fits(Partitions.of(SPACE, sets.subList(0, 1000))));
    }
}
