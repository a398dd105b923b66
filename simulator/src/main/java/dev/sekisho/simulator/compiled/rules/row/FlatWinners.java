package dev.sekisho.simulator.compiled.rules.row;

/// Winners as a plain table, where it is small: one load, and one for the number that the class of services
/// has here unless all keep theirs.
///
/// ```text
/// winners[ row * services + services[service class] ] = index of the rule + 1, or 0 for none
/// ```
public final class FlatWinners implements Winners {
    private final char[] services;
    private final int serviceCount;
    private final char[] winners;

    FlatWinners(char[] services, int serviceCount, char[] winners) {
        this.services = services;
        this.serviceCount = serviceCount;
        this.winners = winners;
    }

    @Override
    public int winner(int row, int service) {
        return winners[row * serviceCount + own(service)] - 1 & Winners.NONE;
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
        return (long) (services.length + winners.length) * Character.BYTES;
    }

    @Override
    public String toString() {
        return winners.length / serviceCount + " flat rows";
    }
}
