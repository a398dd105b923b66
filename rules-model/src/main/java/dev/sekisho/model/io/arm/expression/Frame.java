package dev.sekisho.model.io.arm.expression;

import dev.sekisho.model.io.arm.value.Value;
import java.util.Objects;
import java.util.Optional;

/// What is known inside of lambdas and copy loops only: their variables and how far they have come, the innermost
/// first. Frames share what is outside of them.
public final class Frame {
    /// Outside of every lambda and loop.
    public static final Frame EMPTY = new Frame(Kind.LAMBDA, "", Optional.empty(), Optional.empty());

    private final Kind kind;
    private final String name;
    private final Optional<Value> value;
    private final Optional<Frame> outer;

    private enum Kind {
        LAMBDA, RESOURCE_COPY, VALUE_COPY
    }

    private Frame(Kind kind, String name, Optional<Value> value, Optional<Frame> outer) {
        this.kind = kind;
        this.name = name;
        this.value = value;
        this.outer = outer;
    }

    private Frame inside(Kind innerKind, String innerName, Value innerValue) {
        return new Frame(innerKind, Objects.requireNonNull(innerName), Optional.of(innerValue), Optional.of(this));
    }

    /// Inside of a lambda, where that variable has that value.
    public Frame lambda(String variable, Value variableValue) {
        return inside(Kind.LAMBDA, variable, variableValue);
    }

    /// Inside of a loop that makes resources.
    public Frame resourceCopy(String loop, Value index) {
        return inside(Kind.RESOURCE_COPY, loop, index);
    }

    /// Inside of a loop that makes the items of a property, variable or output.
    public Frame valueCopy(String loop, Value index) {
        return inside(Kind.VALUE_COPY, loop, index);
    }

    /// The value of a variable of a lambda.
    public Optional<Value> lambdaVariable(String variable) {
        for (Optional<Frame> at = Optional.of(this); at.isPresent(); at = at.get().outer) {
            if (at.get().kind == Kind.LAMBDA && at.get().name.equalsIgnoreCase(variable)
                    && at.get().value.isPresent()) {
                return at.get().value;
            }
        }
        return Optional.empty();
    }

    /// How far the loop of that name has come, from 0.
    public Optional<Value> copyIndex(String loop) {
        for (Optional<Frame> at = Optional.of(this); at.isPresent(); at = at.get().outer) {
            if (at.get().kind != Kind.LAMBDA && at.get().name.equalsIgnoreCase(loop)) {
                return at.get().value;
            }
        }
        return Optional.empty();
    }

    /// How far the loop has come that a call without a name means: that of the resource, and where there is none, the
    /// innermost.
    public Optional<Value> copyIndex() {
        Optional<Value> innermost = Optional.empty();
        for (Optional<Frame> at = Optional.of(this); at.isPresent(); at = at.get().outer) {
            if (at.get().kind == Kind.RESOURCE_COPY) {
                return at.get().value;
            }
            if (at.get().kind == Kind.VALUE_COPY && innermost.isEmpty()) {
                innermost = at.get().value;
            }
        }
        return innermost;
    }
}
