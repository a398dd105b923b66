package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.NodeValues;
import dev.sekisho.model.io.arm.value.Notation;
import dev.sekisho.model.io.arm.value.Value;
import dev.sekisho.model.io.tree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The values that are given to the parameters of one template.
final class Arguments {
    private final Map<String, Lazy<Value>> byName = new LinkedHashMap<>();

    private Arguments() {}

    /// Values from parameter files; a later file wins. What a file says is a value and never an expression.
    static Arguments of(List<Node> files, Diagnostics diagnostics) {
        Arguments arguments = new Arguments();
        for (Node file : files) {
            if (file instanceof Node.Mapping mapping) {
                arguments.addAll(Fields.mapping(mapping, "parameters").orElse(mapping), NodeValues::literal);
            } else {
                diagnostics.error("WRONG_TYPE", file.at(),
                        "a parameter file is a mapping, but this is " + file.kind(), "");
            }
        }
        return arguments;
    }

    /// Values that a deployment gives to the template nested in it, evaluated when they are asked for.
    static Arguments of(Optional<Node.Mapping> parameters, Function<Node, Value> evaluate) {
        Arguments arguments = new Arguments();
        parameters.ifPresent(mapping -> arguments.addAll(mapping, evaluate));
        return arguments;
    }

    private void addAll(Node.Mapping parameters, Function<Node, Value> evaluate) {
        for (Node.Entry entry : parameters.entries()) {
            if (!(entry.value() instanceof Node.Mapping given)) {
                continue;
            }
            String name = entry.key().text();
            Optional<Node> value = Fields.get(given, "value");
            Optional<Node> secret = Fields.get(given, "reference");
            if (value.isPresent()) {
                byName.put(Members.fold(name), new Lazy<>(() -> evaluate.apply(value.get())));
            } else if (secret.isPresent()) {
                byName.put(Members.fold(name), new Lazy<>(() -> Value.Unknown.of(secret.get().at(),
                        "the secret of " + Notation.expression(NodeValues.literal(secret.get())))));
            }
        }
    }

    /// The value of that parameter, if one is given; `circular` is what it is while it is being evaluated.
    Optional<Value> get(String name, Value circular) {
        return Optional.ofNullable(byName.get(Members.fold(name))).map(value -> value.get(() -> circular));
    }
}
