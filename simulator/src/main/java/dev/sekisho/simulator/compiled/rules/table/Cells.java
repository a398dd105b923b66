package dev.sekisho.simulator.compiled.rules.table;

/// The rows of a [CrossProduct]: a number for each pair of a source and a destination class, the same where the same rules
/// are left. Classes are those of the whole rule list.
public sealed interface Cells permits DirectCells, DenseCells, DisplacedCells {

    /// The row of a pair of classes.
    int row(int source, int destination);

    /// Sets `rows[i]` to the row of the `i`th classes for every `i` below `count`.
    void rows(int[] sources, int[] destinations, int count, int[] rows);

    /// What the tables take in memory, in bytes.
    long bytes();
}
