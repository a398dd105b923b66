package dev.sekisho.generator.format.readback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads as much of Bicep as a generated file uses: parameters, resources, objects, lists, strings, names.
final class BicepReader {
    private record Declared(String type, Map<String, Object> body) {}

    private final String text;
    private int at;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Map<String, Declared> resources = new LinkedHashMap<>();
    private final List<String> made = new ArrayList<>();

    private BicepReader(String text) {
        this.text = text;
    }

    static List<Deployed> read(String text) {
        BicepReader reader = new BicepReader(text);
        reader.file();
        List<Deployed> deployed = new ArrayList<>();
        for (String symbol : reader.made) {
            Declared declared = reader.resources.get(symbol);
            @SuppressWarnings("unchecked") Map<String, Object> properties = (Map<String, Object>) reader
                    .resolve(declared.body().getOrDefault("properties", Map.of()));
            deployed.add(new Deployed(declared.type(), reader.name(symbol), properties));
        }
        return deployed;
    }

    private void file() {
        while (true) {
            space();
            if (at == text.length()) {
                return;
            }
            if (text.charAt(at) == '@') {
                line();
                continue;
            }
            switch (word()) {
                case "param" -> {
                    String name = word();
                    word();
                    space();
                    boolean preset = text.charAt(at) == '=';
                    if (preset) {
                        at++;
                    }
                    parameters.put(name, preset ? value() : "<" + name + ">");
                }
                case "resource" -> {
                    String symbol = word();
                    String type = (String) value();
                    space();
                    boolean existing = text.startsWith("existing", at);
                    at = text.indexOf('{', at);
                    @SuppressWarnings("unchecked") Map<String, Object> body = (Map<String, Object>) value();
                    resources.put(symbol, new Declared(type.substring(0, type.indexOf('@')), body));
                    if (!existing) {
                        made.add(symbol);
                    }
                }
                case "output" -> {
                    at = text.indexOf('=', at) + 1;
                    value();
                }
                default -> throw new IllegalArgumentException("unknown statement before " + at);
            }
        }
    }

    /// A name that stands for a value, such as `location` or `zone.id`.
    private record Name(String text) {}

    private Object value() {
        space();
        char c = text.charAt(at);
        if (c == '\'') {
            return string();
        }
        if (c == '[') {
            at++;
            List<Object> items = new ArrayList<>();
            for (space(); text.charAt(at) != ']'; space()) {
                items.add(value());
            }
            at++;
            return items;
        }
        if (c == '{') {
            at++;
            Map<String, Object> fields = new LinkedHashMap<>();
            for (space(); text.charAt(at) != '}'; space()) {
                String key = text.charAt(at) == '\'' ? string() : word();
                space();
                if (text.charAt(at++) != ':') {
                    throw new IllegalArgumentException("a colon is missing at " + at);
                }
                fields.put(key, value());
            }
            at++;
            return fields;
        }
        String word = word();
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> word.chars().allMatch(Character::isDigit) ? (Object) Integer.valueOf(word) : new Name(word);
        };
    }

    private String string() {
        StringBuilder result = new StringBuilder();
        for (at++; text.charAt(at) != '\''; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                char escaped = text.charAt(++at);
                result.append(switch (escaped) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case '\\', '\'', '$' -> escaped;
                    default -> throw new IllegalArgumentException("unknown escape at " + at);
                });
            } else if (c == '$' && text.charAt(at + 1) == '{') {
                throw new IllegalArgumentException("an interpolation at " + at);
            } else {
                result.append(c);
            }
        }
        at++;
        return result.toString();
    }

    /// Reads an identifier with what hangs on it, such as `resourceGroup(name).id`.
    private String word() {
        space();
        int begin = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_.()".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (begin == at) {
            throw new IllegalArgumentException("a word is missing at " + at);
        }
        return text.substring(begin, at);
    }

    private void space() {
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                line();
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return;
            }
        }
    }

    private void line() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
    }

    private Object resolve(Object value) {
        return switch (value) {
            case Name(String name) when name.endsWith(".id") -> {
                String symbol = name.substring(0, name.length() - 3);
                yield Deployed.id(resources.get(symbol).type(), name(symbol));
            }
            case Name(String name) -> parameters.get(name);
            case List<?> list -> list.stream().map(this::resolve).toList();
            case Map<?, ?> map -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                map.forEach((key, field) -> fields.put((String) key, resolve(field)));
                yield fields;
            }
            default -> value;
        };
    }

    private String name(String symbol) {
        Map<String, Object> body = resources.get(symbol).body();
        String own = (String) resolve(body.get("name"));
        return body.get("parent") instanceof Name(String parent) ? name(parent) + "/" + own : own;
    }
}
