package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.terraform.Configuration.Origin;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the values that nobody knows before deployment into an instance, each under the name of what will tell it.
///
/// A next hop and the address of the firewall that it refers to get the same name, so that a reader sees that they are
/// the same. Where an argument refers to several things, its own address is its name.
final class Unknowns {
    private final Configuration configuration;
    private final Siblings siblings;

    Unknowns(Configuration configuration, List<Instance> instances) {
        this.configuration = configuration;
        this.siblings = new Siblings(instances);
    }

    /// @param unknown `after_unknown`: `true` where a value is not known, in the shape of the values
    Instance mark(Instance instance, Node unknown) {
        return merge(instance, instance.values(), unknown, List.of()) instanceof Node.Mapping values
                ? instance.withValues(values)
                : instance;
    }

    private Node merge(Instance instance, Node value, Node unknown, List<String> path) {
        return switch (unknown) {
            case Node.Scalar scalar -> Tree.isTrue(scalar)
                    ? Node.unknown(scalar.at(), name(instance, path))
                    : value;
            case Node.Mapping mapping -> mapping(instance, value, mapping, path);
            case Node.Sequence sequence -> sequence(instance, value, sequence, path);
        };
    }

    private Node mapping(Instance instance, Node value, Node.Mapping unknown, List<String> path) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        if (value instanceof Node.Mapping known) {
            known.entries().forEach(entry -> entries.put(entry.key().text(), entry));
        } else if (hasNone(unknown)) {
            return value;
        }
        for (Node.Entry entry : unknown.entries()) {
            if (!hasNone(entry.value())) {
                String key = entry.key().text();
                Node.Entry known = entries.get(key);
                Node before = known == null ? new Node.Scalar(entry.key().at(), "null", Node.Style.PLAIN)
                        : known.value();
                entries.put(key, new Node.Entry(known == null ? entry.key() : known.key(),
                        merge(instance, before, entry.value(), append(path, key))));
            }
        }
        return new Node.Mapping(value instanceof Node.Mapping ? value.at() : unknown.at(),
                List.copyOf(entries.values()));
    }

    private Node sequence(Instance instance, Node value, Node.Sequence unknown, List<String> path) {
        if (hasNone(unknown)) {
            return value;
        }
        List<Node> known = value instanceof Node.Sequence(var _, var items) ? items : List.of();
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < Math.max(known.size(), unknown.items().size()); i++) {
            Node before = i < known.size() ? known.get(i)
                    : new Node.Scalar(unknown.items().get(i).at(), "null", Node.Style.PLAIN);
            items.add(i < unknown.items().size()
                    ? merge(instance, before, unknown.items().get(i), append(path, Integer.toString(i)))
                    : before);
        }
        return new Node.Sequence(value instanceof Node.Sequence ? value.at() : unknown.at(), items);
    }

    private static boolean hasNone(Node unknown) {
        return switch (unknown) {
            case Node.Scalar scalar -> !Tree.isTrue(scalar);
            case Node.Mapping mapping -> mapping.entries().stream().allMatch(entry -> hasNone(entry.value()));
            case Node.Sequence sequence -> sequence.items().stream().allMatch(Unknowns::hasNone);
        };
    }

    private String name(Instance instance, List<String> path) {
        List<Reference> references = configuration.references(instance, path).orElse(List.of());
        List<Origin> origins = references.stream()
                .flatMap(reference -> configuration.origins(reference, instance.module()).stream()).distinct().toList();
        Optional<Origin> origin = origins.size() == 1 ? Optional.of(origins.getFirst()) : Optional.empty();
        return origin.flatMap(only -> switch (only) {
            case Origin.Named named -> Optional.of(named.name());
            case Origin.Attribute attribute when attribute.attribute().isEmpty() -> Optional.<String>empty();
            case Origin.Attribute attribute -> siblings.one(attribute, instance)
                    .map(target -> target.address() + "." + attribute.attribute());
        }).orElseGet(() -> own(instance, path));
    }

    /// Returns the address of an argument: `azurerm_firewall.hub.ip_configuration[0].private_ip_address`.
    static String own(Instance instance, List<String> path) {
        StringBuilder name = new StringBuilder(instance.address());
        path.forEach(step -> {
            if (Tree.number(step).isPresent()) {
                name.append('[').append(step).append(']');
            } else {
                name.append('.').append(step);
            }
        });
        return name.toString();
    }

    static List<String> append(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }
}
