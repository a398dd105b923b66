package dev.sekisho.model.io.terraform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The arguments of a resource type or of a block in it, and the properties that are always set beside them.
final class Block {
    private final SequencedMap<String, Argument> arguments = new LinkedHashMap<>();
    private final SequencedMap<String, String> constants = new LinkedHashMap<>();

    /// Adds an argument.
    Block with(String name, Argument argument) {
        if (arguments.put(name, argument) != null) {
            throw new IllegalArgumentException(name + " is there twice");
        }
        return this;
    }

    /// Adds arguments that set the property of the same name, in camel case, below `path`.
    Block same(String path, String... names) {
        for (String name : names) {
            with(name, Argument.to(path + camelCase(name)));
        }
        return this;
    }

    /// Adds arguments that do not decide what can be reached.
    Block left(String why, String... names) {
        for (String name : names) {
            with(name, new Argument.Left(why));
        }
        return this;
    }

    /// Adds arguments that may decide what can be reached but are not modelled.
    Block notModelled(String why, String... names) {
        for (String name : names) {
            with(name, new Argument.NotModelled(why));
        }
        return this;
    }

    /// Sets a property to the same text wherever the block stands.
    Block always(String path, String value) {
        constants.put(path, value);
        return this;
    }

    Optional<Argument> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    SequencedMap<String, Argument> arguments() {
        return arguments;
    }

    Map<String, String> constants() {
        return constants;
    }

    static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                i++;
                camel.append(i < name.length() ? Character.toUpperCase(name.charAt(i)) : '_');
            } else {
                camel.append(c);
            }
        }
        return camel.toString();
    }
}
