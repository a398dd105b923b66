package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

import static dev.sekisho.model.io.arm.expression.TemplateFunction.ANY;
import static dev.sekisho.model.io.arm.expression.TemplateFunction.lazy;
import static dev.sekisho.model.io.arm.expression.TemplateFunction.shallow;
import static dev.sekisho.model.io.arm.expression.TemplateFunction.strict;

/// Truth and comparison.
///
/// Sources: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical and
/// template-functions-comparison
final class LogicFunctions {
    static final List<TemplateFunction> ALL = List.of(
            lazy("and", 2, ANY, call -> all(call, true)),
            lazy("or", 2, ANY, call -> all(call, false)),
            shallow("not", 1, 1, call -> call.result(!call.truth(0))),
            lazy("if", 3, 3, LogicFunctions::choose),
            lazy("true", 0, 0, call -> call.result(true)),
            lazy("false", 0, 0, call -> call.result(false)),
            lazy("null", 0, 0, Call::nothing),
            shallow("bool", 1, 1, LogicFunctions::bool),
            lazy("coalesce", 1, ANY, LogicFunctions::coalesce),
            lazy("equals", 2, 2, LogicFunctions::equal),
            strict("less", 2, 2, call -> compare(call, order -> order < 0)),
            strict("lessOrEquals", 2, 2, call -> compare(call, order -> order <= 0)),
            strict("greater", 2, 2, call -> compare(call, order -> order > 0)),
            strict("greaterOrEquals", 2, 2, call -> compare(call, order -> order >= 0)));

    private LogicFunctions() {}

    /// `and` and `or`: the first argument that decides ends it; an unknown one leaves it open only if none decides.
    private static Value all(Call call, boolean neutral) {
        boolean open = false;
        for (int i = 0; i < call.count(); i++) {
            if (isUnknown(call.value(i))) {
                open = true;
            } else if (call.truth(i) != neutral) {
                return call.result(!neutral);
            }
        }
        return open ? call.unknown() : call.result(neutral);
    }

    // Only the branch that is taken is evaluated; what the other would refuse does not matter.
    private static Value choose(Call call) {
        if (!isUnknown(call.value(0))) {
            return call.value(call.truth(0) ? 1 : 2);
        }
        Value whenTrue = call.value(1);
        call.spend(whenTrue.size() / 8);
        return whenTrue.equals(call.value(2)) ? whenTrue : call.unknown();
    }

    private static Value coalesce(Call call) {
        for (int i = 0; i < call.count(); i++) {
            Value value = call.value(i);
            if (value instanceof Value.Unknown) {
                return i == call.count() - 1 ? value : call.unknown();
            }
            if (!(value instanceof Value.Nothing)) {
                return value;
            }
        }
        return call.nothing();
    }

    private static Value bool(Call call) {
        return switch (call.value(0)) {
            case Value.Truth truth -> truth;
            case Value.Whole(_, long number) -> call.result(number != 0);
            case Value.Text(_, String text) -> switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "1" -> call.result(true);
                case "false", "0" -> call.result(false);
                default -> throw call.refuse("cannot make a truth value of this text");
            };
            case Value _ -> throw call.wrong(0, "a text or a number");
        };
    }

    private static Value equal(Call call) {
        return Equality.of(call, call.value(0), call.value(1)).map(call::result).orElseGet(call::unknown);
    }

    private static Value compare(Call call, IntPredicate accepted) {
        int order = switch (call.value(0)) {
            case Value.Whole(_, long number) -> Long.compare(number, call.whole(1));
            case Value.Text(_, String text) -> text.compareTo(call.text(1));
            case Value _ -> throw call.wrong(0, "a number or a text");
        };
        return call.result(accepted.test(order));
    }

    private static boolean isUnknown(Value value) {
        return value instanceof Value.Unknown || value instanceof Value.Deployed;
    }
}
