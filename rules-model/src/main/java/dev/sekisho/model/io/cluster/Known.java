package dev.sekisho.model.io.cluster;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.Suggestions;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.Scalars;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Words that must be known: constants of an enum and ids of the catalogue.
final class Known {
    private static final int SHOWN = 12;

    private Known() {}

    /// Reads one of the constants of an enum by the text that files use.
    static <E extends Enum<E>> Optional<E> constant(Fields fields, String key, Class<E> type,
            Function<E, String> text, Diagnostics diagnostics) {
        return fields.scalar(key).flatMap(scalar -> constant(scalar, "'" + key + "'", type, text, diagnostics));
    }

    static <E extends Enum<E>> Optional<E> constant(Node.Scalar scalar, String name, Class<E> type,
            Function<E, String> text, Diagnostics diagnostics) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        return Scalars.oneOf(scalar, name, constants.stream().map(text).toList(), diagnostics)
                .flatMap(word -> constants.stream().filter(constant -> text.apply(constant).equals(word)).findFirst());
    }

    /// Reads an id that must be among the known ones; others are reported with the nearest first.
    ///
    /// @param listing the command that lists all
    static Optional<String> word(Node.Scalar scalar, String what, Collection<String> known, String listing,
            Diagnostics diagnostics) {
        if (known.contains(scalar.text())) {
            return Optional.of(scalar.text());
        }
        diagnostics.error("UNKNOWN_" + what.toUpperCase(Locale.ROOT).replace(' ', '_'), scalar.at(),
                "there is no " + what + " " + Quotation.of(scalar.text()),
                Suggestions.advice(scalar.text(), "known, nearest first", known, SHOWN) + "; '" + listing
                        + "' shows all");
        return Optional.empty();
    }
}
