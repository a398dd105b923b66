package dev.sekisho.model.io.arm.value;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.Objects;

/// What a template expression computes. Two values are equal when they say the same, wherever they come from.
///
/// Every value knows how deep it is and how large it would be written out in full, so that a value that shares its
/// parts many times over can be refused before anything walks through it.
public sealed interface Value permits Value.Text, Value.Whole, Value.Decimal, Value.Truth, Value.Nothing, Items,
        Members, Value.Unknown, Value.Deployed {
    /// Where the value was written, or where the expression that made it stands.
    SourceLocation at();

    /// A text.
    record Text(SourceLocation at, String text) implements Value {
        /// This many chars weigh as much as one value.
        private static final int CHARS = 16;

        public Text {
            Objects.requireNonNull(at);
            Objects.requireNonNull(text);
        }

        @Override
        public long size() {
            return 1 + text.length() / CHARS;
        }
    }

    /// A whole number; templates have 64 bits.
    record Whole(SourceLocation at, long number) implements Value {
        public Whole {
            Objects.requireNonNull(at);
        }
    }

    /// A number that is not whole or too large, as the file writes it. Expressions pass it on and do not compute with
    /// it.
    record Decimal(SourceLocation at, String number) implements Value {
        public Decimal {
            Objects.requireNonNull(at);
            Objects.requireNonNull(number);
        }
    }

    record Truth(SourceLocation at, boolean holds) implements Value {
        public Truth {
            Objects.requireNonNull(at);
        }
    }

    /// The value `null`.
    record Nothing(SourceLocation at) implements Value {
        public Nothing {
            Objects.requireNonNull(at);
        }
    }

    /// A value that only deployment will tell. Equal names mean the same value.
    ///
    /// @param name the expression that stands for it, such as `parameters('location')`; or, if it is a text of which
    ///        parts are known, that text: `${parameters('policy')}/platform`
    /// @param interpolated whether the name is such a text
    record Unknown(SourceLocation at, String name, boolean interpolated) implements Value {
        public Unknown {
            Objects.requireNonNull(at);
            Objects.requireNonNull(name);
        }

        /// An unknown called by its expression.
        public static Unknown of(SourceLocation at, String expression) {
            return new Unknown(at, Notation.shortened(expression), false);
        }

        /// Whether it is a text of which some character is known, and so certainly not empty.
        public boolean isCertainlyText() {
            return interpolated && TextParts.holdsKnownText(name);
        }

        /// How it stands inside of a longer text: `${parameters('policy')}`.
        public String asPart() {
            return interpolated ? name : "${" + name + "}";
        }

        @Override
        public boolean isKnown() {
            return false;
        }
    }

    /// What Azure will say about something that exists after deployment: some of it is declared, the rest unknown.
    /// Functions treat it as unknown; properties that are declared can be taken out of it.
    ///
    /// @param name the expression that stands for it, such as `reference('hub-firewall')`
    record Deployed(SourceLocation at, String name, Declared declared) implements Value {
        public Deployed {
            Objects.requireNonNull(at);
            Objects.requireNonNull(name);
            Objects.requireNonNull(declared);
        }

        /// The whole of it as an unknown.
        public Unknown asUnknown() {
            return Unknown.of(at, name);
        }

        @Override
        public boolean isKnown() {
            return false;
        }
    }

    /// Whether no part of it is unknown.
    default boolean isKnown() {
        return true;
    }

    /// How many levels of lists and objects it has; 0 for a single value.
    default int depth() {
        return 0;
    }

    /// About how many single values it has when it is written out in full.
    default long size() {
        return 1;
    }

    /// What to call this in a message.
    default String kind() {
        return switch (this) {
            case Text ignored -> "a text";
            case Whole ignored -> "a number";
            case Decimal ignored -> "a number that is not whole";
            case Truth ignored -> "a truth value";
            case Nothing ignored -> "null";
            case Items ignored -> "an array";
            case Members ignored -> "an object";
            case Unknown ignored -> "unknown before deployment";
            case Deployed ignored -> "unknown before deployment";
        };
    }
}
