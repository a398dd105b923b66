package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.Expression;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.Notation;
import dev.sekisho.model.io.arm.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes a call whose lambdas could not be applied. What in a lambda does not depend on its variables is written as its
/// value, so that the same text in another template or loop gives another name where it means something else.
final class LambdaNotation {
    private final Call call;

    private LambdaNotation(Call call) {
        this.call = call;
    }

    /// The name of the unknown that the call is.
    static String of(Call call) {
        LambdaNotation notation = new LambdaNotation(call);
        StringBuilder name = new StringBuilder(call.function()).append('(');
        for (int i = 0; i < call.count(); i++) {
            name.append(i == 0 ? "" : ", ").append(notation.write(call.expression(i), Set.of()));
        }
        call.spend(name.length() / 16);
        return name.append(')').toString();
    }

    private String write(Expression expression, Set<String> bound) {
        if (!dependsOn(expression, bound)) {
            Value value = call.evaluate(expression, call.frame());
            call.spend(value.size());
            return Notation.expression(value);
        }
        return switch (expression) {
            case Expression.Access(Expression base, Expression key, boolean safe) ->
                write(base, bound) + (safe ? "[?" : "[") + write(key, bound) + "]";
            case Expression.Invocation(String function, List<Expression> arguments) when is(function,
                    "lambdaVariables") ->
                expression.toString();
            case Expression.Invocation(String function, List<Expression> arguments) when is(function, "lambda") -> {
                Set<String> inside = variables(arguments, bound);
                yield "lambda(" + arguments.stream().map(argument -> write(argument, inside))
                        .collect(Collectors.joining(", ")) + ")";
            }
            case Expression.Invocation(String function, List<Expression> arguments) ->
                function + "(" + arguments.stream().map(argument -> write(argument, bound))
                        .collect(Collectors.joining(", ")) + ")";
            case Expression.TextLiteral text -> text.toString();
            case Expression.NumberLiteral number -> number.toString();
        };
    }

    /// Whether the expression is a lambda, or its value depends on those variables.
    private static boolean dependsOn(Expression expression, Set<String> bound) {
        return switch (expression) {
            case Expression.Access(Expression base, Expression key, boolean safe) ->
                dependsOn(base, bound) || dependsOn(key, bound);
            case Expression.Invocation(String function, List<Expression> arguments) when is(function,
                    "lambdaVariables") ->
                arguments.isEmpty() || !(arguments.getFirst() instanceof Expression.TextLiteral(String variable))
                        || bound.contains(Members.fold(variable));
            case Expression.Invocation(String function, List<Expression> arguments) ->
                is(function, "lambda") || arguments.stream().anyMatch(argument -> dependsOn(argument, bound));
            case Expression.TextLiteral _,Expression.NumberLiteral _ -> false;
        };
    }

    private static Set<String> variables(List<Expression> arguments, Set<String> bound) {
        Set<String> all = new HashSet<>(bound);
        for (Expression argument : arguments) {
            if (argument instanceof Expression.TextLiteral(String variable)) {
                all.add(Members.fold(variable));
            }
        }
        return all;
    }

    private static boolean is(String function, String name) {
        return function.equalsIgnoreCase(name);
    }
}
