package dev.sekisho.model.io.environment;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.Scalars;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads the words of Azure's API, which compares them without regard to case.
final class AzureWords {
    private final Diagnostics diagnostics;

    AzureWords(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /// Returns the constant whose spelling the value has; another word is reported with the nearest first.
    <E> Optional<E> read(Fields fields, String key, E[] constants, Function<E, String> spelling) {
        return fields.scalar(key).flatMap(scalar -> read(scalar, "'" + key + "'", constants, spelling));
    }

    /// Returns the constants whose spelling the items of a list have.
    <E> List<E> readEach(Fields fields, String key, E[] constants, Function<E, String> spelling) {
        return fields.scalars(key).stream()
                .flatMap(item -> read(item, "an item of '" + key + "'", constants, spelling).stream()).toList();
    }

    private <E> Optional<E> read(Node.Scalar scalar, String name, E[] constants, Function<E, String> spelling) {
        Optional<E> found = Arrays.stream(constants)
                .filter(constant -> spelling.apply(constant).equalsIgnoreCase(scalar.text())).findFirst();
        if (found.isEmpty()) {
            Scalars.oneOf(scalar, name, Arrays.stream(constants).map(spelling).toList(), diagnostics);
        }
        return found;
    }
}
