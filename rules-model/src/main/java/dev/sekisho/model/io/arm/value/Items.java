package dev.sekisho.model.io.arm.value;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;
import java.util.Objects;

/// A list of values.
public final class Items implements Value {
    private final SourceLocation at;
    private final List<Value> items;
    private final int depth;
    private final long size;
    private final boolean known;

    private Items(SourceLocation at, List<Value> items) {
        this.at = Objects.requireNonNull(at);
        this.items = items;
        int deepest = 0;
        long sum = 1;
        boolean allKnown = true;
        for (Value item : items) {
            deepest = Math.max(deepest, item.depth());
            sum = Sizes.plus(sum, item.size());
            allKnown &= item.isKnown();
        }
        depth = 1 + deepest;
        size = sum;
        known = allKnown;
    }

    public static Items of(SourceLocation at, List<? extends Value> items) {
        return new Items(at, List.copyOf(items));
    }

    @Override
    public SourceLocation at() {
        return at;
    }

    public List<Value> items() {
        return items;
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isKnown() {
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Items that && size == that.size && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return Notation.expression(this);
    }
}
