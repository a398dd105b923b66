package dev.sekisho.simulator.compiled.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class KeyTableTest {
    private static final long SEED = 11;

    @Test
    void findsTheNumberOfEveryKeyThatWasPut() {
        SplittableRandom random = new SplittableRandom(SEED);
        KeyTable table = new KeyTable();
        Map<List<Long>, Integer> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            List<Long> key = List.of(random.nextLong(20), random.nextLong(20) << 32, random.nextLong(-5, 5),
                    random.nextLong(5));
            int known = table.find(key.get(0), key.get(1), key.get(2), key.get(3));
            assertEquals(expected.getOrDefault(key, KeyTable.NONE), known);
            if (known == KeyTable.NONE) {
                table.put(key.get(0), key.get(1), key.get(2), key.get(3), i);
                expected.put(key, i);
            }
        }
    }

    @Test
    void forgetsWhenThereAreTooMany() {
        KeyTable table = new KeyTable();
        int count = KeyTable.MOST + 100;
        for (int i = 0; i < count; i++) {
            table.put(i, 0, 0, 0, i);
        }
        assertEquals(KeyTable.NONE, table.find(0, 0, 0, 0));
        for (int i = KeyTable.MOST; i < count; i++) {
            assertEquals(i, table.find(i, 0, 0, 0));
        }
        assertEquals(KeyTable.NONE, table.find(count, 0, 0, 0));
    }
}
