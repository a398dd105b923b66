package dev.sekisho.simulator.compiled.rules.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Lays the lines of a sparse table over each other in one array, by first fit from the fullest line to the emptiest
/// (Tarjan and Yao, 1979). No two lines begin at one place.
///
/// @param starts where each line begins; all empty lines begin behind everything
/// @param length of the array
public record Displacement(int[] starts, int length) {
    /// How far behind the first free place a line is looked for before it goes to the end, in words of 64 places.
    private static final int PATIENCE = 1 << 10;

    /// Finds the places.
    ///
    /// @param lines line `n` has the columns from `lines[n]` (inclusive) to `lines[n + 1]` (exclusive)
    /// @param width the number of columns
    static Displacement of(int[] lines, int[] columns, int width) {
        int[] starts = new int[lines.length - 1];
        Arrays.fill(starts, -1);
        Occupied occupied = new Occupied(columns.length + width);
        Occupied begun = new Occupied(columns.length + width);
        int[] order = IntStream.range(0, starts.length).filter(line -> lines[line] < lines[line + 1]).boxed()
                .sorted(Comparator.comparingInt((Integer line) -> lines[line] - lines[line + 1]))
                .mapToInt(Integer::intValue).toArray();
        int end = 0;
        for (int line : order) {
            int start = fit(occupied, begun, columns, lines[line], lines[line + 1]);
            starts[line] = start;
            begun.set(start);
            for (int i = lines[line]; i < lines[line + 1]; i++) {
                occupied.set(start + columns[i]);
            }
            end = Math.max(end, start + 1);
        }
        int behind = Math.max(end, occupied.length());
        for (int line = 0; line < starts.length; line++) {
            starts[line] = starts[line] < 0 ? behind : starts[line];
        }
        return new Displacement(starts, behind + width);
    }

    private static int fit(Occupied occupied, Occupied begun, int[] columns, int from, int to) {
        int word = Math.max(0, occupied.firstFree() - columns[from]) / Long.SIZE;
        int last = word + PATIENCE;
        while (true) {
            long taken = begun.from(word * Long.SIZE);
            for (int i = from; i < to && taken != -1; i++) {
                taken |= occupied.from(word * Long.SIZE + columns[i]);
            }
            if (taken != -1) {
                return word * Long.SIZE + Long.numberOfTrailingZeros(~taken);
            }
            word = word < last ? word + 1 : Math.max(word + 1, occupied.length() / Long.SIZE);
        }
    }

    /// Places that are taken.
    private static final class Occupied {
        private long[] words;
        private int firstOpenWord;
        private int length;

        Occupied(int places) {
            words = new long[places / Long.SIZE + 2];
        }

        void set(int place) {
            if (place / Long.SIZE + 1 >= words.length) {
                words = Arrays.copyOf(words, Math.max(2 * words.length, place / Long.SIZE + 2));
            }
            words[place / Long.SIZE] |= 1L << place;
            length = Math.max(length, place + 1);
        }

        /// 64 places from `place` on.
        long from(int place) {
            int word = place / Long.SIZE;
            if (word + 1 >= words.length) {
                return word < words.length ? words[word] >>> place : 0;
            }
            return words[word] >>> place | words[word + 1] << 1 << ~place;
        }

        int firstFree() {
            while (firstOpenWord < words.length && words[firstOpenWord] == -1) {
                firstOpenWord++;
            }
            return firstOpenWord * Long.SIZE;
        }

        /// The first place behind all that are taken.
        int length() {
            return length;
        }
    }
}
