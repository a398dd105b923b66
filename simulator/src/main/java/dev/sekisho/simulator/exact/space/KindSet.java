package dev.sekisho.simulator.exact.space;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An immutable set of kinds, a bit for each. Regions are compared by their kinds more often than by anything else, so there
/// is one object for each set.
final class KindSet extends AbstractSet<FlowKind> {
    private static final FlowKind[] KINDS = FlowKind.values();
    private static final KindSet[] ALL = new KindSet[1 << KINDS.length];

    static {
        Arrays.setAll(ALL, KindSet::new);
    }

    private final int bits;
    private final List<FlowKind> members;
    private final int hash;

    private KindSet(int bits) {
        this.bits = bits;
        this.members = Arrays.stream(KINDS).filter(kind -> (bits >> kind.ordinal() & 1) == 1).toList();
        this.hash = members.stream().mapToInt(FlowKind::hashCode).sum();
    }

    static KindSet of(Set<FlowKind> kinds) {
        if (kinds instanceof KindSet set) {
            return set;
        }
        int bits = 0;
        for (FlowKind kind : kinds) {
            bits |= 1 << kind.ordinal();
        }
        return ALL[bits];
    }

    int bits() {
        return bits;
    }

    boolean overlaps(KindSet other) {
        return (bits & other.bits) != 0;
    }

    @Override
    public boolean contains(@Nullable Object object) {
        return object instanceof FlowKind kind && (bits >> kind.ordinal() & 1) == 1;
    }

    @Override
    public boolean containsAll(Collection<?> others) {
        return others instanceof KindSet set ? (set.bits & ~bits) == 0 : super.containsAll(others);
    }

    @Override
    public Iterator<FlowKind> iterator() {
        return members.iterator();
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KindSet set ? this == set : super.equals(other);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
