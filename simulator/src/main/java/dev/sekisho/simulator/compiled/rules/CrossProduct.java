package dev.sekisho.simulator.compiled.rules;

/// The first match of some rules for every combination of three classes: cross-producting (Srinivasan et al., 1998) on
/// equivalence classes as in Recursive Flow Classification (Gupta and McKeown, 1999).
///
/// A table over all three fields would be too large, so it is folded. The first two fields choose a *row*: which rules are
/// left, as seen by the third field. Rows split in two, because rows that differ in their rules often agree on which of
/// them wins for which service:
///
/// ```text
/// cells    [source][destination] = row          16 bits
/// rows     [row] = map << 32 | place in winners
/// maps     [map][service] = the how-many-th winner of the row      8 bits
/// winners  [place + …] = index of the rule, or NONE
/// ```
///
/// `sources`, `destinations` and `services` turn the classes of the whole rule list into those of these rules. Five
/// dependent loads and no branch, whatever the rules.
final class CrossProduct {
    /// Later than every rule, so that the earliest of several answers is their minimum.
    static final int NONE = Integer.MAX_VALUE;
    /// Packets whose cells are found before their winners are.
    private static final int BLOCK = 64;

    private final char[] sources;
    private final char[] destinations;
    private final char[] services;
    private final int destinationCount;
    private final char[] cells;
    private final long[] rows;
    private final byte[] maps;
    private final int[] winners;

    /// @param cells `sources` and `destinations` times as many as there are classes
    CrossProduct(FieldClasses sources, FieldClasses destinations, FieldClasses services, char[] cells, long[] rows,
            byte[] maps, int[] winners) {
        this.sources = sources.merged;
        this.destinations = destinations.merged;
        this.services = services.merged;
        this.destinationCount = destinations.count;
        this.cells = cells;
        this.rows = rows;
        this.maps = maps;
        this.winners = winners;
    }

    /// The index of the first rule, or [#NONE].
    int first(int source, int destination, int service) {
        return winner(rows[cells[sources[source] * destinationCount + destinations[destination]]], service);
    }

    private int winner(long row, int service) {
        return winners[(int) row + (maps[(int) (row >>> Integer.SIZE) + services[service]] & 0xff)];
    }

    /// Lowers `first[i]` to the index of the first rule for every `i` from `from` (inclusive) to `to` (exclusive).
    void lower(int[] sourceClasses, int[] destinationClasses, int[] serviceClasses, int from, int to, int[] first) {
        long[] found = new long[BLOCK];
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(to, start + BLOCK);
            for (int i = start; i < end; i++) {
                found[i - start] = rows[cells[sources[sourceClasses[i]] * destinationCount
                        + destinations[destinationClasses[i]]]];
            }
            for (int i = start; i < end; i++) {
                first[i] = Math.min(first[i], winner(found[i - start], serviceClasses[i]));
            }
        }
    }

    long bytes() {
        return (long) (sources.length + destinations.length + services.length + cells.length) * Character.BYTES
                + (long) rows.length * Long.BYTES + maps.length + (long) winners.length * Integer.BYTES;
    }

    @Override
    public String toString() {
        return cells.length + " cells, " + rows.length + " rows, " + maps.length + " bytes of maps";
    }
}
