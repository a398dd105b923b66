package dev.sekisho.simulator.compiled.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A list of rules compiled for "which is the first that matches", where what a packet says is known as the classes of
/// three fields. Immutable, so threads may share it.
///
/// One [CrossProduct] where it fits into the memory allowed. Rules that leave the source open, mixed with rules that leave
/// the destination open, can blow its rows up: each that the one side leaves meets each that the other leaves. Then the
/// rules for open destinations have a table of their own, and the answer is the earliest of both; then those that leave
/// both sides open, and those that cover few pairs, see [Split]. What is still too large is halved until it fits, rules
/// with like destinations (or sources) in one half, so that the halves together have hardly more cells than the whole.
///
/// A rule behind one that matches everything is not in any table.
public final class FirstMatch {
    /// The answer where no rule matches.
    public static final int NO_RULE = -1;
    /// What the tables take at most, unless they cannot.
    public static final long USUAL_BYTES = 48L << 20;

    /// A set with more than this share of the classes is open or nearly so.
    private static final int WIDE = 8;
    /// A part may always have this share of the memory.
    private static final int FEW_PARTS = 8;

    private final CrossProduct[] parts;

    private FirstMatch(CrossProduct[] parts) {
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
        return new FirstMatch(planner.parts.toArray(CrossProduct[]::new));
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
        return first == CrossProduct.NONE ? NO_RULE : first;
    }

    int first(int source, int destination, int service) {
        int first = CrossProduct.NONE;
        for (CrossProduct part : parts) {
            first = Math.min(first, part.first(source, destination, service));
        }
        return first;
    }

    /// Lowers `rules[from + i]` to the index of the first rule that matches the `i`th classes for every `i` below `count`.
    /// This is the fast way: the loads of many lookups overlap.
    ///
    /// @param room for `count` numbers
    void lower(int[] sources, int[] destinations, int[] services, int count, int[] room, int[] rules, int from) {
        for (CrossProduct part : parts) {
            part.first(sources, destinations, services, count, room, room, 0);
            for (int i = 0; i < count; i++) {
                rules[from + i] = Math.min(rules[from + i], room[i]);
            }
        }
    }

    /// What the tables take in memory, in bytes.
    public long bytes() {
        return Arrays.stream(parts).mapToLong(CrossProduct::bytes).sum();
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
        final List<CrossProduct> parts = new ArrayList<>();

        Planner(ClassCounts counts, List<Cube> cubes, long mostBytes, int ruleCount) {
            this.counts = counts;
            this.cubes = cubes;
            this.mostBytes = mostBytes;
            this.ruleCount = Math.max(1, ruleCount);
        }

        /// @param rules ascending
        void add(int[] rules) {
            if (!tryAsOne(rules)) {
                int[] apart = apart(rules);
                add(without(rules, apart));
                add(apart);
            }
        }

        /// Some of the rules but not all, to go into another table.
        private int[] apart(int[] rules) {
            return Stream.<Supplier<int[]>>of(() -> open(rules, false), () -> open(rules, true),
                    () -> exceptions(rules)).map(Supplier::get)
                    .filter(some -> some.length > 0 && some.length < rules.length).findFirst()
                    .orElseGet(() -> half(rules));
        }

        /// The rules for open destinations.
        ///
        /// @param openSources whether their sources are open too
        private int[] open(int[] rules, boolean openSources) {
            return Arrays.stream(rules).filter(rule -> isWide(cubes.get(rule).destinations(), counts.destinations())
                    && isWide(cubes.get(rule).sources(), counts.sources()) == openSources).toArray();
        }

        private int[] exceptions(int[] rules) {
            return Arrays.stream(CrossProductBuilder.exceptions(counts,
                    Arrays.stream(rules).mapToObj(cubes::get).toList())).map(position -> rules[position]).toArray();
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
        private boolean tryAsOne(int[] rules) {
            long share = Math.max(mostBytes / FEW_PARTS, mostBytes / ruleCount * rules.length);
            long allowed = rules.length <= 1 ? Long.MAX_VALUE : share;
            Optional<CrossProduct> part = CrossProductBuilder.build(counts, rules,
                    Arrays.stream(rules).mapToObj(cubes::get).toList(), allowed);
            part.ifPresent(parts::add);
            return part.isPresent();
        }

        private static boolean isWide(ClassSet set, int count) {
            return set.size() > count / WIDE;
        }
    }
}
