package dev.sekisho.simulator.compiled.rules.field;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A number for every port, for each of some lines of ports.
///
/// Ports come in pages of 64, and pages that are alike are kept once, so that a few kilobytes in the core's first cache
/// serve in place of a table of all ports:
///
/// ```text
/// numbers[ pages[line + (port >>> 6)] + (port & 63) ]
/// ```
public final class PagedTable {
    private static final int PAGE_BITS = 6;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int PAGES = 1 << Character.SIZE - PAGE_BITS;

    private final int[] pages;
    private final int[] numbers;

    private PagedTable(int[] pages, int[] numbers) {
        this.pages = pages;
        this.numbers = numbers;
    }

    /// @param lines each a number for every port
    static PagedTable of(List<int[]> lines) {
        int[] pages = new int[lines.size() * PAGES];
        int[] numbers = new int[PAGE];
        Map<List<Integer>, Integer> places = new HashMap<>();
        for (int page = 0; page < pages.length; page++) {
            int[] line = lines.get(page / PAGES);
            int first = page % PAGES * PAGE;
            int next = places.size() * PAGE;
            int place = places.computeIfAbsent(Arrays.stream(line, first, first + PAGE).boxed().toList(), _ -> next);
            if (place == next) {
                numbers = next < numbers.length ? numbers : Arrays.copyOf(numbers, 2 * next);
                System.arraycopy(line, first, numbers, place, PAGE);
            }
            pages[page] = place;
        }
        return new PagedTable(pages, Arrays.copyOf(numbers, places.size() * PAGE));
    }

    /// Where a line begins.
    static int line(int number) {
        return number * PAGES;
    }

    int at(int line, int port) {
        return numbers[pages[line + (port >>> PAGE_BITS)] + (port & PAGE - 1)];
    }

    long bytes() {
        return (long) (pages.length + numbers.length) * Integer.BYTES;
    }
}
