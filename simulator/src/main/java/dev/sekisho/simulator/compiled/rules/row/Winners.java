package dev.sekisho.simulator.compiled.rules.row;

import dev.sekisho.simulator.compiled.rules.table.CrossProduct;

/// The first rule for each row of a [CrossProduct] and each class of services. Every kind has the loops itself, so that the
/// compiler builds the steps of that kind into them.
public sealed interface Winners permits FlatWinners, FoldedWinners, PagedWinners {
    /// Later than every rule, so that the earliest of several answers is their minimum.
    int NONE = Integer.MAX_VALUE;

    /// Stands for services whose classes keep their numbers.
    char[] SAME = {};

    /// The index of the first rule, or [#NONE].
    int winner(int row, int service);

    /// Lowers `first[from + i]` to the winner for the `i`th row and the `i`th class of services for every `i` below `count`.
    void lower(int[] rows, int[] services, int count, int[] first, int from);

    /// The same for some packets only: lowers `first[from + places[i]]` to the winner for the `i`th row and the services of the
    /// packet at that place.
    void lower(int[] places, int[] rows, int[] services, int count, int[] first, int from);

    /// What the tables take in memory, in bytes.
    long bytes();
}
