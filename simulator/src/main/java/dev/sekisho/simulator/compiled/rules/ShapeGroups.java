package dev.sekisho.simulator.compiled.rules;

import dev.sekisho.simulator.compiled.rules.field.ClassMerger;
import dev.sekisho.simulator.compiled.rules.field.ClassSet;
import dev.sekisho.simulator.compiled.rules.table.ClassCounts;
import dev.sekisho.simulator.compiled.rules.table.Cube;
import dev.sekisho.simulator.compiled.rules.table.FieldClasses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Rules in groups of like shape, so that the rules of a group cover few pairs of the classes that they themselves tell apart.
///
/// A shape is how many source and how many destination classes a rule has, in powers of four; rules of one shape hardly nest,
/// so each covers one pair, or nearly (tuple space search, Srinivasan, Suri and Varghese, 1999). Shapes are put together again
/// as long as that costs few pairs (as in TupleMerge, Daly and others, 2019): always those two groups whose union adds the
/// fewest.
///
/// How many pairs a union covers is estimated: a set falls into one class more for each class that the sets of another shape
/// cut off within it.
final class ShapeGroups {
    private final List<int[]> shapes;
    /// `pairs[t][a][b]`: over the rules of shape `t` the sum of what shape `a` cuts off from the source times what shape `b`
    /// cuts off from the destination; the last place stands for the rule's set as a whole.
    private final long[][][] pairs;

    private ShapeGroups(List<int[]> shapes, long[][][] pairs) {
        this.shapes = shapes;
        this.pairs = pairs;
    }

    /// Groups rules.
    ///
    /// @param mostPairs what all groups may cover together, about, unless their shapes by themselves cover more
    /// @return positions of rules, ascending
    static List<int[]> of(ClassCounts counts, List<Cube> cubes, long mostPairs) {
        FieldClasses sources = FieldClasses.of(counts.sources(), cubes.stream().map(Cube::sources).toList());
        FieldClasses destinations = FieldClasses.of(counts.destinations(),
                cubes.stream().map(Cube::destinations).toList());
        TreeMap<Integer, List<Integer>> byShape = new TreeMap<>();
        for (int rule = 0; rule < cubes.size(); rule++) {
            int shape = power(sources.set(rule)) * Integer.SIZE + power(destinations.set(rule));
            byShape.computeIfAbsent(shape, _ -> new ArrayList<>()).add(rule);
        }
        List<int[]> shapes = byShape.values().stream()
                .map(rules -> rules.stream().mapToInt(Integer::intValue).toArray()).toList();
        return new ShapeGroups(shapes, pairs(sources, destinations, shapes)).merge(mostPairs);
    }

    private static int power(ClassSet set) {
        return (Integer.SIZE - Integer.numberOfLeadingZeros(set.size()) + 1) / 2;
    }

    private static long[][][] pairs(FieldClasses sources, FieldClasses destinations, List<int[]> shapes) {
        int[][] from = cuts(sources, shapes);
        int[][] to = cuts(destinations, shapes);
        int places = shapes.size() + 1;
        long[][][] pairs = new long[shapes.size()][places][places];
        Set<Long> seen = new HashSet<>();
        for (int shape = 0; shape < shapes.size(); shape++) {
            for (int rule : shapes.get(shape)) {
                if (seen.add((long) sources.setOf[rule] << Integer.SIZE | destinations.setOf[rule])) {
                    add(from[sources.setOf[rule]], to[destinations.setOf[rule]], pairs[shape]);
                }
            }
        }
        return pairs;
    }

    private static void add(int[] from, int[] to, long[][] sums) {
        for (int a = 0; a < from.length; a++) {
            if (from[a] != 0) {
                for (int b = 0; b < to.length; b++) {
                    sums[a][b] += (long) from[a] * to[b];
                }
            }
        }
    }

    /// For each set, how many classes more than one the sets of each shape make of it, and 1 at the end.
    private static int[][] cuts(FieldClasses field, List<int[]> shapes) {
        int[][] cuts = new int[field.sets.size()][shapes.size() + 1];
        int[] numbers = new int[field.count];
        int[] seenIn = new int[field.count];
        int mark = 0;
        for (int shape = 0; shape < shapes.size(); shape++) {
            ClassMerger merger = new ClassMerger(field.count, field.sets.size());
            Arrays.stream(shapes.get(shape)).map(rule -> field.setOf[rule]).distinct()
                    .forEach(set -> merger.tellApart(set, field.sets.get(set)));
            merger.number(numbers);
            for (int set = 0; set < cuts.length; set++) {
                mark++;
                int classes = 0;
                ClassSet members = field.sets.get(set);
                for (int i = 0; i < members.size(); i++) {
                    int number = numbers[members.at(i)];
                    classes += seenIn[number] == mark ? 0 : 1;
                    seenIn[number] = mark;
                }
                cuts[set][shape] = classes - 1;
            }
        }
        for (int[] cut : cuts) {
            cut[shapes.size()] = 1;
        }
        return cuts;
    }

    private List<int[]> merge(long mostPairs) {
        List<int[]> groups = new ArrayList<>(IntStream.range(0, shapes.size()).mapToObj(shape -> new int[]{shape})
                .toList());
        long covered = groups.stream().mapToLong(this::covered).sum();
        while (groups.size() > 1) {
            int[] one = groups.getFirst();
            int[] other = one;
            long least = Long.MAX_VALUE;
            for (int i = 1; i < groups.size(); i++) {
                for (int j = 0; j < i; j++) {
                    long more = covered(union(groups.get(i), groups.get(j))) - covered(groups.get(i))
                            - covered(groups.get(j));
                    if (more < least) {
                        least = more;
                        one = groups.get(i);
                        other = groups.get(j);
                    }
                }
            }
            covered += least;
            if (covered > mostPairs) {
                break;
            }
            groups.remove(one);
            groups.remove(other);
            groups.add(union(one, other));
        }
        return groups.stream().map(this::rules).toList();
    }

    /// How many pairs a group of shapes covers.
    private long covered(int[] group) {
        long sum = 0;
        int whole = shapes.size();
        for (int shape : group) {
            sum += pairs[shape][whole][whole];
            for (int a : group) {
                sum += pairs[shape][a][whole] + pairs[shape][whole][a];
                for (int b : group) {
                    sum += pairs[shape][a][b];
                }
            }
        }
        return sum;
    }

    private static int[] union(int[] one, int[] other) {
        return IntStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
    }

    private int[] rules(int[] group) {
        return Arrays.stream(group).mapToObj(shapes::get).flatMapToInt(Arrays::stream).sorted().toArray();
    }
}
