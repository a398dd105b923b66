package dev.sekisho.simulator.exact.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// An immutable set of numbers from 0 up, held as ranges in ascending order, no two of which overlap or touch.
public final class IndexSet {
    /// No number.
    public static final IndexSet EMPTY = new IndexSet(new int[0]);

    /// First and last number of each range, one behind the other.
    private final int[] bounds;

    private IndexSet(int[] bounds) {
        this.bounds = bounds;
    }

    /// The numbers from `first` to `last`; empty where `last` comes before `first`.
    public static IndexSet range(int first, int last) {
        return last < first ? EMPTY : new IndexSet(new int[]{first, last});
    }

    /// The set of one number.
    public static IndexSet of(int index) {
        return range(index, index);
    }

    /// The numbers from 0 to 63 whose bits are set.
    public static IndexSet ofBits(long bits) {
        Builder builder = new Builder();
        for (long left = bits; left != 0; left &= left - 1) {
            int index = Long.numberOfTrailingZeros(left);
            builder.add(index, index);
        }
        return builder.build();
    }

    /// The numbers that are in any of `sets`.
    public static IndexSet unionOf(List<IndexSet> sets) {
        if (sets.size() == 1) {
            return sets.getFirst();
        }
        int count = 0;
        for (IndexSet set : sets) {
            count += set.rangeCount();
        }
        long[] ranges = new long[count];
        int place = 0;
        for (IndexSet set : sets) {
            for (int i = 0; i < set.bounds.length; i += 2) {
                ranges[place++] = (long) set.bounds[i] << 32 | set.bounds[i + 1];
            }
        }
        Arrays.sort(ranges);
        Builder builder = new Builder();
        for (long range : ranges) {
            builder.add((int) (range >> 32), (int) range);
        }
        return builder.build();
    }

    /// Collects ranges that come in ascending order of their first numbers.
    static final class Builder {
        private int[] bounds = new int[8];
        private int size;

        void add(int first, int last) {
            if (last < first) {
                return;
            }
            if (size > 0 && first <= bounds[size - 1] + 1) {
                bounds[size - 1] = Math.max(bounds[size - 1], last);
                return;
            }
            if (size == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * size);
            }
            bounds[size++] = first;
            bounds[size++] = last;
        }

        IndexSet build() {
            return size == 0 ? EMPTY : new IndexSet(Arrays.copyOf(bounds, size));
        }
    }

    public int rangeCount() {
        return bounds.length / 2;
    }

    /// The first number of the range at a place.
    public int first(int place) {
        return bounds[2 * place];
    }

    /// The last number of the range at a place.
    public int last(int place) {
        return bounds[2 * place + 1];
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    /// The number of numbers.
    public int size() {
        int size = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            size += bounds[i + 1] - bounds[i] + 1;
        }
        return size;
    }

    public boolean contains(int index) {
        int low = 0;
        int high = rangeCount() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (index > last(middle)) {
                low = middle + 1;
            } else if (index < first(middle)) {
                high = middle - 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /// A number of the set by its place in it, from 0 up.
    public int at(int place) {
        int left = place;
        int range = 0;
        while (left > last(range) - first(range)) {
            left -= last(range) - first(range) + 1;
            range++;
        }
        return first(range) + left;
    }

    public IndexSet union(IndexSet other) {
        return unionOf(List.of(this, other));
    }

    public IndexSet intersection(IndexSet other) {
        if (other == this) {
            return this;
        }
        Builder common = new Builder();
        int i = 0;
        int j = 0;
        while (i < bounds.length && j < other.bounds.length) {
            common.add(Math.max(bounds[i], other.bounds[j]), Math.min(bounds[i + 1], other.bounds[j + 1]));
            if (bounds[i + 1] < other.bounds[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return common.build();
    }

    /// The numbers of this set that are not in `other`.
    public IndexSet difference(IndexSet other) {
        Builder kept = new Builder();
        int j = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            int from = bounds[i];
            while (j < other.bounds.length && other.bounds[j + 1] < from) {
                j += 2;
            }
            for (int k = j; k < other.bounds.length && other.bounds[k] <= bounds[i + 1]; k += 2) {
                kept.add(from, other.bounds[k] - 1);
                from = other.bounds[k + 1] + 1;
            }
            kept.add(from, bounds[i + 1]);
        }
        return kept.build();
    }

    public boolean containsAll(IndexSet other) {
        int i = 0;
        for (int j = 0; j < other.bounds.length; j += 2) {
            while (i < bounds.length && bounds[i + 1] < other.bounds[j]) {
                i += 2;
            }
            if (i == bounds.length || bounds[i] > other.bounds[j] || bounds[i + 1] < other.bounds[j + 1]) {
                return false;
            }
        }
        return true;
    }

    public boolean overlaps(IndexSet other) {
        int i = 0;
        int j = 0;
        while (i < bounds.length && j < other.bounds.length) {
            if (bounds[i + 1] < other.bounds[j]) {
                i += 2;
            } else if (other.bounds[j + 1] < bounds[i]) {
                j += 2;
            } else {
                return true;
            }
        }
        return false;
    }

    /// The numbers in ascending order.
    public IntStream stream() {
        return IntStream.range(0, rangeCount()).flatMap(i -> IntStream.rangeClosed(first(i), last(i)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexSet set && Arrays.equals(bounds, set.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    /// The ranges, such as `0-3, 7`.
    @Override
    public String toString() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < rangeCount(); i++) {
            texts.add(first(i) == last(i) ? "" + first(i) : first(i) + "-" + last(i));
        }
        return texts.isEmpty() ? "none" : String.join(", ", texts);
    }
}
