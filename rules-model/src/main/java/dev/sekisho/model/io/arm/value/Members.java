package dev.sekisho.model.io.arm.value;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// An object: named values in the order of their names' first appearance. Letter case does not tell names apart.
public final class Members implements Value {
    private final SourceLocation at;
    private final Map<String, Member> byName;
    private final int depth;
    private final long size;
    private final boolean known;

    /// One property of an object; `at` is the place of its name.
    public record Member(SourceLocation at, String name, Value value) {
        public Member {
            Objects.requireNonNull(at);
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }

        /// A property whose name stands where its value does.
        public static Member of(String name, Value value) {
            return new Member(value.at(), name, value);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Member that && name.equalsIgnoreCase(that.name) && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    private Members(SourceLocation at, Map<String, Member> byName) {
        this.at = Objects.requireNonNull(at);
        this.byName = byName;
        int deepest = 0;
        long sum = 1;
        boolean allKnown = true;
        for (Member member : byName.values()) {
            deepest = Math.max(deepest, member.value().depth());
            sum = Sizes.plus(sum, 1 + member.value().size());
            allKnown &= member.value().isKnown();
        }
        depth = 1 + deepest;
        size = sum;
        known = allKnown;
    }

    /// An object of those members; where a name appears twice the last value counts.
    public static Members of(SourceLocation at, Collection<Member> members) {
        Map<String, Member> byName = LinkedHashMap.newLinkedHashMap(members.size());
        members.forEach(member -> byName.put(fold(member.name()), member));
        return new Members(at, byName);
    }

    public static Members of(SourceLocation at, Member... members) {
        return of(at, List.of(members));
    }

    /// A name without the difference of letter case.
    public static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public SourceLocation at() {
        return at;
    }

    public Collection<Member> members() {
        return Collections.unmodifiableCollection(byName.values());
    }

    public Optional<Value> get(String name) {
        return Optional.ofNullable(byName.get(fold(name))).map(Member::value);
    }

    public int count() {
        return byName.size();
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
        return other instanceof Members that && size == that.size && byName.equals(that.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    @Override
    public String toString() {
        return Notation.expression(this);
    }
}
