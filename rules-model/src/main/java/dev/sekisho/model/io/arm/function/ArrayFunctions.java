package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.value.Items;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.TextParts;
import dev.sekisho.model.io.arm.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import static dev.sekisho.model.io.arm.expression.TemplateFunction.ANY;
import static dev.sekisho.model.io.arm.expression.TemplateFunction.lazy;
import static dev.sekisho.model.io.arm.expression.TemplateFunction.shallow;

/// Arrays, and what works alike on arrays and texts.
///
/// Sources: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array and
/// template-functions-string
final class ArrayFunctions {
    /// The longest array that `range` makes.
    private static final int LONGEST_RANGE = 10_000;

    static final List<TemplateFunction> ALL = List.of(
            lazy("createArray", 0, ANY, call -> call.result(call.values(0))),
            shallow("array", 1, 1, call -> call.value(0) instanceof Items list ? list
                    : call.result(List.of(call.value(0)))),
            lazy("concat", 1, ANY, ArrayFunctions::concat),
            shallow("contains", 2, 2, ArrayFunctions::contains),
            lazy("empty", 1, 1, ArrayFunctions::empty),
            shallow("length", 1, 1, call -> call.result(length(call))),
            shallow("first", 1, 1, call -> end(call, true)),
            shallow("last", 1, 1, call -> end(call, false)),
            shallow("skip", 2, 2, ArrayFunctions::skip),
            shallow("take", 2, 2, ArrayFunctions::take),
            shallow("indexOf", 2, 2, call -> indexOf(call, false)),
            shallow("lastIndexOf", 2, 2, call -> indexOf(call, true)),
            shallow("flatten", 1, 1, ArrayFunctions::flatten),
            shallow("range", 2, 2, ArrayFunctions::range));

    private ArrayFunctions() {}

    private static boolean isUnknown(Value value) {
        return value instanceof Value.Unknown || value instanceof Value.Deployed;
    }

    // The first argument that is known tells whether texts or arrays are joined.
    private static Value concat(Call call) {
        Optional<Value> kind = call.values(0).stream().filter(value -> !isUnknown(value)).findFirst();
        if (kind.isPresent() && kind.get() instanceof Items) {
            List<Value> all = new ArrayList<>();
            for (int i = 0; i < call.count(); i++) {
                if (isUnknown(call.value(i))) {
                    return call.unknown();
                }
                call.spend(call.items(i).size());
                all.addAll(call.items(i));
            }
            return call.result(all);
        }
        TextParts parts = new TextParts();
        for (int i = 0; i < call.count(); i++) {
            call.spend(call.value(i).size());
            if (!parts.add(call.value(i))) {
                throw call.wrong(i, "a text");
            }
            call.requireRoom(parts.length());
        }
        return call.count() == 1 && isUnknown(call.value(0)) ? call.value(0) : parts.at(call.at());
    }

    private static Value contains(Call call) {
        return switch (call.value(0)) {
            case Value.Text(_, String text) -> call.result(text.contains(TextParts.plain(call.value(1))
                    .orElseThrow(() -> call.wrong(1, "a text"))));
            case Members object -> call.result(object.get(TextParts.plain(call.value(1))
                    .orElseThrow(() -> call.wrong(1, "a text"))).isPresent());
            case Items list -> contains(call, list.items());
            case Value _ -> throw call.wrong(0, "a text, an array or an object");
        };
    }

    private static Value contains(Call call, List<Value> items) {
        boolean open = false;
        for (Value item : items) {
            Optional<Boolean> same = Equality.of(call, item, call.value(1));
            if (same.equals(Optional.of(true))) {
                return call.result(true);
            }
            open |= same.isEmpty();
        }
        return open ? call.unknown() : call.result(false);
    }

    private static Value empty(Call call) {
        if (isUnknown(call.value(0))) {
            return call.value(0) instanceof Value.Unknown unknown && unknown.isCertainlyText() ? call.result(false)
                    : call.unknown();
        }
        return call.result(call.value(0) instanceof Value.Nothing || length(call) == 0);
    }

    private static long length(Call call) {
        return switch (call.value(0)) {
            case Value.Text(_, String text) -> text.length();
            case Items list -> list.items().size();
            case Members object -> object.count();
            case Value _ -> throw call.wrong(0, "a text, an array or an object");
        };
    }

    private static Value end(Call call, boolean first) {
        return switch (call.value(0)) {
            case Value.Text(_, String text) -> call.result(text.isEmpty() ? ""
                    : first ? text.substring(0, 1) : text.substring(text.length() - 1));
            case Items list when list.items().isEmpty() -> call.nothing();
            case Items list -> first ? list.items().getFirst() : list.items().getLast();
            case Value _ -> throw call.wrong(0, "a text or an array");
        };
    }

    private static Value skip(Call call) {
        return switch (call.value(0)) {
            case Value.Text(_, String text) -> call.result(text.substring(bounded(call, text.length())));
            case Items list -> call.result(list.items().subList(bounded(call, list.items().size()),
                    list.items().size()));
            case Value _ -> throw call.wrong(0, "a text or an array");
        };
    }

    private static Value take(Call call) {
        return switch (call.value(0)) {
            case Value.Text(_, String text) -> call.result(text.substring(0, bounded(call, text.length())));
            case Items list -> call.result(list.items().subList(0, bounded(call, list.items().size())));
            case Value _ -> throw call.wrong(0, "a text or an array");
        };
    }

    private static int bounded(Call call, int length) {
        return (int) Math.clamp(call.whole(1), 0, (long) length);
    }

    // In texts letter case does not matter, in arrays it does.
    private static Value indexOf(Call call, boolean last) {
        if (call.value(0) instanceof Items list) {
            if (!list.isKnown() || !call.value(1).isKnown()) {
                return call.unknown();
            }
            call.spend(list.size() / 8);
            return call.result(last ? list.items().lastIndexOf(call.value(1)) : list.items().indexOf(call.value(1)));
        }
        String text = StringFunctions.fold(call, 0);
        String part = StringFunctions.fold(call, 1);
        return call.result(last ? text.lastIndexOf(part) : text.indexOf(part));
    }

    private static Value flatten(Call call) {
        List<Value> all = new ArrayList<>();
        for (Value item : call.items(0)) {
            switch (item) {
                case Items list -> {
                    call.spend(list.items().size());
                    all.addAll(list.items());
                }
                case Value.Unknown _,Value.Deployed _ -> {
                    return call.unknown();
                }
                case Value _ -> throw call.refuse("needs an array of arrays, but one item is " + item.kind());
            }
        }
        return call.result(all);
    }

    private static Value range(Call call) {
        long start = call.whole(0);
        long count = call.whole(1);
        if (count < 0 || count > LONGEST_RANGE || start + count > Integer.MAX_VALUE || start < Integer.MIN_VALUE) {
            throw call.refuse("makes 0 to " + LONGEST_RANGE + " numbers of 32 bits, not " + count + " from " + start);
        }
        call.spend(count);
        return call.result(LongStream.range(start, start + count).mapToObj(call::result).toList());
    }
}
