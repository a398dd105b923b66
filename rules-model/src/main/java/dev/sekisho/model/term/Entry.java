package dev.sekisho.model.term;

import java.util.Optional;

/// One item of a list as the operator wrote it: a value that could be read, a value that only deployment will tell,
/// or text that Azure would refuse.
///
/// Rules are kept as written, because a template that Azure would reject must be reported, not lost, and because an
/// entry that cannot be known must make a verdict `Unknown` only where it matters.
///
/// @param <T> the type of a readable value, such as [AddressTerm]
public sealed interface Entry<T> {

    /// A value that was read.
    record Known<T>(T value) implements Entry<T> {
        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /// A value that is not known before deployment.
    ///
    /// @param name what stands for the value, such as `reference('fw').privateIPAddress` or `var.partner_cidr`
    record Unknown<T>(String name) implements Entry<T> {
        @Override
        public String toString() {
            return "<" + name + ">";
        }
    }

    /// Text that is not a valid value; a rule never matches by it.
    ///
    /// @param text what was written
    /// @param code the validation code, such as `RANGE_ORDER`
    /// @param reason why it is not valid, in plain words
    record Malformed<T>(String text, String code, String reason) implements Entry<T> {
        @Override
        public String toString() {
            return text;
        }
    }

    /// Returns an entry for a value that was read.
    static <T> Entry<T> of(T value) {
        return new Known<>(value);
    }

    /// Returns the value, or nothing where it is unknown or malformed.
    default Optional<T> known() {
        return switch (this) {
            case Known<T>(T value) -> Optional.of(value);
            case Unknown<T> _ -> Optional.empty();
            case Malformed<T> _ -> Optional.empty();
        };
    }
}
