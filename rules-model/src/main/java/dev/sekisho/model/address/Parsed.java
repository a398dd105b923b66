package dev.sekisho.model.address;

import java.util.Optional;
import java.util.function.Function;

/// What reading a text gave: the value, or what is wrong with the text.
///
/// One parser per notation returns this, so that the strict `parse` and the quiet `tryParse` of a type cannot
/// disagree, and so that a text which is not a value costs no exception.
sealed interface Parsed<T> {

    record Value<T>(T value) implements Parsed<T> {}

    record Problem<T>(String text) implements Parsed<T> {

        /// The same problem in a text that was to hold something else.
        <U> Problem<U> as() {
            return new Problem<>(text);
        }
    }

    static <T> Parsed<T> value(T value) {
        return new Value<>(value);
    }

    static <T> Parsed<T> problem(String text) {
        return new Problem<>(text);
    }

    /// The value, or an [IllegalArgumentException] that carries the problem.
    default T orThrow() {
        return switch (this) {
            case Value<T>(T value) -> value;
            case Problem<T>(String text) -> throw new IllegalArgumentException(text);
        };
    }

    default Optional<T> toOptional() {
        return switch (this) {
            case Value<T>(T value) -> Optional.of(value);
            case Problem<T> _ -> Optional.empty();
        };
    }

    default <U> Parsed<U> then(Function<? super T, Parsed<U>> next) {
        return switch (this) {
            case Value<T>(T value) -> next.apply(value);
            case Problem<T> problem -> problem.as();
        };
    }
}
