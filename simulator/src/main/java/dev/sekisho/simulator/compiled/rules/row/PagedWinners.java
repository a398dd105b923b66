package dev.sekisho.simulator.compiled.rules.row;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Winners folded as in [FoldedWinners], where the maps are many: they differ from each other in few places, so they come in
/// pages of 64 services, and pages that are alike are kept once. It takes one load more, and a small part of the memory.
///
/// ```text
/// rows     [row] = map << 32 | place in winners
/// pages    [map + services[service class] / 64] = place in maps
/// maps     [place + services[service class] % 64] = the how-many-th winner of the row      8 bits
/// winners  [place + …] = index of the rule, or NONE
/// ```
public final class PagedWinners implements Winners {
    private static final int PAGE_BITS = 6;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final long LOW = 0xffff_ffffL;

    private final char[] services;
    private final long[] rows;
    private final int[] pages;
    private final byte[] maps;
    private final int[] winners;

    private PagedWinners(char[] services, long[] rows, int[] pages, byte[] maps, int[] winners) {
        this.services = services;
        this.rows = rows;
        this.pages = pages;
        this.maps = maps;
        this.winners = winners;
    }

    /// @param serviceCount services of each map
    static PagedWinners of(char[] services, RowNumbers.Folded folded, int serviceCount) {
        int pagesOfMap = serviceCount + PAGE - 1 >>> PAGE_BITS;
        int[] pages = new int[folded.maps().length / serviceCount * pagesOfMap];
        byte[] maps = new byte[PAGE];
        Map<ByteBuffer, Integer> places = new HashMap<>();
        for (int page = 0; page < pages.length; page++) {
            int first = page % pagesOfMap << PAGE_BITS;
            int from = page / pagesOfMap * serviceCount + first;
            byte[] content = Arrays.copyOf(Arrays.copyOfRange(folded.maps(), from,
                    from + Math.min(PAGE, serviceCount - first)), PAGE);
            int next = places.size() << PAGE_BITS;
            pages[page] = places.computeIfAbsent(ByteBuffer.wrap(content), _ -> next);
            if (pages[page] == next) {
                maps = next < maps.length ? maps : Arrays.copyOf(maps, Math.multiplyExact(maps.length, 2));
                System.arraycopy(content, 0, maps, next, PAGE);
            }
        }
        long[] rows = Arrays.stream(folded.rows())
                .map(row -> (row >>> Integer.SIZE) / serviceCount * pagesOfMap << Integer.SIZE | row & LOW).toArray();
        return new PagedWinners(services, rows, pages, Arrays.copyOf(maps, places.size() << PAGE_BITS),
                folded.winners());
    }

    @Override
    public int winner(int row, int service) {
        return winner(rows[row], own(service));
    }

    private int winner(long row, int service) {
        int page = pages[(int) (row >>> Integer.SIZE) + (service >>> PAGE_BITS)];
        return winners[(int) row + (maps[page + (service & PAGE - 1)] & 0xff)];
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
        return (long) services.length * Character.BYTES + (long) rows.length * Long.BYTES
                + (long) pages.length * Integer.BYTES + maps.length + (long) winners.length * Integer.BYTES;
    }

    @Override
    public String toString() {
        return rows.length + " rows, " + (pages.length * Integer.BYTES + maps.length) + " bytes of maps in pages";
    }
}
