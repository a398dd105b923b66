package dev.sekisho.benchmarks.work;

import dev.sekisho.benchmarks.input.LittleEndian;
import dev.sekisho.benchmarks.work.Subject.Batch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/// What this machine's memory gives: loads from random places of so many bytes, which a lookup cannot undercut.
final class Loads {
    private static final int COUNT = 1 << 20;
    private static final int INTS_IN_LINE = 16;

    private Loads() {}

    /// Loads that do not wait for each other: how many the core keeps in flight.
    static Subject independent(List<Path> inputs) throws IOException {
        int[] table = new int[bytes(inputs) / Integer.BYTES];
        int mask = table.length - 1;
        return subject(table, () -> {
            int sum = 0;
            for (int i = 0; i < COUNT; i++) {
                int mixed = i * 0x9e37_79b9;
                sum += table[(mixed ^ mixed >>> 15) * 0x85eb_ca6b >>> 3 & mask];
            }
            return sum;
        });
    }

    /// Loads that each say where the next one goes: what one takes from its start to its end.
    static Subject dependent(List<Path> inputs) throws IOException {
        int[] table = new int[bytes(inputs) / Integer.BYTES];
        int lines = table.length / INTS_IN_LINE;
        int[] order = new int[lines];
        SplittableRandom random = new SplittableRandom(lines);
        for (int i = 1; i < lines; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        for (int i = 0; i < lines; i++) {
            table[order[i] * INTS_IN_LINE] = order[(i + 1) % lines] * INTS_IN_LINE;
        }
        return subject(table, () -> {
            int at = 0;
            for (int i = 0; i < COUNT; i++) {
                at = table[at];
            }
            return at;
        });
    }

    private static int bytes(List<Path> inputs) throws IOException {
        int bytes = LittleEndian.ints(inputs.getFirst())[0];
        if (Integer.bitCount(bytes) != 1 || bytes < 1024) {
            throw new IllegalArgumentException(bytes + " bytes are no power of two from 1024 on");
        }
        return bytes;
    }

    /// The place of the last load, or the sum of all.
    private interface Walk {
        int loaded();
    }

    private static Subject subject(int[] table, Walk walk) {
        return new Subject((long) table.length * Integer.BYTES, 0, COUNT, () -> new Batch() {
            private final int[] answers = new int[1];

            @Override
            public void answer() {
                answers[0] = walk.loaded();
            }

            @Override
            public int[] answers() {
                return answers;
            }
        });
    }
}
