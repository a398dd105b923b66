package dev.sekisho.model.io.resource;

import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds the resources in what Azure's tools print: answers of the REST API and lists of them, output of the Azure CLI,
/// rows of Resource Graph, objects of PowerShell, and recordings of commands with their output.
///
/// All of them agree on one thing: a resource has its id. PowerShell may lack it, and then has type and name.
public final class Exports {
    private static final Set<String> LISTS = Set.of("value", "data", "output");

    private Exports() {}

    /// Whether a document holds at least one resource, or is an answer of these tools without any.
    public static boolean recognises(Node document) {
        return !read(document).isEmpty() || isEmptyAnswer(document);
    }

    private static boolean isEmptyAnswer(Node document) {
        return document instanceof Node.Mapping mapping && list(mapping).filter(items -> items.items().isEmpty())
                .isPresent() && mapping.entries().size() <= 5;
    }

    /// Returns the resources of a document in its order.
    public static List<AzureResource> read(Node document) {
        List<AzureResource> resources = new ArrayList<>();
        collect(document, resources);
        return List.copyOf(resources);
    }

    private static void collect(Node node, List<AzureResource> resources) {
        switch (node) {
            case Node.Sequence sequence -> sequence.items().forEach(item -> collect(item, resources));
            case Node.Mapping mapping -> {
                Optional<AzureResource> resource = resource(mapping);
                resource.ifPresent(resources::add);
                if (resource.isEmpty()) {
                    inside(mapping).ifPresent(inner -> collect(inner, resources));
                }
            }
            case Node.Scalar _ -> {
                // No resource is a single value.
            }
        }
    }

    /// What a wrapper wraps: the list of an answer, the output of a command, or the one thing that a command made.
    private static Optional<Node> inside(Node.Mapping mapping) {
        Optional<Node> list = list(mapping).map(Node.class::cast);
        if (list.isPresent()) {
            return list;
        }
        if (get(mapping, "command").isPresent()) {
            return get(mapping, "output");
        }
        return mapping.entries().size() == 1
                && mapping.entries().getFirst().value() instanceof Node.Mapping only && resource(only).isPresent()
                        ? Optional.of(only) : Optional.empty();
    }

    private static Optional<Node.Sequence> list(Node.Mapping mapping) {
        return mapping.entries().stream()
                .filter(entry -> LISTS.contains(entry.key().text().toLowerCase(Locale.ROOT)))
                .map(Node.Entry::value).filter(Node.Sequence.class::isInstance).map(Node.Sequence.class::cast)
                .findFirst();
    }

    private static Optional<AzureResource> resource(Node.Mapping mapping) {
        Optional<Node.Mapping> properties = get(mapping, "properties").filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast);
        Optional<ResourceId> id = text(mapping, "id").or(() -> properties.flatMap(inner -> text(inner, "id")))
                .flatMap(ResourceId::parse).filter(known -> !known.subscription().isEmpty());
        if (id.isPresent()) {
            return Optional.of(new AzureResource(mapping.at(), id.get().type(), id.get().name(),
                    Optional.of(id.get().toString()), mapping));
        }
        Optional<String> type = text(mapping, "type").filter(text -> text.indexOf('/') > 0 && text.indexOf('.') > 0);
        Optional<String> name = text(mapping, "name");
        return type.isPresent() && name.isPresent()
                ? Optional.of(new AzureResource(mapping.at(), type.get(), name.get(), Optional.empty(), mapping))
                : Optional.empty();
    }

    static Optional<Node> get(Node.Mapping mapping, String key) {
        return mapping.entries().stream().filter(entry -> entry.key().text().equalsIgnoreCase(key))
                .map(Node.Entry::value).findFirst();
    }

    static Optional<String> text(Node.Mapping mapping, String key) {
        return get(mapping, key)
                .flatMap(value -> value instanceof Node.Scalar scalar && !scalar.isNull() && !scalar.text().isEmpty()
                        ? Optional.of(scalar.text()) : Optional.empty());
    }
}
