package dev.sekisho.cli.simulate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class InOrderTest {
    @Test
    void takesPiecesInTheirOrderWhoeverFinishesThem() throws Exception {
        List<Long> taken = new ArrayList<>();
        InOrder<Long> order = new InOrder<>(4, taken::add);
        AtomicLong next = new AtomicLong();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                all.add(pool.submit(() -> {
                    for (long place = next.getAndIncrement(); place < 10_000; place = next.getAndIncrement()) {
                        order.put(place, place);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertEquals(LongStream.range(0, 10_000).boxed().toList(), taken);
    }

    @Test
    void takesNothingBehindThePieceThatEndsIt() throws Exception {
        List<Long> taken = new ArrayList<>();
        InOrder<Long> order = new InOrder<>(2, piece -> taken.add(piece) && piece < 1);
        order.put(0, 0L);
        order.put(1, 1L);
        order.put(7, 7L);
        assertEquals(List.of(0L, 1L), taken);
        assertTrue(order.isStopped());
    }

    @Test
    void letsNobodyWaitWhenTakingFails() throws Exception {
        InOrder<Long> order = new InOrder<>(2, _ -> {
            throw new IOException("full");
        });
        assertThrows(IOException.class, () -> order.put(0, 0L));
        order.put(9, 9L);
        assertTrue(order.isStopped());
    }
}
