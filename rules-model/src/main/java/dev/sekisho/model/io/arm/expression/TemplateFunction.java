package dev.sekisho.model.io.arm.expression;

import dev.sekisho.model.io.arm.value.Items;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.Value;
import java.util.Objects;

/// One function of the template language.
///
/// @param name  as Microsoft's documentation writes it; letter case does not matter to callers
/// @param least the smallest number of arguments
/// @param most  the largest number of arguments
/// @param body  what it does once the number of arguments is right
public record TemplateFunction(String name, int least, int most, Body body) {
    /// As many arguments as one likes.
    public static final int ANY = Integer.MAX_VALUE;

    /// What a function makes of its arguments. It refuses with [Call#refuse] what Azure would refuse.
    @FunctionalInterface
    public interface Body {
        Value apply(Call call);
    }

    public TemplateFunction {
        Objects.requireNonNull(name);
        Objects.requireNonNull(body);
        if (least < 0 || most < least) {
            throw new IllegalArgumentException(name + " cannot have " + least + " to " + most + " arguments");
        }
    }

    /// A function that needs every part of its arguments: if any is unknown, so is the result.
    public static TemplateFunction strict(String name, int least, int most, Body body) {
        return new TemplateFunction(name, least, most, call -> {
            boolean known = true;
            for (int i = 0; i < call.count(); i++) {
                Value argument = call.value(i);
                known &= argument.isKnown();
                call.spend(argument.size() / 2);
            }
            return known ? body.apply(call) : call.unknown();
        });
    }

    /// A function that does not look into the parts of lists and objects: they may be unknown, the arguments not.
    public static TemplateFunction shallow(String name, int least, int most, Body body) {
        return new TemplateFunction(name, least, most, call -> {
            boolean known = true;
            for (int i = 0; i < call.count(); i++) {
                Value argument = call.value(i);
                known &= !(argument instanceof Value.Unknown || argument instanceof Value.Deployed);
                call.spend(weight(argument));
            }
            return known ? body.apply(call) : call.unknown();
        });
    }

    /// A function that asks for its arguments itself.
    public static TemplateFunction lazy(String name, int least, int most, Body body) {
        return new TemplateFunction(name, least, most, body);
    }

    private static long weight(Value argument) {
        return switch (argument) {
            case Items list -> list.items().size();
            case Members object -> object.count();
            case Value single -> single.size();
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
