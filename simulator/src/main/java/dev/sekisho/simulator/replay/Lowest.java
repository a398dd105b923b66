package dev.sekisho.simulator.replay;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// The lowest of many values, so that no order in which they come makes a difference.
///
/// Belongs to one thread.
///
/// @param <T> what is compared
public final class Lowest<T extends Comparable<? super T>> {
    /// The most values that are kept.
    public static final int KEPT = 10;

    private final NavigableSet<T> values = new TreeSet<>();
    private boolean more;

    void add(T value) {
        values.add(value);
        if (values.size() > KEPT) {
            values.pollLast();
            more = true;
        }
    }

    void add(Lowest<T> other) {
        other.values.forEach(this::add);
        more |= other.more;
    }

    /// The values, lowest first.
    public List<T> values() {
        return List.copyOf(values);
    }

    /// Whether there were others.
    public boolean hasMore() {
        return more;
    }
}
