package dev.sekisho.simulator.compiled.rules.table;

/// Cells as a small table for the rules that cover many pairs of classes, and exceptions to it where others cover few: four
/// loads and no branch.
///
/// Most rules name both sides, so that most lines of the full table are alike but for a few places. Their exceptions are
/// laid over each other in one array, the line of each source displaced so that they do not collide (Tarjan and Yao, 1979):
///
/// ```text
/// sources       [source class]      = where its line of the base begins << 32 | displacement
/// destinations  [destination class] = column << 16 | column of the base
/// exceptions    [displacement + column] = column << 16 | row
/// base          [line + column of the base] = row
/// ```
///
/// No two lines with exceptions have one displacement, so an exception whose column is right is of the right line too.
public final class DisplacedCells implements Cells {
    private static final int ROW = 0xffff;

    private final long[] sources;
    private final int[] destinations;
    private final int[] exceptions;
    private final char[] base;

    DisplacedCells(long[] sources, int[] destinations, int[] exceptions, char[] base) {
        this.sources = sources;
        this.destinations = destinations;
        this.exceptions = exceptions;
        this.base = base;
    }

    @Override
    public int row(int source, int destination) {
        long line = sources[source];
        int columns = destinations[destination];
        int exception = exceptions[(int) line + (columns >>> Character.SIZE)];
        int usual = base[(int) (line >>> Integer.SIZE) + (columns & 0xffff)];
        int ifSameColumn = ((exception ^ columns) >>> Character.SIZE) - 1 >> Integer.SIZE - 1;
        return usual ^ (usual ^ exception) & ifSameColumn & ROW;
    }

    @Override
    public void rows(int[] sources, int[] destinations, int count, int[] rows) {
        for (int i = 0; i < count; i++) {
            rows[i] = row(sources[i], destinations[i]);
        }
    }

    @Override
    public long bytes() {
        return (long) sources.length * Long.BYTES + (long) (destinations.length + exceptions.length) * Integer.BYTES
                + (long) base.length * Character.BYTES;
    }

    @Override
    public String toString() {
        return base.length + " cells and " + exceptions.length + " places for exceptions";
    }
}
