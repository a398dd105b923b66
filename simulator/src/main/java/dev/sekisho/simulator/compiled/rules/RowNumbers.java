package dev.sekisho.simulator.compiled.rules;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Numbers rows, each by what it decides for every class of services, and keeps them folded as [FoldedWinners] has them.
final class RowNumbers {
    /// There is no room for the row.
    static final int FULL = -1;
    /// Rows have numbers of 16 bits.
    static final int MOST_ROWS = 1 << Character.SIZE;
    private static final int MOST_WINNERS = 1 << Byte.SIZE;
    /// What a flat table may take: a small part of the core's second cache.
    private static final int FLAT_BYTES = 1 << 18;

    private final int serviceCount;
    private final Signatures mapNumbers = new Signatures();
    private final Map<IntBuffer, Integer> rowNumbers = new HashMap<>();
    private long[] rows = new long[64];
    private byte[] maps = new byte[1 << 10];
    private int[] winners = new int[1 << 10];
    private int winnerCount;
    private int highestIndex;
    /// For each rule plus one, and at 0 for none, where it stood in the row that it was last part of.
    private final int[] placeOf;
    private final byte[] map;
    private final int[] row;

    /// @param highestIndex of a rule
    RowNumbers(int serviceCount, int highestIndex) {
        this.serviceCount = serviceCount;
        this.highestIndex = highestIndex;
        this.placeOf = new int[highestIndex + 2];
        this.map = new byte[serviceCount];
        this.row = new int[1 + Math.min(MOST_WINNERS, serviceCount)];
    }

    int serviceCount() {
        return serviceCount;
    }

    int size() {
        return rowNumbers.size();
    }

    /// The number of a row, or [#FULL].
    ///
    /// @param decisions the index of the first rule for each class of services, or [CrossProduct#NONE]
    int numberOf(int[] decisions) {
        int size = 1;
        int last = -1;
        int place = 0;
        long low = 0;
        long high = 0;
        for (int service = 0; service < serviceCount; service++) {
            int decision = decisions[service];
            if (decision != last || service == 0) {
                last = decision;
                int winner = decision == CrossProduct.NONE ? 0 : decision + 1;
                place = placeOf[winner];
                if (place == 0 || place >= size || row[place] != decision) {
                    if (size > MOST_WINNERS) {
                        return FULL;
                    }
                    place = size++;
                    placeOf[winner] = place;
                    row[place] = decision;
                }
            }
            map[service] = (byte) (place - 1);
            low = (low ^ place) * 0x9e37_79b9_7f4a_7c15L;
            low ^= low >>> 29;
            high = (high + place) * 0xd1b5_4a32_d192_ed03L;
            high ^= high >>> 31;
        }
        row[0] = mapNumber(low, high);
        int next = size();
        int number = rowNumbers.computeIfAbsent(IntBuffer.wrap(Arrays.copyOf(row, size)), _ -> next);
        if (number == next) {
            add(next, size);
        }
        return number < MOST_ROWS ? number : FULL;
    }

    private int mapNumber(long low, long high) {
        int next = mapNumbers.size();
        int number = mapNumbers.numberOf(low, high);
        if (number == next) {
            while (maps.length < (next + 1) * map.length) {
                maps = Arrays.copyOf(maps, Math.multiplyExact(maps.length, 2));
            }
            System.arraycopy(map, 0, maps, next * map.length, map.length);
        }
        return number;
    }

    private void add(int number, int size) {
        if (number == rows.length) {
            rows = Arrays.copyOf(rows, 2 * number);
        }
        while (winners.length < winnerCount + size) {
            winners = Arrays.copyOf(winners, Math.multiplyExact(winners.length, 2));
        }
        rows[number] = (long) row[0] * serviceCount << Integer.SIZE | winnerCount;
        System.arraycopy(row, 1, winners, winnerCount, size - 1);
        winnerCount += size - 1;
    }

    /// Sets `decisions[s]` to what a row decides for the class of services `s`.
    void read(int number, int[] decisions) {
        int from = (int) rows[number];
        int map = (int) (rows[number] >>> Integer.SIZE);
        for (int service = 0; service < serviceCount; service++) {
            decisions[service] = winners[from + (maps[map + service] & 0xff)];
        }
    }

    /// What the rows take, in bytes.
    long bytes() {
        return (long) size() * Long.BYTES + (long) mapNumbers.size() * serviceCount
                + (long) winnerCount * Integer.BYTES;
    }

    /// The tables of the rows.
    ///
    /// @param services the number here of each class of services
    Winners compile(char[] services) {
        if ((long) size() * serviceCount * Character.BYTES > FLAT_BYTES || highestIndex >= Character.MAX_VALUE) {
            return new FoldedWinners(services, Arrays.copyOf(rows, size()),
                    Arrays.copyOf(maps, mapNumbers.size() * serviceCount), Arrays.copyOf(winners, winnerCount));
        }
        char[] flat = new char[size() * serviceCount];
        int[] decisions = new int[serviceCount];
        for (int number = 0; number < size(); number++) {
            read(number, decisions);
            for (int service = 0; service < serviceCount; service++) {
                int decision = decisions[service];
                flat[number * serviceCount + service] = (char) (decision == CrossProduct.NONE ? 0 : decision + 1);
            }
        }
        return new FlatWinners(services, serviceCount, flat);
    }
}
