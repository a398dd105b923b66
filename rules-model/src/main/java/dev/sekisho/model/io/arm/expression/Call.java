package dev.sekisho.model.io.arm.expression;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.arm.value.Items;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.Notation;
import dev.sekisho.model.io.arm.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One call of a function: its arguments, evaluated when they are asked for and then kept.
public final class Call {
    private final Evaluator evaluator;
    private final Expression.Invocation invocation;
    private final SourceLocation at;
    private final Frame frame;
    private final List<Optional<Value>> values;

    Call(Evaluator evaluator, Expression.Invocation invocation, SourceLocation at, Frame frame) {
        this.evaluator = evaluator;
        this.invocation = invocation;
        this.at = at;
        this.frame = frame;
        this.values = new ArrayList<>(invocation.arguments().size());
        invocation.arguments().forEach(_ -> values.add(Optional.empty()));
    }

    /// Where the expression stands.
    public SourceLocation at() {
        return at;
    }

    /// The name of the function as the expression writes it.
    public String function() {
        return invocation.function();
    }

    public Frame frame() {
        return frame;
    }

    /// The number of arguments.
    public int count() {
        return values.size();
    }

    /// An argument, not evaluated.
    public Expression expression(int i) {
        return invocation.arguments().get(i);
    }

    /// The value of an argument.
    public Value value(int i) {
        Value value = values.get(i).orElseGet(() -> evaluate(expression(i), frame));
        values.set(i, Optional.of(value));
        return value;
    }

    /// The values of all arguments from that one on.
    public List<Value> values(int from) {
        List<Value> all = new ArrayList<>();
        for (int i = from; i < count(); i++) {
            all.add(value(i));
        }
        return all;
    }

    /// Evaluates an expression of this call in another frame.
    public Value evaluate(Expression expression, Frame inside) {
        return evaluator.evaluate(expression, at, inside);
    }

    /// An argument that must be a text.
    public String text(int i) {
        if (value(i) instanceof Value.Text(_, String text)) {
            return text;
        }
        throw wrong(i, "a text");
    }

    /// An argument that must be a whole number.
    public long whole(int i) {
        if (value(i) instanceof Value.Whole(_, long number)) {
            return number;
        }
        throw wrong(i, "a whole number");
    }

    /// An argument that must be a whole number as small as an index or a length.
    public int index(int i) {
        long number = whole(i);
        if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
            throw refuse("gets " + number + ", which is too large");
        }
        return (int) number;
    }

    /// An argument that must be a truth value.
    public boolean truth(int i) {
        if (value(i) instanceof Value.Truth(_, boolean holds)) {
            return holds;
        }
        throw wrong(i, "a truth value");
    }

    /// An argument that must be an array.
    public List<Value> items(int i) {
        if (value(i) instanceof Items list) {
            return list.items();
        }
        throw wrong(i, "an array");
    }

    /// An argument that must be an object.
    public Members members(int i) {
        if (value(i) instanceof Members object) {
            return object;
        }
        throw wrong(i, "an object");
    }

    /// What to throw when an argument is of the wrong kind.
    public Refusal wrong(int i, String expected) {
        return refuse("needs " + expected + " as argument " + (i + 1) + ", but that is " + value(i).kind());
    }

    /// What to throw when Azure would refuse the call.
    ///
    /// @param problem what is wrong, as a sentence that begins with the function: `needs …`
    public Refusal refuse(String problem) {
        return new Refusal(problem);
    }

    /// Counts work beyond that of looking at the arguments.
    public void spend(long steps) {
        evaluator.budget().spend(steps);
    }

    /// Refuses to make a text of that many chars if no template could hold it. Asked while the text grows.
    public void requireRoom(long chars) {
        if (chars > Budget.LONGEST_TEXT) {
            throw refuse("makes a text that is larger than a template can be");
        }
    }

    /// The result is unknown, and called by the function and the values of its arguments.
    public Value unknown() {
        List<Value> all = values(0);
        all.forEach(value -> spend(value.size()));
        return Value.Unknown.of(at, Notation.call(invocation.function(), all));
    }

    /// The result is unknown, and called by that expression.
    public Value unknown(String expression) {
        return Value.Unknown.of(at, expression);
    }

    public Value result(String text) {
        return new Value.Text(at, text);
    }

    public Value result(long number) {
        return new Value.Whole(at, number);
    }

    public Value result(boolean holds) {
        return new Value.Truth(at, holds);
    }

    public Value result(List<? extends Value> items) {
        return Items.of(at, items);
    }

    public Value resultOf(List<Members.Member> members) {
        return Members.of(at, members);
    }

    public Value nothing() {
        return new Value.Nothing(at);
    }
}
