package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.value.Items;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.Value;
import java.util.Optional;

/// Whether two values of which parts may be unknown are the same.
final class Equality {
    private Equality() {}

    /// Returns nothing if that depends on what is unknown. Texts differ by letter case.
    static Optional<Boolean> of(Call call, Value a, Value b) {
        call.spend(Math.min(a.size(), b.size()) / 4);
        return of(a, b);
    }

    private static Optional<Boolean> of(Value a, Value b) {
        if (a.equals(b)) {
            return Optional.of(true);
        }
        if (a instanceof Value.Deployed || b instanceof Value.Deployed) {
            return a instanceof Value.Nothing || b instanceof Value.Nothing ? Optional.of(false) : Optional.empty();
        }
        if (a instanceof Value.Unknown || b instanceof Value.Unknown) {
            return isTextAndNot(a, b) || isTextAndNot(b, a) ? Optional.of(false) : Optional.empty();
        }
        return switch (a) {
            case Items list when b instanceof Items other -> items(list, other);
            case Members object when b instanceof Members other -> members(object, other);
            case Value _ -> Optional.of(false);
        };
    }

    /// Whether one is a text of which some character is known, and the other no text or an empty one.
    private static boolean isTextAndNot(Value a, Value b) {
        return a instanceof Value.Unknown unknown && unknown.isCertainlyText() && switch (b) {
            case Value.Text(_, String text) -> text.isEmpty();
            case Value.Unknown _,Value.Deployed _ -> false;
            case Value _ -> true;
        };
    }

    private static Optional<Boolean> items(Items a, Items b) {
        if (a.items().size() != b.items().size()) {
            return Optional.of(false);
        }
        Optional<Boolean> all = Optional.of(true);
        for (int i = 0; i < a.items().size(); i++) {
            all = both(all, of(a.items().get(i), b.items().get(i)));
        }
        return all;
    }

    private static Optional<Boolean> members(Members a, Members b) {
        if (a.count() != b.count()) {
            return Optional.of(false);
        }
        Optional<Boolean> all = Optional.of(true);
        for (Members.Member member : a.members()) {
            all = both(all, b.get(member.name()).map(other -> of(member.value(), other)).orElse(Optional.of(false)));
        }
        return all;
    }

    private static Optional<Boolean> both(Optional<Boolean> a, Optional<Boolean> b) {
        if (a.equals(Optional.of(false)) || b.equals(Optional.of(false))) {
            return Optional.of(false);
        }
        return a.isEmpty() ? a : b;
    }
}
