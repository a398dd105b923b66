package dev.sekisho.generator.format.readback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Reads an ARM template: JSON, and as much of the expression language as a generated template uses.
final class ArmReader {
    private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\)");

    private final Map<String, Object> parameters = new LinkedHashMap<>();

    @SuppressWarnings("unchecked")
    static List<Deployed> read(String template) {
        Map<String, Object> root = JsonMapper.shared().readValue(template, Map.class);
        ArmReader reader = new ArmReader();
        ((Map<String, Map<String, Object>>) root.get("parameters"))
                .forEach((name, parameter) -> reader.parameters.put(name,
                        reader.value(parameter.getOrDefault("defaultValue", "<" + name + ">"))));
        List<Deployed> deployed = new ArrayList<>();
        for (Map<String, Object> resource : (List<Map<String, Object>>) root.get("resources")) {
            deployed.add(new Deployed((String) resource.get("type"), (String) reader.value(resource.get("name")),
                    (Map<String, Object>) reader.value(resource.getOrDefault("properties", Map.of()))));
        }
        return deployed;
    }

    private Object value(Object node) {
        return switch (node) {
            case String text when text.startsWith("[[") -> text.substring(1);
            case String text when text.startsWith("[") && text.endsWith("]") ->
                evaluate(text.substring(1, text.length() - 1));
            case List<?> list -> list.stream().map(this::value).toList();
            case Map<?, ?> map -> map.entrySet().stream().collect(Collectors.toMap(entry -> (String) entry.getKey(),
                    entry -> value(entry.getValue()), (a, _) -> a, LinkedHashMap::new));
            default -> node;
        };
    }

    private Object evaluate(String expression) {
        String text = expression.strip();
        if (text.startsWith("'")) {
            return text.substring(1, text.length() - 1).replace("''", "'");
        }
        if (text.equals("resourceGroup().name")) {
            return "<own group>";
        }
        Matcher call = CALL.matcher(text);
        if (!call.matches()) {
            throw new IllegalArgumentException("not an expression: " + text);
        }
        List<Object> arguments = split(call.group(2)).stream().map(this::evaluate).toList();
        return switch (call.group(1)) {
            case "parameters" -> parameters.get(arguments.getFirst());
            case "format" -> {
                String result = (String) arguments.getFirst();
                for (int i = 1; i < arguments.size(); i++) {
                    result = result.replace("{" + (i - 1) + "}", (String) arguments.get(i));
                }
                yield result;
            }
            case "resourceId" -> {
                int type = arguments.get(0).toString().contains("/") ? 0 : 1;
                yield Deployed.id((String) arguments.get(type),
                        arguments.subList(type + 1, arguments.size()).stream().map(Object::toString)
                                .collect(Collectors.joining("/")));
            }
            default -> throw new IllegalArgumentException("unknown function in " + text);
        };
    }

    /// Splits arguments at commas outside quotes and brackets.
    private static List<String> split(String arguments) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < arguments.length(); i++) {
            char c = arguments.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || c == ')')) {
                depth += c == '(' ? 1 : -1;
            } else if (!quoted && depth == 0 && c == ',') {
                parts.add(arguments.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(arguments.substring(begin));
        return parts;
    }
}
