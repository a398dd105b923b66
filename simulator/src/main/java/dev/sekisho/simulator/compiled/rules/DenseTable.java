package dev.sekisho.simulator.compiled.rules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Rows for all pairs of source and destination classes that some rules tell apart.
///
/// For each class of sources the rules left are known; what each class of destinations leaves of them is a signature, so
/// that the work for a cell is one exclusive or for each set of destinations around it. Only cells with a new signature
/// are looked at rule by rule.
///
/// @param cells `[source * destinations.count + destination] = row`
record DenseTable(FieldClasses sources, FieldClasses destinations, char[] cells) {
    /// The share of the sources after which it shows how many rows there will be.
    private static final int EARLY = 16;

    /// Fills the table, unless there would be too many rows.
    ///
    /// @param indexes of the rules, ascending
    /// @param services what services each rule covers
    static Optional<DenseTable> fill(FieldClasses sources, FieldClasses destinations, int[] indexes,
            List<ClassSet> services, RowNumbers rows, long mostBytes) {
        return new Filler(sources, destinations, indexes, services, rows, mostBytes).fill();
    }

    private static final class Filler {
        /// How many different sets of rules, for each row that may be had, are looked at before giving up.
        private static final int PATIENCE = 4;

        private final FieldClasses sources;
        private final FieldClasses destinations;
        private final int[] indexes;
        private final List<ClassSet> services;
        private final RowNumbers rows;
        private final long mostBytes;
        private final BitSet[] destinationsOf;
        private final long[] lowMembers;
        private final long[] highMembers;
        private final Signatures signatures = new Signatures();
        private final int[] decisions;
        private int[] rowOfSignature = new int[1 << 10];

        Filler(FieldClasses sources, FieldClasses destinations, int[] indexes, List<ClassSet> services, RowNumbers rows,
                long mostBytes) {
            this.sources = sources;
            this.destinations = destinations;
            this.indexes = indexes;
            this.services = services;
            this.rows = rows;
            this.mostBytes = mostBytes;
            this.decisions = new int[rows.serviceCount()];
            this.destinationsOf = destinations.sets.stream().map(Filler::bits).toArray(BitSet[]::new);
            this.lowMembers = Signatures.members(indexes.length, false);
            this.highMembers = Signatures.members(indexes.length, true);
        }

        private static BitSet bits(ClassSet classes) {
            BitSet bits = new BitSet();
            classes.forEach(bits::set);
            return bits;
        }

        Optional<DenseTable> fill() {
            char[] cells = new char[Math.multiplyExact(sources.count, destinations.count)];
            BitSet[] rulesOf = rulesOfSources();
            long[] low = new long[destinations.count];
            long[] high = new long[destinations.count];
            for (int source = 0; source < sources.count; source++) {
                long expected = (long) rows.size() * sources.count / Math.max(1, source);
                if (source > sources.count / EARLY && expected > PATIENCE * (long) RowNumbers.MOST_ROWS) {
                    return Optional.empty();
                }
                sign(rulesOf[source], low, high);
                for (int destination = 0; destination < destinations.count; destination++) {
                    int known = signatures.size();
                    int signature = signatures.numberOf(low[destination], high[destination]);
                    if (signature == known && !addRow(signature, rulesOf[source], destination)) {
                        return Optional.empty();
                    }
                    cells[source * destinations.count + destination] = (char) rowOfSignature[signature];
                }
            }
            return Optional.of(new DenseTable(sources, destinations, cells));
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
                    ClassSet classes = destinations.sets.get(set);
                    for (int i = 0; i < classes.size(); i++) {
                        low[classes.at(i)] ^= lowOfSet[set];
                        high[classes.at(i)] ^= highOfSet[set];
                    }
                }
            }
        }

        /// Finds the row for a new signature; false where there is no room for one more.
        private boolean addRow(int signature, BitSet rules, int destination) {
            decide(rules, destination);
            int row = rows.numberOf(decisions);
            if (signature == rowOfSignature.length) {
                rowOfSignature = Arrays.copyOf(rowOfSignature, 2 * signature);
            }
            rowOfSignature[signature] = row;
            return row != RowNumbers.FULL && rows.bytes() <= mostBytes && signature < PATIENCE * RowNumbers.MOST_ROWS;
        }

        /// Finds the first rule for each class of services.
        private void decide(BitSet rules, int destination) {
            Arrays.fill(decisions, CrossProduct.NONE);
            int open = decisions.length;
            for (int rule = rules.nextSetBit(0); rule >= 0 && open > 0; rule = rules.nextSetBit(rule + 1)) {
                if (destinationsOf[destinations.setOf[rule]].get(destination)) {
                    ClassSet covered = services.get(rule);
                    for (int i = 0; i < covered.size(); i++) {
                        if (decisions[covered.at(i)] == CrossProduct.NONE) {
                            decisions[covered.at(i)] = indexes[rule];
                            open--;
                        }
                    }
                }
            }
        }
    }
}
