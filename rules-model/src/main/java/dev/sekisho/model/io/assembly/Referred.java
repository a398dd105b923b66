package dev.sekisho.model.io.assembly;

import dev.sekisho.model.io.resource.ResourceId;
import dev.sekisho.model.io.shape.Meaning;
import dev.sekisho.model.io.shape.Property;
import dev.sekisho.model.io.shape.Shape;
import dev.sekisho.model.io.shape.Shapes;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what a value stands for that one template takes from a resource of another file: the expression
/// `reference('…/virtualNetworks/spoke/subnets/aks').addressPrefix` where that subnet is described.
record Referred(Inventory inventory) {
    private static final Pattern REFERENCE = Pattern.compile("reference\\('([^']+)'[^)]*\\)((?:\\.\\w+|\\[\\d+\\])+)");
    private static final Pattern STEP = Pattern.compile("\\.(\\w+)|\\[(\\d+)\\]");
    private static final String LEVEL = "properties";

    /// Returns the described value, or nothing where the expression is another one or no file tells the value.
    Optional<Node.Scalar> find(Node.Scalar unknown) {
        Matcher matcher = REFERENCE.matcher(unknown.text());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String written = matcher.group(1);
        Optional<ResourceId> id = ResourceId.parse(written.startsWith("/") ? written : "/providers/" + written);
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(matcher.group(2));
        while (step.find()) {
            String name = step.group(1) == null ? step.group(2) : step.group(1);
            if (!name.equals(LEVEL)) {
                steps.add(name);
            }
        }
        return id.flatMap(known -> body(known).flatMap(
                body -> Shapes.of(known.type()).flatMap(kind -> value(body, kind.shape(), steps))))
                .filter(value -> !value.isUnknown())
                .map(value -> new Node.Scalar(unknown.at(), value.text(), value.style()));
    }

    private Optional<Node> body(ResourceId id) {
        return id.is(Subnets.SUBNET) ? new Subnets(inventory).find(id.toString()).map(Node.class::cast)
                : inventory.find(id.type(), id.toString()).map(Described::body);
    }

    private static Optional<Node.Scalar> value(Node node, Shape shape, List<String> steps) {
        if (steps.isEmpty()) {
            return switch (node) {
                case Node.Scalar scalar -> Optional.of(scalar);
                case Node.Sequence(var _, List<Node> items) when items.size() == 1 ->
                    value(items.getFirst(), shape, steps);
                case Node.Sequence _,Node.Mapping _ -> Optional.empty();
            };
        }
        String step = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        return switch (node) {
            case Node.Scalar _ -> Optional.empty();
            case Node.Sequence(var _, List<Node> items) when Character.isDigit(step.charAt(0)) ->
                Integer.parseInt(step) < items.size() ? value(items.get(Integer.parseInt(step)), shape, rest)
                        : Optional.empty();
            // The object around a list is gone in canonical form.
            case Node.Sequence sequence -> value(sequence, shape, rest);
            case Node.Mapping mapping -> shape.property(step).flatMap(property -> mapping.get(property.canonical())
                    .flatMap(inner -> value(inner, shapeOf(property, shape), rest)));
        };
    }

    private static Shape shapeOf(Property property, Shape otherwise) {
        Meaning meaning = property.meaning() instanceof Meaning.Many(Meaning each) ? each : property.meaning();
        return switch (meaning) {
            case Meaning.Part(Shape shape) -> shape;
            case Meaning.Inner(Shape shape, String _) -> shape;
            case Meaning.Single _,Meaning.Word _,Meaning.Many _,Meaning.Variant _,Meaning.Left _,Meaning.NotModelled _ ->
                otherwise;
        };
    }
}
