package dev.sekisho.simulator.compiled.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A list of rules compiled for "which is the first that matches", where what a packet says is known as the classes of
/// three fields. Immutable, so threads may share it.
///
/// One [CrossProduct] where it fits into the memory allowed. Rules that name both sides, mixed with rules that leave one
/// side open, can blow its cells up: each partial match of one side meets each of the other. Then there are several, and
/// the answer is the earliest of theirs: first one for each pattern of open sides, and where one of those is still too
/// large, its rules are halved until they fit, those with like destinations (or sources) in one half, so that the halves
/// together have hardly more cells than the whole.
public final class FirstMatch {
    /// The answer where no rule matches.
    public static final int NO_RULE = -1;
    /// What the tables take at most, unless they cannot.
    public static final long USUAL_BYTES = 48L << 20;

    private static final int WIDE = 8;

    private final CrossProduct[] parts;

    private FirstMatch(CrossProduct[] parts) {
        this.parts = parts;
    }

    /// Compiles a list.
    ///
    /// @param cubes what the rules match, in order; the answer for a packet is an index in this list
    /// @param mostBytes what the tables may take, about; less makes lookups slower
    public static FirstMatch compile(ClassCounts counts, List<Cube> cubes, long mostBytes) {
        int[] all = Arrays.stream(Partitions.upTo(cubes.size())).filter(rule -> !cubes.get(rule).isEmpty()).toArray();
        Planner planner = new Planner(counts, cubes);
        planner.add(all, mostBytes);
        return new FirstMatch(planner.parts.toArray(CrossProduct[]::new));
    }

    /// The index of the first rule that matches, or [#NO_RULE].
    public int lookup(int source, int destination, int service) {
        int first = CrossProduct.NONE;
        for (CrossProduct part : parts) {
            first = Math.min(first, part.first(source, destination, service));
        }
        return first == CrossProduct.NONE ? NO_RULE : first;
    }

    /// Sets `rules[from + i]` to the lookup of the `i`th classes for every `i` below `count`. This is the fast way: the loads
    /// of many lookups overlap.
    ///
    /// @param room for `count` numbers
    public void lookup(int[] sources, int[] destinations, int[] services, int count, int[] room, int[] rules,
            int from) {
        Arrays.fill(rules, from, from + count, CrossProduct.NONE);
        for (CrossProduct part : parts) {
            part.lower(sources, destinations, services, count, room, rules, from);
        }
        for (int i = from; i < from + count; i++) {
            rules[i] = rules[i] == CrossProduct.NONE ? NO_RULE : rules[i];
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
        final List<CrossProduct> parts = new ArrayList<>();

        Planner(ClassCounts counts, List<Cube> cubes) {
            this.counts = counts;
            this.cubes = cubes;
        }

        /// @param rules ascending
        void add(int[] rules, long mostBytes) {
            if (tryAsOne(rules, mostBytes)) {
                return;
            }
            int[][] patterns = new int[4][];
            for (int pattern = 0; pattern < patterns.length; pattern++) {
                int wanted = pattern;
                patterns[pattern] = Arrays.stream(rules).filter(rule -> pattern(cubes.get(rule)) == wanted).toArray();
            }
            for (int[] pattern : patterns) {
                if (pattern.length == rules.length) {
                    halve(pattern, mostBytes);
                } else if (pattern.length > 0) {
                    addHalving(pattern, mostBytes / 2);
                }
            }
        }

        private void addHalving(int[] rules, long mostBytes) {
            if (!tryAsOne(rules, mostBytes)) {
                halve(rules, mostBytes);
            }
        }

        private void halve(int[] rules, long mostBytes) {
            Function<Cube, ClassSet> side = distinct(rules, Cube::destinations) < distinct(rules, Cube::sources)
                    ? Cube::sources
                    : Cube::destinations;
            int[] ordered = Arrays.stream(rules).boxed()
                    .sorted(Comparator.comparingInt(rule -> side.apply(cubes.get(rule)).at(0)))
                    .mapToInt(Integer::intValue).toArray();
            int middle = ordered.length / 2;
            for (int[] half : List.of(Arrays.copyOfRange(ordered, 0, middle),
                    Arrays.copyOfRange(ordered, middle, ordered.length))) {
                Arrays.sort(half);
                addHalving(half, mostBytes / 2);
            }
        }

        private long distinct(int[] rules, Function<Cube, ClassSet> side) {
            return Arrays.stream(rules).mapToObj(rule -> side.apply(cubes.get(rule))).distinct().count();
        }

        /// A single rule fits always.
        private boolean tryAsOne(int[] rules, long mostBytes) {
            long allowed = rules.length <= 1 ? Long.MAX_VALUE : mostBytes;
            Optional<CrossProduct> part = CrossProductBuilder.build(counts, rules,
                    Arrays.stream(rules).mapToObj(cubes::get).toList(), allowed);
            part.ifPresent(parts::add);
            return part.isPresent();
        }

        /// Bit 0 where the source is open or nearly so, bit 1 likewise for the destination.
        private int pattern(Cube cube) {
            return (cube.sources().size() > counts.sources() / WIDE ? 1 : 0)
                    | (cube.destinations().size() > counts.destinations() / WIDE ? 2 : 0);
        }
    }
}
