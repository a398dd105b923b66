package dev.sekisho.generator.format.arm;

import dev.sekisho.generator.format.json.References;
import dev.sekisho.generator.format.resource.AzureResource;
import dev.sekisho.generator.format.resource.Parameter;
import dev.sekisho.generator.format.resource.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Names, ids and text in the expression language of ARM templates: what stands between `[` and `]` is evaluated.
final class ArmExpressions implements References {
    private final Map<String, AzureResource> resources = new HashMap<>();

    ArmExpressions(List<AzureResource> all) {
        all.forEach(resource -> resources.put(resource.symbol(), resource));
    }

    /// Text that begins with a bracket would be an expression; a second bracket says that it is not.
    @Override
    public String text(String text) {
        return text.startsWith("[") && text.endsWith("]") ? "[" + text : text;
    }

    @Override
    public String parameter(Parameter parameter) {
        return "[" + reference(parameter) + "]";
    }

    @Override
    public String idOf(String symbol) {
        return "[" + id(resource(symbol)) + "]";
    }

    /// Returns the full name, with the names of the parents in front.
    String name(AzureResource resource) {
        List<Value> segments = segments(resource).toList();
        if (segments.stream().allMatch(Value.Text.class::isInstance)) {
            return text(segments.stream().map(segment -> ((Value.Text) segment).text())
                    .collect(Collectors.joining("/")));
        }
        if (segments.size() == 1) {
            return "[" + argument(segments.getFirst()) + "]";
        }
        String places = IntStream.range(0, segments.size()).mapToObj(place -> "{" + place + "}")
                .collect(Collectors.joining("/"));
        return "[format('" + places + "', " + arguments(segments) + ")]";
    }

    private String id(AzureResource resource) {
        String group = resource.role() instanceof AzureResource.Role.Existing(var resourceGroup)
                ? resourceGroup.map(parameter -> reference(parameter) + ", ").orElse("")
                : "";
        return "resourceId(" + group + quote(resource.type()) + ", " + arguments(segments(resource).toList()) + ")";
    }

    private Stream<Value> segments(AzureResource resource) {
        return Stream.concat(resource.parent().map(this::resource).stream().flatMap(this::segments),
                Stream.of(resource.name()));
    }

    AzureResource resource(String symbol) {
        AzureResource resource = resources.get(symbol);
        if (resource == null) {
            throw new IllegalArgumentException("no resource has the symbol " + symbol);
        }
        return resource;
    }

    private static String arguments(List<Value> values) {
        return values.stream().map(ArmExpressions::argument).collect(Collectors.joining(", "));
    }

    private static String argument(Value value) {
        return switch (value) {
            case Value.Text(String text) -> quote(text);
            case Value.ParameterValue(Parameter parameter) -> reference(parameter);
            case Value.Number _,Value.Flag _,Value.Items _,Value.IdOf _,Value.Fields _ ->
                throw new IllegalArgumentException("not a name: " + value);
        };
    }

    static String reference(Parameter parameter) {
        return "parameters(" + quote(parameter.name()) + ")";
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
