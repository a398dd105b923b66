package dev.sekisho.simulator.validate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Finds the items of a list that share something with an earlier one.
final class Repeated {
    private Repeated() {}

    /// Returns every item whose key an earlier item has too.
    static <T> List<T> by(Function<T, ?> key, List<? extends T> items) {
        Set<Object> seen = new HashSet<>();
        List<T> repeated = new ArrayList<>();
        for (T item : items) {
            if (!seen.add(key.apply(item))) {
                repeated.add(item);
            }
        }
        return repeated;
    }
}
