package dev.sekisho.simulator.compiled.rules;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fills a [CrossProduct], or gives up as soon as it would become larger than allowed.
///
/// For each class of sources the rules left are known; what each class of destinations leaves of them is a signature, so
/// that the work for a cell is one exclusive or for each set of destinations around it. Only cells with a new signature
/// are looked at rule by rule.
final class CrossProductBuilder {
    private static final int MOST_ROWS = 1 << Character.SIZE;
    private static final int MOST_WINNERS = 1 << Byte.SIZE;
    /// How many different sets of rules, for each row that may be had, are looked at before giving up.
    private static final int PATIENCE = 4;
    /// The share of the sources after which it shows how many rows there will be.
    private static final int EARLY = 16;

    private final int[] indexes;
    private final FieldClasses sources;
    private final FieldClasses destinations;
    private final FieldClasses services;
    private final long mostBytes;
    private final BitSet[] destinationsOf;
    private final long[] lowMembers;
    private final long[] highMembers;
    private final Signatures signatures = new Signatures();
    private int[] rowOfSignature = new int[1 << 10];

    private final Map<ByteBuffer, Integer> mapNumbers = new HashMap<>();
    private final Map<IntBuffer, Integer> rowNumbers = new HashMap<>();
    private long[] rows = new long[64];
    private byte[] maps = new byte[1 << 10];
    private int[] winners = new int[1 << 10];
    private int winnerCount;
    /// For each rule, and behind them for none, where it stood in the row that it was last part of.
    private final int[] placeOf;

    private CrossProductBuilder(int[] indexes, FieldClasses sources, FieldClasses destinations, FieldClasses services,
            long mostBytes) {
        this.indexes = indexes;
        this.sources = sources;
        this.destinations = destinations;
        this.services = services;
        this.mostBytes = mostBytes;
        this.placeOf = new int[indexes.length == 0 ? 1 : indexes[indexes.length - 1] + 2];
        this.destinationsOf = new BitSet[destinations.sets.length];
        for (int set = 0; set < destinationsOf.length; set++) {
            destinationsOf[set] = new BitSet(destinations.count);
            for (int destination : destinations.sets[set]) {
                destinationsOf[set].set(destination);
            }
        }
        this.lowMembers = Signatures.members(indexes.length, false);
        this.highMembers = Signatures.members(indexes.length, true);
    }

    /// Builds the table of some rules.
    ///
    /// @param indexes the answers for the rules, ascending
    /// @param cubes what the rules match, in the same order
    /// @param mostBytes what the table may take; nothing is returned where it does not suffice
    static Optional<CrossProduct> build(ClassCounts counts, int[] indexes, List<Cube> cubes, long mostBytes) {
        FieldClasses sources = FieldClasses.of(counts.sources(), cubes.stream().map(Cube::sources).toList());
        FieldClasses destinations = FieldClasses.of(counts.destinations(),
                cubes.stream().map(Cube::destinations).toList());
        FieldClasses services = FieldClasses.of(counts.services(), cubes.stream().map(Cube::services).toList());
        long cells = (long) sources.count * destinations.count;
        boolean tooMany = sources.areTooMany() || destinations.areTooMany() || services.areTooMany();
        if (tooMany || cells * Character.BYTES > mostBytes) {
            return Optional.empty();
        }
        return new CrossProductBuilder(indexes, sources, destinations, services, mostBytes)
                .fill(new char[Math.toIntExact(cells)]);
    }

    private Optional<CrossProduct> fill(char[] cells) {
        BitSet[] rulesOf = rulesOfSources();
        long[] low = new long[destinations.count];
        long[] high = new long[destinations.count];
        for (int source = 0; source < sources.count; source++) {
            long expected = (long) rowNumbers.size() * sources.count / Math.max(1, source);
            if (source > sources.count / EARLY && expected > PATIENCE * (long) MOST_ROWS) {
                return Optional.empty();
            }
            sign(rulesOf[source], low, high);
            for (int destination = 0; destination < destinations.count; destination++) {
                int known = signatures.size();
                int signature = signatures.numberOf(low[destination], high[destination]);
                if (signature == known && !addRow(signature, rulesOf[source], destination, cells.length)) {
                    return Optional.empty();
                }
                cells[source * destinations.count + destination] = (char) rowOfSignature[signature];
            }
        }
        return Optional.of(new CrossProduct(sources, destinations, services, cells,
                Arrays.copyOf(rows, rowNumbers.size()), Arrays.copyOf(maps, mapNumbers.size() * services.count),
                Arrays.copyOf(winners, winnerCount)));
    }

    private BitSet[] rulesOfSources() {
        BitSet[] rulesOf = new BitSet[sources.count];
        Arrays.setAll(rulesOf, _ -> new BitSet());
        for (int rule = 0; rule < indexes.length; rule++) {
            for (int source : sources.sets[sources.setOf[rule]]) {
                rulesOf[source].set(rule);
            }
        }
        return rulesOf;
    }

    /// Signs for every destination the rules that are left.
    private void sign(BitSet rules, long[] low, long[] high) {
        Arrays.fill(low, 0);
        Arrays.fill(high, 0);
        long[] lowOfSet = new long[destinationsOf.length];
        long[] highOfSet = new long[destinationsOf.length];
        for (int rule = rules.nextSetBit(0); rule >= 0; rule = rules.nextSetBit(rule + 1)) {
            int set = destinations.setOf[rule];
            lowOfSet[set] ^= lowMembers[rule];
            highOfSet[set] ^= highMembers[rule];
        }
        for (int set = 0; set < lowOfSet.length; set++) {
            if (lowOfSet[set] != 0 || highOfSet[set] != 0) {
                for (int destination : destinations.sets[set]) {
                    low[destination] ^= lowOfSet[set];
                    high[destination] ^= highOfSet[set];
                }
            }
        }
    }

    /// Finds the row for a new signature; false where there is no room for one more.
    private boolean addRow(int signature, BitSet rules, int destination, int cells) {
        int[] decisions = decisions(rules, destination);
        byte[] map = new byte[services.count];
        int[] row = new int[1 + Math.min(MOST_WINNERS, services.count)];
        int size = 1;
        for (int service = 0; service < map.length; service++) {
            int decision = decisions[service];
            int winner = decision == CrossProduct.NONE ? placeOf.length - 1 : decision;
            int place = placeOf[winner];
            boolean known = place > 0 && place < size && row[place] == decision;
            if (!known) {
                if (size > MOST_WINNERS) {
                    return false;
                }
                placeOf[winner] = size;
                row[size++] = decision;
            }
            map[service] = (byte) (placeOf[winner] - 1);
        }
        row[0] = mapNumber(map);
        if (signature == rowOfSignature.length) {
            rowOfSignature = Arrays.copyOf(rowOfSignature, 2 * signature);
        }
        rowOfSignature[signature] = rowNumber(Arrays.copyOf(row, size));
        long bytes = (long) cells * Character.BYTES + (long) rowNumbers.size() * Long.BYTES
                + (long) mapNumbers.size() * services.count + (long) winnerCount * Integer.BYTES;
        return rowNumbers.size() <= MOST_ROWS && bytes <= mostBytes && signature < PATIENCE * MOST_ROWS;
    }

    /// The first rule for each class of services.
    private int[] decisions(BitSet rules, int destination) {
        int[] decisions = new int[services.count];
        Arrays.fill(decisions, CrossProduct.NONE);
        int open = decisions.length;
        for (int rule = rules.nextSetBit(0); rule >= 0 && open > 0; rule = rules.nextSetBit(rule + 1)) {
            if (destinationsOf[destinations.setOf[rule]].get(destination)) {
                for (int service : services.sets[services.setOf[rule]]) {
                    if (decisions[service] == CrossProduct.NONE) {
                        decisions[service] = indexes[rule];
                        open--;
                    }
                }
            }
        }
        return decisions;
    }

    private int mapNumber(byte[] map) {
        int next = mapNumbers.size();
        int number = mapNumbers.computeIfAbsent(ByteBuffer.wrap(map), _ -> next);
        if (number == next) {
            while (maps.length < (next + 1) * map.length) {
                maps = Arrays.copyOf(maps, Math.multiplyExact(maps.length, 2));
            }
            System.arraycopy(map, 0, maps, next * map.length, map.length);
        }
        return number;
    }

    /// @param row the number of the map, then the winners
    private int rowNumber(int[] row) {
        int next = rowNumbers.size();
        int number = rowNumbers.computeIfAbsent(IntBuffer.wrap(row), _ -> next);
        if (number == next) {
            if (next == rows.length) {
                rows = Arrays.copyOf(rows, 2 * next);
            }
            while (winners.length < winnerCount + row.length) {
                winners = Arrays.copyOf(winners, Math.multiplyExact(winners.length, 2));
            }
            rows[next] = (long) row[0] * services.count << Integer.SIZE | winnerCount;
            System.arraycopy(row, 1, winners, winnerCount, row.length - 1);
            winnerCount += row.length - 1;
        }
        return number;
    }
}
