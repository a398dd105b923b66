package dev.sekisho.simulator.compiled.rules.table;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PerfectHashTest {

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void givesEveryKeyASlotOfItsOwnAndAnyOtherSomeSlot(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int high = 1 + random.nextInt(300);
        int low = 1 + random.nextInt(1 + (int) seed);
        int[] keys = random.ints(random.nextInt(1, 20_000), 0, high)
                .map(source -> source << Character.SIZE | random.nextInt(low)).distinct().toArray();
        PerfectHash hash = PerfectHash.of(keys);
        BitSet taken = new BitSet();
        for (int key : keys) {
            int slot = hash.slot(key);
            assertFalse(taken.get(slot), () -> "two keys have slot " + slot);
            taken.set(slot);
        }
        assertTrue(taken.length() <= hash.slotCount());
        random.ints(1_000).map(hash::slot)
                .forEach(slot -> assertTrue(slot >= 0 && slot < hash.slotCount(), () -> "slot " + slot));
    }

    @ParameterizedTest(name = "{0} keys")
    @MethodSource("few")
    void servesFewKeys(int count) {
        PerfectHash hash = PerfectHash.of(IntStream.range(0, count).toArray());
        BitSet taken = new BitSet();
        IntStream.range(0, count).map(hash::slot).forEach(taken::set);
        assertTrue(taken.cardinality() == count);
    }

    static IntStream few() {
        return IntStream.range(0, 20);
    }
}
