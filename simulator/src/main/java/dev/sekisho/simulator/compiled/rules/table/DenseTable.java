package dev.sekisho.simulator.compiled.rules.table;

import dev.sekisho.simulator.compiled.rules.field.ClassSet;
import dev.sekisho.simulator.compiled.rules.field.Signatures;
import dev.sekisho.simulator.compiled.rules.row.RowNumbers;
import dev.sekisho.simulator.compiled.rules.row.Winners;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Rows for all pairs of source and destination classes that some rules tell apart.
///
/// For each class of sources the rules left are known; what each class of destinations leaves of them is a signature, so
/// that the work for a cell is one exclusive or for each set of destinations around it. Rows are made only for cells with
/// a new signature, and only when it is known how many there are.
///
/// @param cells `[source * destinations.count + destination] = row`
public record DenseTable(FieldClasses sources, FieldClasses destinations, char[] cells) {

    /// Fills the table, unless there would be too many rows.
    ///
    /// @param indexes of the rules, ascending
    /// @param services what services each rule covers
    static Optional<DenseTable> fill(FieldClasses sources, FieldClasses destinations, int[] indexes,
            List<ClassSet> services, RowNumbers rows) {
        return new Filler(sources, destinations, indexes, services, rows).fill();
    }

    private static final class Filler {
        private final FieldClasses sources;
        private final FieldClasses destinations;
        private final int[] indexes;
        private final List<ClassSet> services;
        private final RowNumbers rows;
        private final BitSet[] rulesOf;
        private final BitSet[] destinationsOf;
        private final int[] decisions;

        Filler(FieldClasses sources, FieldClasses destinations, int[] indexes, List<ClassSet> services,
                RowNumbers rows) {
            this.sources = sources;
            this.destinations = destinations;
            this.indexes = indexes;
            this.services = services;
            this.rows = rows;
            this.rulesOf = rulesOfSources();
            this.destinationsOf = destinations.sets.stream().map(Filler::bits).toArray(BitSet[]::new);
            this.decisions = new int[rows.serviceCount()];
        }

        private static BitSet bits(ClassSet classes) {
            BitSet bits = new BitSet();
            classes.forEach(bits::set);
            return bits;
        }

        private BitSet[] rulesOfSources() {
            BitSet[] rulesOf = new BitSet[sources.count];
            Arrays.setAll(rulesOf, _ -> new BitSet());
            for (int rule = 0; rule < indexes.length; rule++) {
                int bit = rule;
                sources.set(rule).forEach(source -> rulesOf[source].set(bit));
            }
            return rulesOf;
        }

        Optional<DenseTable> fill() {
            int[] numbers = new int[sources.count * destinations.count];
            int[] firstCells = signAll(numbers);
            if (firstCells.length > rows.mostLooks()) {
                return Optional.empty();
            }
            int[] rowOf = new int[firstCells.length];
            for (int signature = 0; signature < rowOf.length; signature++) {
                decide(rulesOf[firstCells[signature] / destinations.count],
                        firstCells[signature] % destinations.count);
                rowOf[signature] = rows.numberOf(decisions);
                if (rowOf[signature] == RowNumbers.FULL) {
                    return Optional.empty();
                }
            }
            char[] cells = new char[numbers.length];
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] = (char) rowOf[numbers[cell]];
            }
            return Optional.of(new DenseTable(sources, destinations, cells));
        }

        /// Numbers the cells by what rules are left there, and returns the first cell of each number; stops where there
        /// are more than rows can be made for.
        private int[] signAll(int[] numbers) {
            long[] lowMembers = Signatures.members(indexes.length, false);
            long[] highMembers = Signatures.members(indexes.length, true);
            Signatures signatures = new Signatures();
            int[] firstCells = new int[64];
            long[] low = new long[destinations.count];
            long[] high = new long[destinations.count];
            for (int cell = 0; cell < numbers.length && signatures.size() <= rows.mostLooks(); cell++) {
                int destination = cell % destinations.count;
                if (destination == 0) {
                    sign(rulesOf[cell / destinations.count], lowMembers, low);
                    sign(rulesOf[cell / destinations.count], highMembers, high);
                }
                int known = signatures.size();
                numbers[cell] = signatures.numberOf(low[destination], high[destination]);
                if (numbers[cell] == known) {
                    firstCells = known < firstCells.length ? firstCells : Arrays.copyOf(firstCells, 2 * known);
                    firstCells[known] = cell;
                }
            }
            return Arrays.copyOf(firstCells, signatures.size());
        }

        /// Signs for every destination the rules that are left.
        private void sign(BitSet rules, long[] members, long[] signatures) {
            Arrays.fill(signatures, 0);
            long[] ofSet = new long[destinationsOf.length];
            for (int rule = rules.nextSetBit(0); rule >= 0; rule = rules.nextSetBit(rule + 1)) {
                ofSet[destinations.setOf[rule]] ^= members[rule];
            }
            for (int set = 0; set < ofSet.length; set++) {
                if (ofSet[set] != 0) {
                    ClassSet classes = destinations.sets.get(set);
                    for (int i = 0; i < classes.size(); i++) {
                        signatures[classes.at(i)] ^= ofSet[set];
                    }
                }
            }
        }

        /// Finds the first rule for each class of services.
        private void decide(BitSet rules, int destination) {
            Arrays.fill(decisions, Winners.NONE);
            int open = decisions.length;
            for (int rule = rules.nextSetBit(0); rule >= 0 && open > 0; rule = rules.nextSetBit(rule + 1)) {
                if (destinationsOf[destinations.setOf[rule]].get(destination)) {
                    ClassSet covered = services.get(rule);
                    for (int i = 0; i < covered.size(); i++) {
                        if (decisions[covered.at(i)] == Winners.NONE) {
                            decisions[covered.at(i)] = indexes[rule];
                            open--;
                        }
                    }
                }
            }
        }
    }
}
