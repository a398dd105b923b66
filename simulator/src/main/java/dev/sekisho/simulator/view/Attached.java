package dev.sekisho.simulator.view;

import dev.sekisho.model.term.ResourceRef;

/// Something that may be attached to a subnet.
public sealed interface Attached<T> {
    /// Nothing is attached.
    record Nothing<T>() implements Attached<T> {}

    /// Attached and described.
    record Described<T>(T resource) implements Attached<T> {}

    /// Attached, but the description does not hold it: what it says is not known.
    record Undescribed<T>(ResourceRef reference) implements Attached<T> {}
}
