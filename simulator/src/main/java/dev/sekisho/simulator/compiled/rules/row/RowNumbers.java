package dev.sekisho.simulator.compiled.rules.row;

import dev.sekisho.simulator.compiled.rules.field.Signatures;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Numbers rows, each by what it decides for every class of services, and keeps them folded as [FoldedWinners] has them.
public final class RowNumbers {
    /// There is no room for the row.
    public static final int FULL = -1;
    /// What a flat table may take: a small part of the core's second cache.
    private static final int FLAT_BYTES = 1 << 18;
    /// Maps that take more than the core's second cache are kept in pages.
    private static final int MAP_BYTES = 1 << 20;
    private static final long LOW_FACTOR = 0x9e37_79b9_7f4a_7c15L;
    private static final long HIGH_FACTOR = 0xd1b5_4a32_d192_ed03L;

    private final int serviceCount;
    private final int highestIndex;
    private final Limits limits;
    private final Signatures mapNumbers = new Signatures();
    private final Map<IntBuffer, Integer> rowNumbers = new HashMap<>();
    private long[] rows = new long[64];
    private char[] maps = new char[1 << 10];
    private int[] winners = new int[1 << 10];
    private int winnerCount;
    private int mostWinners;
    /// For each rule plus one, and at 0 for none, where it stood in the row that it was last part of.
    private final int[] placeOf;
    private final char[] map;
    private final int[] row;

    /// What the rows may take.
    ///
    /// @param rows how many there may be
    /// @param mapBytes of all maps
    /// @param winners of all rows
    /// @param bytes of everything
    /// @param decisions how many decisions for a class of services may be made, some nanoseconds each
    public record Limits(int rows, long mapBytes, int winners, long bytes, long decisions) {}

    /// The rows folded: `rows[n]` is map << 32 | place in winners, as in [FoldedWinners].
    record Folded(long[] rows, byte[] maps, int[] winners) {}

    /// @param highestIndex of a rule
    public RowNumbers(int serviceCount, int highestIndex, Limits limits) {
        this.serviceCount = serviceCount;
        this.highestIndex = highestIndex;
        this.limits = limits;
        this.placeOf = new int[highestIndex + 2];
        this.map = new char[serviceCount];
        this.row = new int[1 + serviceCount];
    }

    /// For how many cells it is worth while to look whether their rows are new.
    public long mostLooks() {
        return Math.min(2L * limits.rows, limits.decisions / Math.max(1, serviceCount));
    }

    public int serviceCount() {
        return serviceCount;
    }

    int size() {
        return rowNumbers.size();
    }

    /// The number of a row, or [#FULL].
    ///
    /// @param decisions the index of the first rule for each class of services, or [Winners#NONE]
    public int numberOf(int[] decisions) {
        int size = fold(decisions);
        row[0] = mapNumber();
        int next = size();
        int number = rowNumbers.computeIfAbsent(IntBuffer.wrap(Arrays.copyOf(row, size)), _ -> next);
        if (number == next) {
            add(next, size);
        }
        return number < limits.rows && winnerCount <= limits.winners
                && (long) mapNumbers.size() * serviceCount <= limits.mapBytes && bytes() <= limits.bytes ? number
                        : FULL;
    }

    /// Puts the winners into `row`, from place 1 on, and the how-many-th each is into `map`. Returns the end of the row.
    private int fold(int[] decisions) {
        int size = 1;
        int place = 0;
        for (int service = 0; service < serviceCount; service++) {
            int decision = decisions[service];
            if (service == 0 || decision != decisions[service - 1]) {
                int winner = decision == Winners.NONE ? 0 : decision + 1;
                place = placeOf[winner];
                if (place == 0 || place >= size || row[place] != decision) {
                    place = size++;
                    placeOf[winner] = place;
                    row[place] = decision;
                }
            }
            map[service] = (char) (place - 1);
        }
        return size;
    }

    private int mapNumber() {
        long low = 0;
        long high = 0;
        for (char place : map) {
            low = (low + place) * LOW_FACTOR ^ low >>> Integer.SIZE;
            high = (high + place) * HIGH_FACTOR ^ high >>> Integer.SIZE;
        }
        int next = mapNumbers.size();
        int number = mapNumbers.numberOf(low, high);
        if (number == next) {
            while (maps.length < (next + 1) * serviceCount) {
                maps = Arrays.copyOf(maps, Math.multiplyExact(maps.length, 2));
            }
            System.arraycopy(map, 0, maps, next * serviceCount, serviceCount);
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
        mostWinners = Math.max(mostWinners, size - 1);
    }

    /// Sets `decisions[s]` to what a row decides for the class of services `s`.
    public void read(int number, int[] decisions) {
        int from = (int) rows[number];
        int map = (int) (rows[number] >>> Integer.SIZE);
        for (int service = 0; service < serviceCount; service++) {
            decisions[service] = winners[from + maps[map + service]];
        }
    }

    /// What the rows take, in bytes.
    long bytes() {
        return (long) size() * Long.BYTES + (long) mapNumbers.size() * serviceCount
                + (long) winnerCount * Integer.BYTES;
    }

    /// The tables of the rows, or nothing where there are too many winners in one of them.
    ///
    /// @param services the number here of each class of services
    public Optional<Winners> compile(char[] services) {
        if ((long) size() * serviceCount * Character.BYTES <= FLAT_BYTES && highestIndex < Character.MAX_VALUE) {
            return Optional.of(new FlatWinners(services, serviceCount, flat()));
        }
        return folded().map(folded -> folded.maps().length <= MAP_BYTES
                ? new FoldedWinners(services, folded.rows(), folded.maps(), folded.winners())
                : PagedWinners.of(services, folded, serviceCount));
    }

    /// The rows folded, or nothing where there are too many winners in one of them.
    Optional<Folded> folded() {
        if (mostWinners > 1 << Byte.SIZE) {
            return Optional.empty();
        }
        byte[] narrow = new byte[mapNumbers.size() * serviceCount];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (byte) maps[i];
        }
        return Optional.of(new Folded(Arrays.copyOf(rows, size()), narrow, Arrays.copyOf(winners, winnerCount)));
    }

    private char[] flat() {
        char[] flat = new char[size() * serviceCount];
        int[] decisions = new int[serviceCount];
        for (int number = 0; number < size(); number++) {
            read(number, decisions);
            for (int service = 0; service < serviceCount; service++) {
                int decision = decisions[service];
                flat[number * serviceCount + service] = (char) (decision == Winners.NONE ? 0 : decision + 1);
            }
        }
        return flat;
    }
}
