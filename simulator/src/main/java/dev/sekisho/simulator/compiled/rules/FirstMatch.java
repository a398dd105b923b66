package dev.sekisho.simulator.compiled.rules;

import dev.sekisho.simulator.compiled.rules.field.ClassSet;
import dev.sekisho.simulator.compiled.rules.row.Winners;
import dev.sekisho.simulator.compiled.rules.table.ClassCounts;
import dev.sekisho.simulator.compiled.rules.table.CrossProduct;
import dev.sekisho.simulator.compiled.rules.table.CrossProductBuilder;
import dev.sekisho.simulator.compiled.rules.table.Cube;
import dev.sekisho.simulator.compiled.rules.table.PairTable;
import dev.sekisho.simulator.compiled.rules.table.Part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A list of rules compiled for "which is the first that matches", where what a packet says is known as the classes of
/// three fields. Immutable, so threads may share it.
///
/// One [CrossProduct] where that is small, or two: rules that leave the source open, mixed with rules that leave the destination
/// open, can blow its rows up, as each that the one side leaves meets each that the other leaves. In long lists all kinds of
/// subnets and hosts within them do. Then there is a [PairTable] for each of few [ShapeGroups], which together have hardly more
/// cells than there are rules, and the answer is the earliest of theirs. What is too large still is halved until it fits, rules
/// with like destinations (or sources) in one half.
///
/// A rule behind one that matches everything is not in any table.
public final class FirstMatch {
    /// The answer where no rule matches.
    public static final int NO_RULE = -1;
    /// What the tables take at most, unless they cannot.
    public static final long USUAL_BYTES = 48L << 20;

    /// A set with more than this share of the classes is open or nearly so.
    private static final int WIDE = 8;
    /// What a cross product may take where it is not the last resort: beyond that several sparse tables are faster.
    private static final long ONE_BYTES = 8L << 20;
    /// How many pairs groups of rules may cover, for each rule.
    private static final int PAIRS = 16;
    /// A part may always have this share of the memory.
    private static final int FEW_PARTS = 8;

    private final Part[] parts;

    private FirstMatch(Part[] parts) {
        this.parts = parts;
    }

    /// Compiles a list.
    ///
    /// @param cubes what the rules match, in order; the answer for a packet is an index in this list
    /// @param mostBytes what the tables may take, about; less makes lookups slower
    public static FirstMatch compile(ClassCounts counts, List<Cube> cubes, long mostBytes) {
        int[] rules = deciding(counts, cubes);
        Planner planner = new Planner(counts, cubes, mostBytes, rules.length);
        planner.add(rules);
        planner.parts.sort(Comparator.comparingInt(Part::earliest));
        return new FirstMatch(planner.parts.toArray(Part[]::new));
    }

    /// The rules that match something, up to the first that matches everything.
    private static int[] deciding(ClassCounts counts, List<Cube> cubes) {
        int end = IntStream.range(0, cubes.size()).filter(rule -> cubes.get(rule).isAll(counts)).map(rule -> rule + 1)
                .findFirst().orElse(cubes.size());
        return IntStream.range(0, end).filter(rule -> !cubes.get(rule).isEmpty()).toArray();
    }

    /// The index of the first rule that matches, or [#NO_RULE].
    public int lookup(int source, int destination, int service) {
        int first = first(source, destination, service);
        return first == Winners.NONE ? NO_RULE : first;
    }

    int first(int source, int destination, int service) {
        int first = Winners.NONE;
        for (Part part : parts) {
            first = Math.min(first, part.first(source, destination, service));
        }
        return first;
    }

    /// Lowers `rules[from + i]` to the index of the first rule that matches the `i`th classes for every `i` below `count`.
    /// This is the fast way: the loads of many lookups overlap.
    ///
    /// @param room for `count` packets
    void lower(int[] sources, int[] destinations, int[] services, int count, Part.Room room, int[] rules, int from) {
        for (Part part : parts) {
            part.lower(sources, destinations, services, count, room, rules, from);
        }
    }

    /// What the tables take in memory, in bytes.
    public long bytes() {
        return Arrays.stream(parts).mapToLong(Part::bytes).sum();
    }

    @Override
    public String toString() {
        return Arrays.toString(parts);
    }

    /// Chooses which rules share a table.
    private static final class Planner {
        final ClassCounts counts;
        final List<Cube> cubes;
        final long mostBytes;
        final int ruleCount;
        final List<Part> parts = new ArrayList<>();

        Planner(ClassCounts counts, List<Cube> cubes, long mostBytes, int ruleCount) {
            this.counts = counts;
            this.cubes = cubes;
            this.mostBytes = mostBytes;
            this.ruleCount = Math.max(1, ruleCount);
        }

        /// @param rules ascending
        void add(int[] rules) {
            int[] open = openDestinations(rules);
            if (!tryTables(List.of(rules)) && !tryTables(List.of(without(rules, open), open))) {
                for (int[] group : ShapeGroups.of(counts, cubes(rules), mostPairs(rules))) {
                    addGroup(Arrays.stream(group).map(position -> rules[position]).toArray());
                }
            }
        }

        /// The rules that leave the destination open, or nearly, and not the source.
        private int[] openDestinations(int[] rules) {
            return Arrays.stream(rules).filter(rule -> isWide(cubes.get(rule).destinations(), counts.destinations())
                    && !isWide(cubes.get(rule).sources(), counts.sources())).toArray();
        }

        private static boolean isWide(ClassSet set, int count) {
            return set.size() > count / WIDE;
        }

        /// Makes a cross product of each group, if they are small.
        private boolean tryTables(List<int[]> groups) {
            List<CrossProduct> made = new ArrayList<>();
            for (int[] group : groups) {
                Optional<CrossProduct> table = table(group, Math.min(ONE_BYTES, mostBytes));
                if (table.isEmpty()) {
                    return false;
                }
                made.add(table.get());
            }
            return parts.addAll(made);
        }

        private Optional<CrossProduct> table(int[] rules, long allowed) {
            return CrossProductBuilder.build(counts, rules, cubes(rules), allowed)
                    .filter(made -> made.bytes() <= allowed);
        }

        private void addGroup(int[] rules) {
            Optional<? extends Part> part = PairTable.build(counts, rules, cubes(rules), 2 * mostPairs(rules));
            part = part.isPresent() ? part : table(rules, share(rules));
            part.ifPresent(parts::add);
            if (part.isEmpty()) {
                int[] half = half(rules);
                addGroup(without(rules, half));
                addGroup(half);
            }
        }

        private long mostPairs(int[] rules) {
            return Math.min(mostBytes / Long.BYTES, Math.max(1 << 16, (long) PAIRS * rules.length));
        }

        private List<Cube> cubes(int[] rules) {
            return Arrays.stream(rules).mapToObj(cubes::get).toList();
        }

        private static int[] without(int[] rules, int[] others) {
            return Arrays.stream(rules).filter(rule -> Arrays.binarySearch(others, rule) < 0).toArray();
        }

        private int[] half(int[] rules) {
            Function<Cube, ClassSet> side = distinct(rules, Cube::destinations) < distinct(rules, Cube::sources)
                    ? Cube::sources
                    : Cube::destinations;
            return Arrays.stream(rules).boxed()
                    .sorted(Comparator.comparingInt(rule -> side.apply(cubes.get(rule)).at(0)))
                    .limit(rules.length / 2).mapToInt(Integer::intValue).sorted().toArray();
        }

        private long distinct(int[] rules, Function<Cube, ClassSet> side) {
            return Arrays.stream(rules).mapToObj(rule -> side.apply(cubes.get(rule))).distinct().count();
        }

        /// A single rule fits always, others into a share of the memory that their number gives them.
        private long share(int[] rules) {
            return rules.length <= 1
                    ? Long.MAX_VALUE
                    : Math.max(mostBytes / FEW_PARTS, mostBytes / ruleCount * rules.length);
        }
    }
}
