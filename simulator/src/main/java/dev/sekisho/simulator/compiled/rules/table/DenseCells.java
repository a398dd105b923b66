package dev.sekisho.simulator.compiled.rules.table;

/// Cells as a plain table: three loads.
///
/// ```text
/// cells[ sources[source class] + destinations[destination class] ] = row
/// ```
///
/// `sources` is multiplied already: the place where the line of the class begins.
public final class DenseCells implements Cells {
    private final int[] sources;
    private final char[] destinations;
    private final char[] cells;

    DenseCells(int[] sources, char[] destinations, char[] cells) {
        this.sources = sources;
        this.destinations = destinations;
        this.cells = cells;
    }

    @Override
    public int row(int source, int destination) {
        return cells[sources[source] + destinations[destination]];
    }

    @Override
    public void rows(int[] sources, int[] destinations, int count, int[] rows) {
        for (int i = 0; i < count; i++) {
            rows[i] = row(sources[i], destinations[i]);
        }
    }

    @Override
    public long bytes() {
        return (long) sources.length * Integer.BYTES + (long) (destinations.length + cells.length) * Character.BYTES;
    }

    @Override
    public String toString() {
        return cells.length + " cells";
    }
}
