package dev.sekisho.model.io.arm;

import dev.sekisho.model.io.arm.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Takes the names of a resource and its parents apart: `policy/group`. Slashes inside of unknown parts divide nothing.
final class PathNames {
    private PathNames() {}

    static List<Value> split(Value name) {
        return switch (name) {
            case Value.Text(_, String text) when text.indexOf('/') >= 0 -> {
                List<Value> parts = new ArrayList<>();
                for (String part : text.split("/", -1)) {
                    parts.add(new Value.Text(name.at(), part));
                }
                yield parts;
            }
            case Value.Unknown unknown when unknown.interpolated() -> split(unknown);
            case Value other -> List.of(other);
        };
    }

    private static List<Value> split(Value.Unknown unknown) {
        List<Value> parts = new ArrayList<>();
        String text = unknown.name();
        int start = 0;
        int braces = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '/';
            braces += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '/' && braces <= 0 || i == text.length()) {
                String part = text.substring(start, i);
                parts.add(part.contains("${") ? new Value.Unknown(unknown.at(), part, true)
                        : new Value.Text(unknown.at(), part));
                start = i + 1;
            }
        }
        return parts;
    }
}
