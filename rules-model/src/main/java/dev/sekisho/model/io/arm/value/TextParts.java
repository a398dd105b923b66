package dev.sekisho.model.io.arm.value;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.Optional;

/// Joins texts. When one of them is unknown, so is the whole, called by its known and unknown parts:
/// `${parameters('policy')}/platform`. The same parts give the same name, however they were joined.
public final class TextParts {
    private final StringBuilder text = new StringBuilder();
    private boolean known = true;

    /// Adds a known text.
    public TextParts add(String part) {
        text.append(part);
        return this;
    }

    /// Adds a value as a text.
    ///
    /// @return whether the value can be a part of a text: lists and objects cannot
    public boolean add(Value value) {
        switch (value) {
            case Value.Unknown unknown -> {
                known = false;
                text.append(unknown.asPart());
            }
            case Value.Deployed deployed -> {
                known = false;
                text.append(deployed.asUnknown().asPart());
            }
            case Value single -> {
                Optional<String> part = plain(single);
                part.ifPresent(text::append);
                return part.isPresent();
            }
        }
        return true;
    }

    /// How many chars it has so far.
    public int length() {
        return text.length();
    }

    /// The whole text, or the unknown that stands for it.
    public Value at(SourceLocation at) {
        return known ? new Value.Text(at, text.toString())
                : new Value.Unknown(at, Notation.shortened(text.toString(), Notation.LONGEST_TEXT), true);
    }

    /// Whether the name of a text with unknown parts holds a character that is known.
    static boolean holdsKnownText(String name) {
        int depth = 0;
        for (int i = 0; i < name.length(); i++) {
            if (depth == 0 && !name.startsWith("${", i)) {
                return true;
            }
            char c = name.charAt(i);
            i += depth == 0 ? 1 : 0;
            depth += depth == 0 || c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return false;
    }

    /// A single known value as a text: truth values are written `True` and `False` as .NET does, `null` is empty.
    public static Optional<String> plain(Value value) {
        return switch (value) {
            case Value.Text(_, String text) -> Optional.of(text);
            case Value.Whole(_, long number) -> Optional.of(Long.toString(number));
            case Value.Decimal(_, String number) -> Optional.of(number);
            case Value.Truth(_, boolean holds) -> Optional.of(holds ? "True" : "False");
            case Value.Nothing _ -> Optional.of("");
            case Items _,Members _,Value.Unknown _,Value.Deployed _ -> Optional.empty();
        };
    }
}
