package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.Expression;
import dev.sekisho.model.io.arm.expression.Frame;
import dev.sekisho.model.io.arm.value.Value;
import java.util.ArrayList;
import java.util.List;

/// A lambda that stands as an argument of a call: `lambda('item', 'index', expression)`.
record Lambda(Call call, List<String> variables, Expression body) {
    Lambda {
        variables = List.copyOf(variables);
    }

    /// The lambda that argument `i` is, which must have `least` to `most` variables.
    static Lambda of(Call call, int i, int least, int most) {
        if (!(call.expression(i) instanceof Expression.Invocation(String function, List<Expression> arguments))
                || !function.equalsIgnoreCase("lambda") || arguments.isEmpty()) {
            throw call.refuse("needs a lambda as argument " + (i + 1));
        }
        List<String> variables = new ArrayList<>();
        for (Expression argument : arguments.subList(0, arguments.size() - 1)) {
            if (!(argument instanceof Expression.TextLiteral(String variable))) {
                throw call.refuse("needs a lambda whose variables are named by texts");
            }
            variables.add(variable);
        }
        if (variables.size() < least || variables.size() > most) {
            throw call.refuse("needs a lambda with " + least + (most > least ? " or " + most : "")
                    + (most == 1 ? " variable" : " variables") + " as argument " + (i + 1) + ", not with "
                    + variables.size());
        }
        return new Lambda(call, variables, arguments.getLast());
    }

    /// The value of the body where the variables have these values; values without a variable are left out.
    Value apply(Value... values) {
        Frame frame = call.frame();
        for (int i = 0; i < variables.size(); i++) {
            frame = frame.lambda(variables.get(i), values[i]);
        }
        return call.evaluate(body, frame);
    }
}
