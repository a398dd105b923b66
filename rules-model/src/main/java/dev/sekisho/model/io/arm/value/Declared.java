package dev.sekisho.model.io.arm.value;

import java.util.Optional;

/// The part of something deployed that is known beforehand. Parts may be computed when they are asked for.
@FunctionalInterface
public interface Declared {
    /// Nothing is known.
    Declared NOTHING = _ -> Optional.empty();

    /// The property of that name, whatever its letter case.
    Optional<Value> member(String name);

    /// The item of a list with that index from 0.
    default Optional<Value> item(long index) {
        return Optional.empty();
    }
}
