package dev.sekisho.generator.format.readback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads as much of HCL as a generated file uses: blocks, attributes, strings, numbers, lists, and references, which
/// stay text.
public final class HclReader {
    /// A block with its labels.
    public record Block(String type, List<String> labels, Body body) {}

    /// What stands between the braces of a block.
    public record Body(Map<String, Object> attributes, List<Block> blocks) {
        /// Returns the blocks of a type.
        public List<Block> blocks(String type) {
            return blocks.stream().filter(block -> block.type().equals(type)).toList();
        }
    }

    /// An expression that is not a plain value.
    public record Reference(String text) {}

    private final String text;
    private int at;

    private HclReader(String text) {
        this.text = text;
    }

    /// Reads a file.
    public static Body read(String text) {
        HclReader reader = new HclReader(text);
        Body body = reader.body();
        if (reader.at != text.length()) {
            throw new IllegalArgumentException("a brace too many at " + reader.at);
        }
        return body;
    }

    private Body body() {
        Body body = new Body(new LinkedHashMap<>(), new ArrayList<>());
        for (space(); at < text.length() && text.charAt(at) != '}'; space()) {
            String name = text.charAt(at) == '"' ? string() : word();
            space();
            if (text.charAt(at) == '=') {
                at++;
                if (body.attributes().put(name, value()) != null) {
                    throw new IllegalArgumentException(name + " is set twice before " + at);
                }
                continue;
            }
            List<String> labels = new ArrayList<>();
            for (; text.charAt(at) == '"'; space()) {
                labels.add(string());
            }
            expect('{');
            body.blocks().add(new Block(name, labels, body()));
            expect('}');
        }
        return body;
    }

    private Object value() {
        space();
        char c = text.charAt(at);
        if (c == '"') {
            return string();
        }
        if (c == '[') {
            at++;
            List<Object> items = new ArrayList<>();
            for (space(); text.charAt(at) != ']'; space()) {
                items.add(value());
                space();
                if (text.charAt(at) == ',') {
                    at++;
                }
            }
            at++;
            return items;
        }
        if (c == '{') {
            at++;
            Body object = body();
            expect('}');
            return object.attributes();
        }
        String expression = expression();
        return switch (expression) {
            case "true" -> true;
            case "false" -> false;
            default -> expression.chars().allMatch(Character::isDigit)
                    ? (Object) Integer.valueOf(expression)
                    : new Reference(expression);
        };
    }

    /// Reads up to the end of the line, or to a comma or bracket that belongs to what is around.
    private String expression() {
        int begin = at;
        int depth = 0;
        for (; at < text.length() && text.charAt(at) != '\n'; at++) {
            char c = text.charAt(at);
            if (c == '(' || c == '[') {
                depth++;
            } else if ((c == ']' || c == ',') && depth == 0) {
                break;
            } else if (c == ')' || c == ']') {
                depth--;
            }
        }
        return text.substring(begin, at).strip();
    }

    private String string() {
        StringBuilder result = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            boolean doubled = (c == '$' || c == '%') && text.charAt(at + 1) == c && text.charAt(at + 2) == '{';
            if (c == '\\') {
                char escaped = text.charAt(++at);
                result.append(switch (escaped) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case '\\', '"' -> escaped;
                    default -> throw new IllegalArgumentException("unknown escape at " + at);
                });
            } else if (doubled) {
                result.append(c).append('{');
                at += 2;
            } else if ((c == '$' || c == '%') && text.charAt(at + 1) == '{') {
                throw new IllegalArgumentException("an interpolation at " + at);
            } else {
                result.append(c);
            }
        }
        at++;
        return result.toString();
    }

    private String word() {
        int begin = at;
        while (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_') {
            at++;
        }
        if (begin == at) {
            throw new IllegalArgumentException("a name is missing at " + at);
        }
        return text.substring(begin, at);
    }

    private void expect(char c) {
        space();
        if (text.charAt(at++) != c) {
            throw new IllegalArgumentException(c + " is missing at " + at);
        }
    }

    private void space() {
        while (at < text.length()) {
            if (text.charAt(at) == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return;
            }
        }
    }
}
