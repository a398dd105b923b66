package dev.sekisho.simulator.compiled.rules.table;

import dev.sekisho.simulator.compiled.rules.field.Partitions;
import dev.sekisho.simulator.compiled.rules.row.RowNumbers;
import dev.sekisho.simulator.compiled.rules.row.Winners;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The first match of rules that cover few pairs of source and destination classes: a sparse table of the pairs they cover.
///
/// ```text
/// sources       [source class]      = its number in this table << 16 | its earliest rule, scaled
/// destinations  [destination class] = its earliest rule, scaled << 16 | its number in this table
/// pairs         [slot of the two numbers] = both << 32 | row
/// ```
///
/// The slot is found by a [PerfectHash] and the rule by row and service class in [Winners]. Packets fall out on the way, without
/// a branch: those whose source or destination has no rule here that is earlier than what another part has found, and those
/// whose pair no rule covers.
public final class PairTable implements Part {
    /// Numbers of 16 bits never are both 0xffff.
    private static final long EMPTY = -1L;
    private static final int HALF = 0xffff;
    private static final long LOW = 0xffff_ffffL;
    private static final int MOST_MAP_BYTES = 1 << 26;
    private static final int MOST_WINNERS = 1 << 24;
    private static final long MOST_DECISIONS = 1L << 28;

    private final int earliest;
    private final int scale;
    private final int[] sources;
    private final int[] destinations;
    private final PerfectHash slots;
    private final long[] pairs;
    private final Winners winners;

    private PairTable(int[] indexes, FieldClasses sources, FieldClasses destinations, PerfectHash slots, long[] pairs,
            Winners winners) {
        this.earliest = indexes[0];
        this.scale = scale(indexes[indexes.length - 1]);
        this.sources = new int[sources.merged.length];
        this.destinations = new int[destinations.merged.length];
        this.slots = slots;
        this.pairs = pairs;
        this.winners = winners;
        int[] ofSource = earliest(sources, indexes);
        int[] ofDestination = earliest(destinations, indexes);
        Arrays.setAll(this.sources,
                source -> sources.merged[source] << Character.SIZE | ofSource[sources.merged[source]]);
        Arrays.setAll(this.destinations,
                destination -> ofDestination[destinations.merged[destination]] << Character.SIZE
                        | destinations.merged[destination]);
    }

    /// By how many bits the indexes of rules are cut, so that they stay below the mark of a class without rules.
    private static int scale(int last) {
        int scale = 0;
        while (last >>> scale >= HALF) {
            scale++;
        }
        return scale;
    }

    private int[] earliest(FieldClasses field, int[] indexes) {
        int[] found = new int[field.count];
        Arrays.fill(found, HALF);
        for (int rule = indexes.length - 1; rule >= 0; rule--) {
            int index = indexes[rule] >>> scale;
            field.set(rule).forEach(member -> found[member] = index);
        }
        return found;
    }

    /// Builds the table of some rules, unless they cover too many pairs.
    ///
    /// @param indexes the answers for the rules, ascending
    /// @param cubes what the rules match, in the same order
    public static Optional<PairTable> build(ClassCounts counts, int[] indexes, List<Cube> cubes, long mostPairs) {
        FieldClasses sources = FieldClasses.of(counts.sources(), cubes.stream().map(Cube::sources).toList());
        FieldClasses destinations = FieldClasses.of(counts.destinations(),
                cubes.stream().map(Cube::destinations).toList());
        FieldClasses services = FieldClasses.of(counts.services(), cubes.stream().map(Cube::services).toList());
        if (sources.areTooMany() || destinations.areTooMany() || services.areTooMany()
                || ExceptionTable.pairCount(sources, destinations) > mostPairs) {
            return Optional.empty();
        }
        RowNumbers rows = new RowNumbers(services.count, indexes[indexes.length - 1],
                new RowNumbers.Limits(Integer.MAX_VALUE, MOST_MAP_BYTES, MOST_WINNERS, Long.MAX_VALUE, MOST_DECISIONS));
        int[] nothing = new int[services.count];
        Arrays.fill(nothing, Winners.NONE);
        int none = rows.numberOf(nothing);
        return ExceptionTable.fill(Partitions.upTo(indexes.length), sources, destinations, services, indexes,
                (_, _) -> none, rows).flatMap(
                        table -> rows.compile(services.isWhole() ? Winners.SAME : services.merged)
                                .map(winners -> of(table, indexes, sources, destinations, winners)));
    }

    private static PairTable of(ExceptionTable table, int[] indexes, FieldClasses sources, FieldClasses destinations,
            Winners winners) {
        int[] keys = new int[table.columns().length];
        for (int source = 0; source < sources.count; source++) {
            for (int i = table.lines()[source]; i < table.lines()[source + 1]; i++) {
                keys[i] = source << Character.SIZE | table.columns()[i];
            }
        }
        PerfectHash slots = PerfectHash.of(keys);
        long[] pairs = new long[slots.slotCount()];
        Arrays.fill(pairs, EMPTY);
        for (int i = 0; i < keys.length; i++) {
            pairs[slots.slot(keys[i])] = (long) keys[i] << Integer.SIZE | table.rows()[i];
        }
        return new PairTable(indexes, sources, destinations, slots, pairs, winners);
    }

    @Override
    public int earliest() {
        return earliest;
    }

    @Override
    public int first(int source, int destination, int service) {
        int key = key(sources[source], destinations[destination]);
        long pair = pairs[slots.slot(key)];
        return (int) (pair >>> Integer.SIZE) == key ? winners.winner((int) pair, service) : Winners.NONE;
    }

    private static int key(int source, int destination) {
        return source & ~HALF | destination & HALF;
    }

    @Override
    public void lower(int[] sources, int[] destinations, int[] services, int count, Room room, int[] rules, int from) {
        int open = leaveBehind(sources, destinations, count, room, rules, from);
        int hits = find(open, room);
        winners.lower(room.places, room.rows, services, hits, rules, from);
    }

    /// Puts the places and keys of packets into `room` for which there may be an earlier rule, and returns how many they are.
    private int leaveBehind(int[] sources, int[] destinations, int count, Room room, int[] rules, int from) {
        int[] sourceOf = this.sources;
        int[] destinationOf = this.destinations;
        int[] places = room.places;
        int[] keys = room.rows;
        int open = 0;
        for (int i = 0; i < count; i++) {
            int source = sourceOf[sources[i]];
            int destination = destinationOf[destinations[i]];
            places[open] = i;
            keys[open] = key(source, destination);
            int best = Math.min(rules[from + i] >>> scale, HALF - 1);
            open += Math.max(source & HALF, destination >>> Character.SIZE) - best - 1 >>> Integer.SIZE - 1;
        }
        return open;
    }

    /// Keeps in `room` those whose pair some rule covers, with their rows for their keys, and returns how many they are.
    private int find(int count, Room room) {
        int[] places = room.places;
        int[] rows = room.rows;
        long[] pairs = this.pairs;
        int hits = 0;
        for (int i = 0; i < count; i++) {
            int key = rows[i];
            long pair = pairs[slots.slot(key)];
            places[hits] = places[i];
            rows[hits] = (int) pair;
            hits += (int) ((pair >>> Integer.SIZE ^ key & LOW) - 1 >>> Long.SIZE - 1);
        }
        return hits;
    }

    @Override
    public long bytes() {
        return (long) (sources.length + destinations.length) * Integer.BYTES + slots.bytes()
                + (long) pairs.length * Long.BYTES + winners.bytes();
    }

    @Override
    public String toString() {
        return pairs.length + " places for pairs, " + winners;
    }
}
