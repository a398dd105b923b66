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
            byName.put(Members.fold(entry.key().text()), new Lazy<>(() -> given(entry.value(), evaluate)));
        }
    }

    // What is given stands under "value"; the mapping around it may be the result of an expression.
    private static Value given(Node argument, Function<Node, Value> evaluate) {
        if (argument instanceof Node.Mapping mapping) {
            Optional<Node> value = Fields.get(mapping, "value");
            return value.map(evaluate).orElseGet(() -> without(NodeValues.literal(mapping)));
        }
        return switch (evaluate.apply(argument)) {
            case Members made -> made.get("value").orElseGet(() -> without(made));
            case Value.Nothing nothing -> nothing;
            case Value other -> Value.Unknown.of(argument.at(), Notation.access(Notation.expression(other),
                    new Value.Text(argument.at(), "value")));
        };
    }

    // A secret in a key vault, or something that only the deployment's tool knows.
    private static Value without(Value argument) {
        return argument instanceof Members empty && empty.count() == 0 ? new Value.Nothing(argument.at())
                : Value.Unknown.of(argument.at(), "the value of " + Notation.expression(argument));
    }

    /// The value of that parameter, if one is given; `circular` is what it is while it is being evaluated.
    Optional<Value> get(String name, Value circular) {
        return Optional.ofNullable(byName.get(Members.fold(name))).map(value -> value.get(() -> circular));
    }
}
