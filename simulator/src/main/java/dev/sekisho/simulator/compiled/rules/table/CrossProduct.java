package dev.sekisho.simulator.compiled.rules.table;

import dev.sekisho.simulator.compiled.rules.row.Winners;

/// The first match of some rules for every combination of three classes: cross-producting (Srinivasan et al., 1998) on
/// equivalence classes as in Recursive Flow Classification (Gupta and McKeown, 1999).
///
/// A table over all three fields would be too large, so it is folded: the first two fields choose a *row*, which says
/// what rules are left, as seen by the third field; the row and the third field choose the first of them. [Cells] and
/// [Winners] are the two tables, each in a shape for few and one for many rules.
public final class CrossProduct implements Part {
    private final int earliest;
    private final Cells cells;
    private final Winners winners;

    CrossProduct(int earliest, Cells cells, Winners winners) {
        this.earliest = earliest;
        this.cells = cells;
        this.winners = winners;
    }

    @Override
    public int earliest() {
        return earliest;
    }

    @Override
    public int first(int source, int destination, int service) {
        return winners.winner(cells.row(source, destination), service);
    }

    @Override
    public void lower(int[] sources, int[] destinations, int[] services, int count, Room room, int[] rules, int from) {
        cells.rows(sources, destinations, count, room.rows);
        winners.lower(room.rows, services, count, rules, from);
    }

    @Override
    public long bytes() {
        return cells.bytes() + winners.bytes();
    }

    @Override
    public String toString() {
        return cells + ", " + winners;
    }
}
