package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.value.TextParts;
import dev.sekisho.model.io.arm.value.Value;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The function `format`, which follows .NET's composite formatting: `{index[,width][:format]}`, and doubled braces for
/// themselves. Of the formats of numbers it knows `D`, `N`, `F`, `X` with a count of digits, and pictures such as `000`.
///
/// Source: learn.microsoft.com/dotnet/standard/base-types/composite-formatting
final class CompositeFormat {
    private static final Pattern HOLE = Pattern.compile("([0-9]{1,4}) *(?:, *(-?[0-9]{1,4}))? *(?::([^{}]*))?");
    private static final Pattern STANDARD = Pattern.compile("([DdNnFfXxGg])([0-9]{0,2})");
    private static final Pattern PICTURE = Pattern.compile("[0#,]{1,40}(\\.[0#]{1,40})?");

    private CompositeFormat() {}

    static Value apply(Call call) {
        if (!call.value(0).isKnown()) {
            return call.unknown();
        }
        String format = call.text(0);
        TextParts parts = new TextParts();
        int position = 0;
        while (position < format.length()) {
            call.requireRoom(parts.length());
            char c = format.charAt(position);
            if ((c == '{' || c == '}') && position + 1 < format.length() && format.charAt(position + 1) == c) {
                parts.add(Character.toString(c));
                position += 2;
            } else if (c == '{') {
                int end = format.indexOf('}', position);
                Matcher hole = HOLE.matcher(end < 0 ? "" : format.substring(position + 1, end));
                if (!hole.matches()) {
                    throw call.refuse("has a '{' that begins no place for an argument");
                }
                fill(call, hole, parts);
                position = end + 1;
            } else if (c == '}') {
                throw call.refuse("has a '}' that ends no place for an argument");
            } else {
                int next = position;
                while (next < format.length() && format.charAt(next) != '{' && format.charAt(next) != '}') {
                    next++;
                }
                parts.add(format.substring(position, next));
                position = next;
            }
        }
        return parts.at(call.at());
    }

    private static void fill(Call call, Matcher hole, TextParts parts) {
        int index = Integer.parseInt(hole.group(1));
        if (index + 1 >= call.count()) {
            throw call.refuse("has a place for argument " + index + ", but only " + (call.count() - 1)
                    + " are given");
        }
        Value value = call.value(index + 1);
        call.spend(value.size());
        String picture = hole.group(3) == null ? "" : hole.group(3);
        boolean plain = hole.group(2) == null && picture.isEmpty();
        if (plain || value instanceof Value.Unknown || value instanceof Value.Deployed) {
            if (!parts.add(value)) {
                throw call.refuse("cannot write " + value.kind() + " into a text");
            }
            return;
        }
        String text = formatted(call, value, picture);
        int width = hole.group(2) == null ? 0 : Integer.parseInt(hole.group(2));
        String blanks = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
        parts.add(width < 0 ? text + blanks : blanks + text);
    }

    private static String formatted(Call call, Value value, String picture) {
        if (value instanceof Value.Whole(_, long number) && !picture.isEmpty()) {
            return number(call, number, picture);
        }
        return TextParts.plain(value)
                .orElseThrow(() -> call.refuse("cannot write " + value.kind() + " into a text"));
    }

    private static String number(Call call, long number, String picture) {
        Matcher standard = STANDARD.matcher(picture);
        if (standard.matches()) {
            int digits = standard.group(2).isEmpty() ? -1 : Integer.parseInt(standard.group(2));
            return switch (Character.toUpperCase(standard.group(1).charAt(0))) {
                case 'D' -> (number < 0 ? "-" : "") + zeros(Long.toString(Math.abs(number)), digits);
                case 'X' -> {
                    String hex = zeros(Long.toHexString(number), digits);
                    yield standard.group(1).equals("X") ? hex.toUpperCase(Locale.ROOT) : hex;
                }
                case 'N' -> decimal(number, "#,##0", digits < 0 ? 2 : digits);
                case 'F' -> decimal(number, "0", digits < 0 ? 2 : digits);
                default -> Long.toString(number);
            };
        }
        if (PICTURE.matcher(picture).matches()) {
            return decimal(number, picture, 0);
        }
        throw call.refuse("knows no number format '" + picture + "'");
    }

    private static String zeros(String digits, int count) {
        return "0".repeat(Math.max(0, count - digits.length())) + digits;
    }

    private static String decimal(long number, String pattern, int fraction) {
        String picture = fraction == 0 ? pattern : pattern + "." + "0".repeat(fraction);
        return new DecimalFormat(picture, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(BigDecimal.valueOf(number));
    }
}
