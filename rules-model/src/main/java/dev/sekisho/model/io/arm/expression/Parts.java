package dev.sekisho.model.io.arm.expression;

import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.diagnostic.Suggestions;
import dev.sekisho.model.io.arm.value.Items;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.Notation;
import dev.sekisho.model.io.arm.value.Value;
import java.util.Optional;

/// Takes parts out of values: `base.key` and `base[0]`.
public final class Parts {
    private static final int LISTED = 5;
    private static final int COMPARED = 40;

    private Parts() {}

    /// The part of `base` that `key` names.
    ///
    /// @param safe whether a missing part is `null`
    /// @throws Refusal if there is no such part, and `safe` does not allow for that
    public static Value of(Value base, Value key, boolean safe, SourceLocation at) {
        return switch (base) {
            case Value.Unknown unknown -> Value.Unknown.of(at, Notation.access(Notation.expression(unknown), key));
            case Value.Deployed deployed -> ofDeployed(deployed, key, at);
            case Value.Nothing _ when safe -> base;
            case Value ignored when isUnknown(key) ->
                Value.Unknown.of(at, Notation.access(Notation.expression(base), key));
            case Members object when key instanceof Value.Text(_, String name) -> object.get(name)
                    .orElseGet(() -> missing(safe, at, "finds no property " + Quotation.of(name) + " here: "
                            + (object.count() == 0 ? "the object is empty"
                                    : "known are " + String.join(", ",
                                            Suggestions.nearest(name, object.members().stream()
                                                    .limit(COMPARED).map(Members.Member::name).toList()).stream()
                                                    .limit(LISTED).toList()))));
            case Items list when key instanceof Value.Whole(_, long index) -> index >= 0 && index < list.items().size()
                    ? list.items().get((int) index)
                    : missing(safe, at, "finds no item " + index + " in an array of " + list.items().size());
            case Value other -> missing(safe && other instanceof Value.Nothing, at, "cannot take "
                    + Notation.expression(key) + " out of " + other.kind());
        };
    }

    private static Value ofDeployed(Value.Deployed deployed, Value key, SourceLocation at) {
        Optional<Value> declared = switch (key) {
            case Value.Text(_, String name) -> deployed.declared().member(name);
            case Value.Whole(_, long index) -> deployed.declared().item(index);
            case Value _ -> Optional.empty();
        };
        return declared.orElseGet(() -> Value.Unknown.of(at, Notation.access(deployed.name(), key)));
    }

    private static boolean isUnknown(Value key) {
        return key instanceof Value.Unknown || key instanceof Value.Deployed;
    }

    private static Value missing(boolean safe, SourceLocation at, String problem) {
        if (safe) {
            return new Value.Nothing(at);
        }
        throw new Refusal(problem);
    }
}
