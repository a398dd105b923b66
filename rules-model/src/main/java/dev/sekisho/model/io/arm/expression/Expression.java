package dev.sekisho.model.io.arm.expression;

import java.util.List;
import java.util.Objects;

/// A parsed expression. Its `toString` is the expression as people write it.
public sealed interface Expression {

    /// A text in single quotes.
    record TextLiteral(String text) implements Expression {
        public TextLiteral {
            Objects.requireNonNull(text);
        }

        @Override
        public String toString() {
            return "'" + text.replace("'", "''") + "'";
        }
    }

    /// A whole number.
    record NumberLiteral(long number) implements Expression {
        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /// A function with its arguments; the name of a user's function holds its namespace: `contoso.uniqueName`.
    record Invocation(String function, List<Expression> arguments) implements Expression {
        public Invocation {
            Objects.requireNonNull(function);
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            StringBuilder out = new StringBuilder(function).append('(');
            for (int i = 0; i < arguments.size(); i++) {
                out.append(i == 0 ? "" : ", ").append(arguments.get(i));
            }
            return out.append(')').toString();
        }
    }

    /// A part of a value: `base.key`, `base['key']`, `base[0]`; when `safe`, `base.?key` or `base[?0]`, which gives
    /// `null` where there is no such part.
    record Access(Expression base, Expression key, boolean safe) implements Expression {
        public Access {
            Objects.requireNonNull(base);
            Objects.requireNonNull(key);
        }

        /// Whether a `null` in the base ends the whole chain quietly.
        boolean followsSafe() {
            return base instanceof Access inner && (inner.safe() || inner.followsSafe());
        }

        @Override
        public String toString() {
            return base + (safe ? "[?" : "[") + key + "]";
        }
    }
}
