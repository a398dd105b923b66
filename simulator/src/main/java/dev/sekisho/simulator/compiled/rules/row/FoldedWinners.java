package dev.sekisho.simulator.compiled.rules.row;

/// Winners folded, because rows that differ in their rules often agree on which of them wins for which service: three
/// loads, and one for the number that the class of services has here unless all keep theirs.
///
/// ```text
/// rows     [row] = map << 32 | place in winners
/// maps     [map + services[service class]] = the how-many-th winner of the row      8 bits
/// winners  [place + …] = index of the rule, or NONE
/// ```
public final class FoldedWinners implements Winners {
    private final char[] services;
    private final long[] rows;
    private final byte[] maps;
    private final int[] winners;

    FoldedWinners(char[] services, long[] rows, byte[] maps, int[] winners) {
        this.services = services;
        this.rows = rows;
        this.maps = maps;
        this.winners = winners;
    }

    @Override
    public int winner(int row, int service) {
        long folded = rows[row];
        return winners[(int) folded + (maps[(int) (folded >>> Integer.SIZE) + own(service)] & 0xff)];
    }

    private int own(int service) {
        return services.length == 0 ? service : services[service];
    }

    @Override
    public void lower(int[] rows, int[] services, int count, int[] first, int from) {
        for (int i = 0; i < count; i++) {
            first[from + i] = Math.min(first[from + i], winner(rows[i], services[i]));
        }
    }

    @Override
    public void lower(int[] places, int[] rows, int[] services, int count, int[] first, int from) {
        for (int i = 0; i < count; i++) {
            int place = places[i];
            first[from + place] = Math.min(first[from + place], winner(rows[i], services[place]));
        }
    }

    @Override
    public long bytes() {
        return (long) services.length * Character.BYTES + (long) rows.length * Long.BYTES + maps.length
                + (long) winners.length * Integer.BYTES;
    }

    @Override
    public String toString() {
        return rows.length + " rows, " + maps.length + " bytes of maps";
    }
}
