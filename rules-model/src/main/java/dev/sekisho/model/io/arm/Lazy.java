package dev.sekisho.model.io.arm;

import java.util.Optional;
import java.util.function.Supplier;

/// A value that is computed when it is first asked for. Not safe for use by several threads at once.
final class Lazy<T> {
    private final Supplier<T> compute;
    private Optional<T> value = Optional.empty();
    private boolean running;

    Lazy(Supplier<T> compute) {
        this.compute = compute;
    }

    /// Returns the value, or what `circular` gives if it is asked for while it is being computed.
    T get(Supplier<T> circular) {
        if (value.isPresent()) {
            return value.get();
        }
        if (running) {
            return circular.get();
        }
        running = true;
        try {
            T computed = compute.get();
            value = Optional.of(computed);
            return computed;
        } finally {
            running = false;
        }
    }
}
