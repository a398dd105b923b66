package dev.sekisho.simulator.compiled.rules;

/// The first match of some rules for every combination of three classes: cross-producting (Srinivasan et al., 1998) on
/// equivalence classes as in Recursive Flow Classification (Gupta and McKeown, 1999).
///
/// A table over all three fields would be too large, so it is folded: the first two fields choose a *row*, which says
/// what rules are left, as seen by the third field; the row and the third field choose the first of them. [Cells] and
/// [Winners] are the two tables, each in a shape for few and one for many rules.
final class CrossProduct {
    /// Later than every rule, so that the earliest of several answers is their minimum.
    static final int NONE = Integer.MAX_VALUE;

    private final Cells cells;
    private final Winners winners;

    CrossProduct(Cells cells, Winners winners) {
        this.cells = cells;
        this.winners = winners;
    }

    /// The index of the first rule, or [#NONE].
    int first(int source, int destination, int service) {
        return winners.winner(cells.row(source, destination), service);
    }

    /// Sets `first[from + i]` to the index of the first rule, or [#NONE], for every `i` below `count`.
    ///
    /// @param rows room for what stands between the two tables
    void first(int[] sources, int[] destinations, int[] services, int count, int[] rows, int[] first, int from) {
        cells.rows(sources, destinations, count, rows);
        winners.winners(rows, services, count, first, from);
    }

    long bytes() {
        return cells.bytes() + winners.bytes();
    }

    @Override
    public String toString() {
        return cells + ", " + winners;
    }
}
