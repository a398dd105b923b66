package dev.sekisho.simulator.compiled.rules.field;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// A set of values of one field, as the classes that lie in it. Immutable.
public final class ClassSet {
    /// The classes, ascending.
    private final int[] classes;

    private ClassSet(int[] classes) {
        this.classes = classes;
    }

    /// The set of these classes, in any order.
    public static ClassSet of(int... classes) {
        return new ClassSet(Arrays.stream(classes).sorted().distinct().toArray());
    }

    /// The set of the classes from 0 to `count - 1`.
    public static ClassSet all(int count) {
        return ofAscending(Partitions.upTo(count));
    }

    public static ClassSet ofAscending(int[] classes) {
        return new ClassSet(classes);
    }

    /// The number of classes.
    public int size() {
        return classes.length;
    }

    /// Returns the class at a place, in ascending order.
    public int at(int place) {
        return classes[place];
    }

    /// Visits every class, in ascending order.
    public void forEach(IntConsumer visitor) {
        for (int member : classes) {
            visitor.accept(member);
        }
    }

    /// Tells whether a class is in the set.
    public boolean contains(int member) {
        return Arrays.binarySearch(classes, member) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassSet that && Arrays.equals(classes, that.classes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(classes);
    }

    @Override
    public String toString() {
        return Arrays.toString(classes);
    }
}
