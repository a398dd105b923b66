package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.value.Items;
import dev.sekisho.model.io.arm.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.LongBinaryOperator;

import static dev.sekisho.model.io.arm.expression.TemplateFunction.ANY;
import static dev.sekisho.model.io.arm.expression.TemplateFunction.strict;

/// Whole numbers.
///
/// Source: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric
final class NumberFunctions {
    /// Longer texts are no numbers that anybody meant.
    private static final int LONGEST_NUMBER = 40;

    static final List<TemplateFunction> ALL = List.of(
            strict("add", 2, 2, call -> of(call, Math::addExact)),
            strict("sub", 2, 2, call -> of(call, Math::subtractExact)),
            strict("mul", 2, 2, call -> of(call, Math::multiplyExact)),
            strict("div", 2, 2, call -> of(call, (a, b) -> a / b)),
            strict("mod", 2, 2, call -> of(call, (a, b) -> a % b)),
            strict("int", 1, 1, NumberFunctions::whole),
            strict("float", 1, 1, NumberFunctions::decimal),
            strict("min", 1, ANY, call -> extreme(call, Math::min)),
            strict("max", 1, ANY, call -> extreme(call, Math::max)));

    private NumberFunctions() {}

    private static Value of(Call call, LongBinaryOperator operator) {
        long a = call.whole(0);
        long b = call.whole(1);
        try {
            return call.result(operator.applyAsLong(a, b));
        } catch (ArithmeticException e) {
            throw call.refuse("cannot compute with " + a + " and " + b + ": the result is no number of 64 bits");
        }
    }

    private static Value whole(Call call) {
        String text = switch (call.value(0)) {
            case Value.Whole(_, long number) -> Long.toString(number);
            case Value.Text(_, String digits) -> digits.strip();
            case Value.Decimal(_, String number) -> number;
            case Value _ -> throw call.wrong(0, "a text or a number");
        };
        try {
            return call.result(text.length() > LONGEST_NUMBER ? Long.parseLong(text)
                    : new BigDecimal(text).toBigInteger().longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw call.refuse("cannot make a whole number of this");
        }
    }

    private static Value decimal(Call call) {
        return switch (call.value(0)) {
            case Value.Whole number -> number;
            case Value.Decimal number -> number;
            case Value.Text(_, String text) when text.length() <= LONGEST_NUMBER && text.strip().matches(
                    "-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?") ->
                new Value.Decimal(call.at(), text.strip());
            case Value _ -> throw call.refuse("cannot make a number of this");
        };
    }

    /// Of an array, or of all arguments.
    private static Value extreme(Call call, LongBinaryOperator choose) {
        List<Value> all = call.count() == 1 && call.value(0) instanceof Items list ? list.items() : call.values(0);
        return call.result(all.stream().mapToLong(value -> {
            if (value instanceof Value.Whole(_, long number)) {
                return number;
            }
            throw call.refuse("needs whole numbers, but one is " + value.kind());
        }).reduce(choose).orElseThrow(() -> call.refuse("needs at least one number")));
    }
}
