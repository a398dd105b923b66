package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.value.Notation;
import dev.sekisho.model.io.arm.value.TextParts;
import dev.sekisho.model.io.arm.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import static dev.sekisho.model.io.arm.expression.TemplateFunction.ANY;
import static dev.sekisho.model.io.arm.expression.TemplateFunction.lazy;
import static dev.sekisho.model.io.arm.expression.TemplateFunction.shallow;
import static dev.sekisho.model.io.arm.expression.TemplateFunction.strict;

/// Texts. What also works on arrays (`concat`, `length`, `take`, `contains`, …) is among the [ArrayFunctions].
///
/// Source: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string
final class StringFunctions {
    /// The widest that `padLeft` makes a text.
    private static final int WIDEST = 10_000;

    static final List<TemplateFunction> ALL = List.of(
            shallow("toLower", 1, 1, call -> call.result(call.text(0).toLowerCase(Locale.ROOT))),
            shallow("toUpper", 1, 1, call -> call.result(call.text(0).toUpperCase(Locale.ROOT))),
            shallow("trim", 1, 1, call -> call.result(call.text(0).strip())),
            shallow("startsWith", 2, 2, call -> call.result(fold(call, 0).startsWith(fold(call, 1)))),
            shallow("endsWith", 2, 2, call -> call.result(fold(call, 0).endsWith(fold(call, 1)))),
            shallow("replace", 3, 3, StringFunctions::replace),
            strict("split", 2, 2, StringFunctions::split),
            lazy("join", 2, 2, StringFunctions::join),
            shallow("substring", 2, 3, StringFunctions::substring),
            shallow("padLeft", 2, 3, StringFunctions::padLeft),
            strict("string", 1, 1, StringFunctions::string),
            lazy("format", 1, ANY, CompositeFormat::apply));

    private StringFunctions() {}

    static String fold(Call call, int i) {
        return call.text(i).toLowerCase(Locale.ROOT);
    }

    private static Value replace(Call call) {
        String text = call.text(0);
        String old = call.text(1);
        if (old.isEmpty()) {
            throw call.refuse("cannot replace an empty text");
        }
        String with = call.text(2);
        long longest = (long) text.length() / old.length() * Math.max(with.length(), 1);
        call.requireRoom(longest + text.length());
        call.spend(longest / 16);
        return call.result(text.replace(old, with));
    }

    private static Value split(Call call) {
        String text = call.text(0);
        List<String> delimiters = call.value(1) instanceof Value.Text(_, String one) ? List.of(one)
                : call.items(1).stream().map(item -> {
                    if (item instanceof Value.Text(_, String delimiter)) {
                        return delimiter;
                    }
                    throw call.wrong(1, "a text or an array of texts");
                }).toList();
        List<Value> parts = new ArrayList<>();
        int start = 0;
        int position = 0;
        while (position < text.length()) {
            int length = matching(text, position, delimiters);
            if (length == 0) {
                position++;
            } else {
                parts.add(call.result(text.substring(start, position)));
                position += length;
                start = position;
            }
        }
        parts.add(call.result(text.substring(start)));
        call.spend(parts.size());
        return call.result(parts);
    }

    private static int matching(String text, int position, List<String> delimiters) {
        return delimiters.stream().filter(delimiter -> text.startsWith(delimiter, position)).mapToInt(String::length)
                .findFirst().orElse(0);
    }

    private static Value join(Call call) {
        Value list = call.value(0);
        if (list instanceof Value.Unknown || list instanceof Value.Deployed
                || !call.value(1).isKnown()) {
            return call.unknown();
        }
        String delimiter = call.text(1);
        TextParts parts = new TextParts();
        String separator = "";
        for (Value item : call.items(0)) {
            parts.add(separator);
            call.spend(item.size());
            if (!parts.add(item)) {
                throw call.refuse("needs an array of texts or numbers, but one item is " + item.kind());
            }
            separator = delimiter;
            call.requireRoom(parts.length());
        }
        call.spend(parts.length() / 16);
        return parts.at(call.at());
    }

    private static Value substring(Call call) {
        String text = call.text(0);
        int start = call.index(1);
        int length = call.count() == 3 ? call.index(2) : text.length() - start;
        if (start < 0 || length < 0 || (long) start + length > text.length()) {
            throw call.refuse("cannot take " + length + " characters from index " + start + " of a text of "
                    + text.length());
        }
        return call.result(text.substring(start, start + length));
    }

    private static Value padLeft(Call call) {
        String text = call.value(0) instanceof Value.Whole(_, long number) ? Long.toString(number) : call.text(0);
        int width = call.index(1);
        String with = call.count() == 3 ? call.text(2) : " ";
        if (with.length() != 1) {
            throw call.refuse("pads with one character, not with " + with.length());
        }
        if (width > WIDEST) {
            throw call.refuse("makes no text wider than " + WIDEST + " characters");
        }
        return call.result(with.repeat(Math.max(0, width - text.length())) + text);
    }

    private static Value string(Call call) {
        return call.result(TextParts.plain(call.value(0)).orElseGet(() -> {
            call.spend(call.value(0).size());
            return Notation.json(call.value(0));
        }));
    }
}
