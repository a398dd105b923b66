package dev.sekisho.model.io.arm.value;

import dev.sekisho.model.io.arm.value.Members.Member;
import java.util.List;

/// Values written as text: as JSON, and as they stand inside of the name of an unknown.
public final class Notation {
    /// A longer name is cut and marked with a number that is made of the whole of it.
    public static final int LONGEST_NAME = 240;

    /// A text with unknown parts, such as a resource id, is cut later: its parts have been cut already.
    public static final int LONGEST_TEXT = 4_000;

    private static final int KEPT = 200;

    private Notation() {}

    /// The value as compact JSON, which is what `string()` makes of arrays and objects. Unknowns are written as in
    /// [#expression].
    public static String json(Value value) {
        StringBuilder out = new StringBuilder();
        write(value, true, out);
        return out.toString();
    }

    /// The value as in an expression: texts in single quotes, unknowns by their name.
    public static String expression(Value value) {
        StringBuilder out = new StringBuilder();
        write(value, false, out);
        return out.toString();
    }

    /// The name of what a function makes of these arguments: `split(parameters('ranges'), ',')`.
    public static String call(String function, List<Value> arguments) {
        StringBuilder out = new StringBuilder(function).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            write(arguments.get(i), false, out);
        }
        return out.append(')').toString();
    }

    /// The name of a part of something: `reference('fw').ipConfigurations[0]`.
    public static String access(String base, Value key) {
        return base + switch (key) {
            case Value.Text(_, String name) when isName(name) -> "." + name;
            case Value other -> "[" + expression(other) + "]";
        };
    }

    /// A name that is short enough to be read, and still differs from every other.
    static String shortened(String name) {
        return shortened(name, LONGEST_NAME);
    }

    static String shortened(String name, int longest) {
        return name.length() <= longest ? name
                : name.substring(0, longest - LONGEST_NAME + KEPT) + "…#" + Long.toHexString(fingerprint(name));
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || c == '_')
                && !Character.isDigit(text.charAt(0));
    }

    // FNV-1a, 64 bits: names that differ must stay different, and the same name must always be cut alike.
    private static long fingerprint(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static void write(Value value, boolean json, StringBuilder out) {
        switch (value) {
            case Value.Text(_, String text) when json -> quoted(text, out);
            case Value.Text(_, String text) -> out.append('\'').append(text.replace("'", "''")).append('\'');
            case Value.Whole(_, long number) -> out.append(number);
            case Value.Decimal(_, String number) -> out.append(number);
            case Value.Truth(_, boolean holds) -> out.append(holds).append(json ? "" : "()");
            case Value.Nothing _ -> out.append(json ? "null" : "null()");
            case Items list -> {
                String separator = "";
                out.append('[');
                for (Value item : list.items()) {
                    out.append(separator);
                    write(item, json, out);
                    separator = ",";
                }
                out.append(']');
            }
            case Members object -> {
                String separator = "";
                out.append('{');
                for (Member member : object.members()) {
                    out.append(separator);
                    quoted(member.name(), out);
                    out.append(':');
                    write(member.value(), json, out);
                    separator = ",";
                }
                out.append('}');
            }
            case Value.Unknown unknown when unknown.interpolated() -> out.append('\'').append(unknown.name())
                    .append('\'');
            case Value.Unknown unknown -> out.append(unknown.name());
            case Value.Deployed deployed -> out.append(deployed.name());
        }
    }

    private static void quoted(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> out.append(c < ' ' ? "\\u%04x".formatted((int) c) : Character.toString(c));
            }
        }
        out.append('"');
    }
}
