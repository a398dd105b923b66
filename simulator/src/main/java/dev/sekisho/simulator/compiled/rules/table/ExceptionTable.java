package dev.sekisho.simulator.compiled.rules.table;

import dev.sekisho.simulator.compiled.rules.field.ClassSet;
import dev.sekisho.simulator.compiled.rules.field.Signatures;
import dev.sekisho.simulator.compiled.rules.row.RowNumbers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Rows for the pairs of source and destination classes that rules with few pairs cover, over the rows that a base gives
/// them without those rules. In lines: those of source class `s` are from `lines[s]` (inclusive) to `lines[s + 1]`
/// (exclusive) in `columns`, ascending, and `rows`.
public record ExceptionTable(int[] lines, int[] columns, int[] rows) {
    private static final int RULE_BITS = 24;
    /// So many rows fit well into the cache, however many of them there would be in two tables.
    private static final int FEW_ROWS = 1 << 12;

    /// What the exceptions are laid over.
    interface Base {
        /// The row of a pair of classes.
        int row(int source, int destination);
    }

    /// Finds the rows, unless there would be too many: where many bases meet many exceptions, two tables are smaller.
    ///
    /// @param rules positions of the rules, ascending
    /// @param indexes of all rules, by position
    static Optional<ExceptionTable> fill(int[] rules, FieldClasses sources, FieldClasses destinations,
            FieldClasses services, int[] indexes, Base base, RowNumbers rows) {
        long[] pairs = pairs(rules, sources, destinations);
        long[] lowMembers = Signatures.members(indexes.length, false);
        long[] highMembers = Signatures.members(indexes.length, true);
        Signatures withBase = new Signatures();
        Signatures alone = new Signatures();
        int[] rowOf = new int[1 << 10];
        int[] decisions = new int[rows.serviceCount()];
        int[] lines = new int[sources.count + 1];
        int[] columns = new int[pairs.length];
        int[] found = new int[pairs.length];
        int size = 0;
        int next;
        for (int first = 0; first < pairs.length; first = next) {
            long pair = pairs[first] >>> RULE_BITS;
            int source = (int) (pair / destinations.count);
            int destination = (int) (pair % destinations.count);
            long low = 0;
            long high = 0;
            for (next = first; next < pairs.length && pairs[next] >>> RULE_BITS == pair; next++) {
                low ^= lowMembers[rule(pairs[next])];
                high ^= highMembers[rule(pairs[next])];
            }
            alone.numberOf(low, high);
            int usual = base.row(source, destination);
            int known = withBase.size();
            int signature = withBase.numberOf(low ^ Signatures.member(usual, false),
                    high ^ Signatures.member(usual, true));
            if (signature == known) {
                if (signature > rows.mostLooks() || signature > FEW_ROWS && signature > 2 * alone.size()) {
                    return Optional.empty();
                }
                rows.read(usual, decisions);
                for (int i = first; i < next; i++) {
                    lower(decisions, services.set(rule(pairs[i])), indexes[rule(pairs[i])]);
                }
                rowOf = signature < rowOf.length ? rowOf : Arrays.copyOf(rowOf, 2 * signature);
                rowOf[signature] = rows.numberOf(decisions);
                if (rowOf[signature] == RowNumbers.FULL) {
                    return Optional.empty();
                }
            }
            if (rowOf[signature] != usual) {
                columns[size] = destination;
                found[size++] = rowOf[signature];
                lines[source + 1]++;
            }
        }
        Arrays.parallelPrefix(lines, Integer::sum);
        return Optional.of(new ExceptionTable(lines, Arrays.copyOf(columns, size), Arrays.copyOf(found, size)));
    }

    /// How many pairs the rules cover, each for itself.
    static long pairCount(FieldClasses sources, FieldClasses destinations) {
        return IntStream.range(0, sources.setOf.length)
                .mapToLong(rule -> (long) sources.set(rule).size() * destinations.set(rule).size()).sum();
    }

    private static int rule(long pair) {
        return (int) pair & (1 << RULE_BITS) - 1;
    }

    /// Every pair of classes with every rule that covers it, in order.
    private static long[] pairs(int[] rules, FieldClasses sources, FieldClasses destinations) {
        int count = 0;
        for (int rule : rules) {
            count += sources.set(rule).size() * destinations.set(rule).size();
        }
        long[] pairs = new long[count];
        int size = 0;
        for (int rule : rules) {
            ClassSet from = sources.set(rule);
            ClassSet to = destinations.set(rule);
            for (int i = 0; i < from.size(); i++) {
                for (int j = 0; j < to.size(); j++) {
                    pairs[size++] = ((long) from.at(i) * destinations.count + to.at(j)) << RULE_BITS | rule;
                }
            }
        }
        Arrays.sort(pairs);
        return pairs;
    }

    private static void lower(int[] decisions, ClassSet services, int index) {
        for (int i = 0; i < services.size(); i++) {
            int service = services.at(i);
            decisions[service] = Math.min(decisions[service], index);
        }
    }
}
