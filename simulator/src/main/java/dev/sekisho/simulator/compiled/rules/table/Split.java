package dev.sekisho.simulator.compiled.rules.table;

import dev.sekisho.simulator.compiled.rules.field.ClassMerger;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Rules in those that cover few pairs of source and destination classes, the exceptions, and the others.
///
/// @param exceptions positions of the rules, ascending
/// @param others positions of the rules, ascending
/// @param bytes what the cells will take
public record Split(int[] exceptions, int[] others, long bytes) {

    /// The split with the smallest cells of those that a number of pairs makes: a power of four, or none.
    static Split smallest(FieldClasses sources, FieldClasses destinations) {
        int[] rules = IntStream.range(0, sources.setOf.length).boxed()
                .sorted(Comparator.comparingLong(rule -> pairs(sources, destinations, rule)))
                .mapToInt(Integer::intValue).toArray();
        long covered = Arrays.stream(rules).mapToLong(rule -> pairs(sources, destinations, rule)).sum();
        Side from = new Side(sources);
        Side to = new Side(destinations);
        int best = 0;
        long bestBytes = Long.MAX_VALUE;
        int exceptions = rules.length;
        for (int power = Long.SIZE - 2; power >= -2; power -= 2) {
            long most = power < 0 ? 0 : 1L << power;
            int before = exceptions;
            while (exceptions > 0 && pairs(sources, destinations, rules[exceptions - 1]) > most) {
                int other = rules[--exceptions];
                covered -= pairs(sources, destinations, other);
                from.tellApart(other);
                to.tellApart(other);
            }
            if (exceptions < before || before == rules.length) {
                long bytes = covered * Integer.BYTES + (long) from.count() * to.count() * Character.BYTES;
                if (bytes < bestBytes) {
                    bestBytes = bytes;
                    best = exceptions;
                }
            }
        }
        return new Split(Arrays.stream(rules, 0, best).sorted().toArray(),
                Arrays.stream(rules, best, rules.length).sorted().toArray(), bestBytes);
    }

    private static long pairs(FieldClasses sources, FieldClasses destinations, int rule) {
        return (long) sources.set(rule).size() * destinations.set(rule).size();
    }

    /// The classes of one field that the others tell apart.
    private static final class Side {
        private final FieldClasses field;
        private final ClassMerger merger;
        private final boolean[] told;
        private final int[] numbers;

        Side(FieldClasses field) {
            this.field = field;
            this.merger = new ClassMerger(field.count, field.sets.size());
            this.told = new boolean[field.sets.size()];
            this.numbers = new int[field.count];
        }

        void tellApart(int rule) {
            int set = field.setOf[rule];
            if (!told[set]) {
                told[set] = true;
                merger.tellApart(set, field.sets.get(set));
            }
        }

        int count() {
            return merger.number(numbers);
        }
    }
}
