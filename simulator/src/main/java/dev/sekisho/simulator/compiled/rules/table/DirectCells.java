package dev.sekisho.simulator.compiled.rules.table;

/// Cells as a plain table of the classes of the whole rule list, where it is small: one load.
///
/// ```text
/// cells[ source class * classes of destinations + destination class ] = row
/// ```
public final class DirectCells implements Cells {
    private final int destinationCount;
    private final char[] cells;

    DirectCells(int destinationCount, char[] cells) {
        this.destinationCount = destinationCount;
        this.cells = cells;
    }

    @Override
    public int row(int source, int destination) {
        return cells[source * destinationCount + destination];
    }

    @Override
    public void rows(int[] sources, int[] destinations, int count, int[] rows) {
        for (int i = 0; i < count; i++) {
            rows[i] = row(sources[i], destinations[i]);
        }
    }

    @Override
    public long bytes() {
        return (long) cells.length * Character.BYTES;
    }

    @Override
    public String toString() {
        return cells.length + " cells of the classes themselves";
    }
}
