package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the configuration of a plan says about where values come from.
///
/// Terraform writes down which names an expression refers to, but not the expression, and not what a `local` stands
/// for. So a reference is followed through variables and outputs of modules as far as it goes.
final class Configuration {
    private static final int DEEPEST = 30;
    private static final Set<String> NOT_VALUES = Set.of("each", "count", "path", "terraform", "self");

    private final Node root;
    private final Map<List<String>, Map<String, Node>> resources = new HashMap<>();

    Configuration(Node root) {
        this.root = root;
    }

    /// Where a value comes from.
    sealed interface Origin {
        /// An attribute of a resource or data source.
        ///
        /// @param module addresses of the modules around it, with the indexes that are known
        /// @param name its name with the index that is written, if any
        /// @param hint the index by which it was taken out of an output or variable, if any
        /// @param attribute the path of the attribute; empty for the whole resource
        record Attribute(List<String> module, boolean data, String type, String name, Optional<String> hint,
                String attribute) implements Origin {
            /// The resource as [Instance#configured] calls it.
            String configured() {
                StringBuilder text = new StringBuilder();
                module.forEach(step -> text.append(Reference.withoutIndex(step)).append('.'));
                return text.append(data ? "data." : "").append(type).append('.').append(Reference.withoutIndex(name))
                        .toString();
            }
        }

        /// Something that the file does not explain, such as a `local`.
        record Named(String name) implements Origin {}
    }

    /// Returns what an argument refers to, without what others of them say better; nothing at all where the
    /// configuration does not write the argument.
    Optional<List<Reference>> references(Instance instance, List<String> path) {
        Optional<Node> here = resource(instance).flatMap(resource -> Tree.at(resource, "expressions"));
        for (String step : path) {
            if (here.isEmpty() || Tree.at(here.get(), "references").isPresent()) {
                break;
            }
            here = here.flatMap(node -> Tree.step(node, step));
        }
        return here.map(node -> Reference.leaves(Tree.items(node, "references").stream()
                .flatMap(item -> Tree.text(item).stream()).toList()));
    }

    /// Follows a reference that stands in a module.
    List<Origin> origins(Reference reference, List<String> module) {
        return origins(reference, module, 0);
    }

    private List<Origin> origins(Reference reference, List<String> module, int depth) {
        if (depth > DEEPEST || NOT_VALUES.contains(reference.first())) {
            return List.of();
        }
        return switch (reference.first()) {
            case "var" -> variable(reference, module, depth);
            case "module" -> output(reference, module, depth);
            case "local" -> List.of(named(reference, module));
            case "data" -> List.of(new Origin.Attribute(module, true, reference.step(1), reference.step(2),
                    Optional.empty(), reference.from(3)));
            default -> List.of(new Origin.Attribute(module, false, reference.step(0), reference.step(1),
                    Optional.empty(), reference.from(2)));
        };
    }

    private List<Origin> variable(Reference reference, List<String> module, int depth) {
        if (module.isEmpty()) {
            return List.of(named(reference, module));
        }
        List<String> parent = module.subList(0, module.size() - 1);
        String name = Reference.withoutIndex(reference.step(1));
        Optional<Node> expression = module(parent)
                .flatMap(node -> Tree.at(node, "module_calls", callName(module.getLast()), "expressions", name));
        return expression.isEmpty()
                ? List.of(named(reference, module))
                : through(expression.get(), parent, reference.step(1), reference.from(2), depth);
    }

    private List<Origin> output(Reference reference, List<String> module, int depth) {
        List<String> child = new ArrayList<>(module);
        child.add("module." + reference.step(1));
        Optional<Node> expression = module(child).flatMap(node -> Tree.at(node, "outputs",
                Reference.withoutIndex(reference.step(2)), "expression"));
        return expression.isEmpty()
                ? List.of(named(reference, module))
                : through(expression.get(), child, reference.step(2), reference.from(3), depth);
    }

    /// Follows all references of the expression behind a variable or output, and adds what was taken out of it.
    private List<Origin> through(Node expression, List<String> module, String step, String rest, int depth) {
        Optional<String> index = Reference.index(step);
        List<Origin> origins = new ArrayList<>();
        for (Reference leaf : Reference.leaves(Tree.items(expression, "references").stream()
                .flatMap(item -> Tree.text(item).stream()).toList())) {
            for (Origin origin : origins(leaf, module, depth + 1)) {
                origins.add(switch (origin) {
                    case Origin.Attribute attribute -> new Origin.Attribute(attribute.module(), attribute.data(),
                            attribute.type(), attribute.name(), attribute.hint().or(() -> index),
                            attribute.attribute().isEmpty() ? rest
                                    : rest.isEmpty() ? attribute.attribute() : attribute.attribute() + "." + rest);
                    case Origin.Named named -> named;
                });
            }
        }
        return origins.stream().distinct().toList();
    }

    private static Origin named(Reference reference, List<String> module) {
        return new Origin.Named((module.isEmpty() ? "" : String.join(".", module) + ".") + reference);
    }

    private Optional<Node> module(List<String> path) {
        Optional<Node> here = Optional.of(root);
        for (String step : path) {
            here = here.flatMap(node -> Tree.at(node, "module_calls", callName(step), "module"));
        }
        return here;
    }

    private static String callName(String step) {
        return Reference.withoutIndex(step.substring(step.indexOf('.') + 1));
    }

    private Optional<Node> resource(Instance instance) {
        String address = (instance.data() ? "data." : "") + instance.type() + "." + instance.name();
        List<String> module = instance.module().stream().map(Reference::withoutIndex).toList();
        return Optional.ofNullable(resources.computeIfAbsent(module, this::resources).get(address));
    }

    private Map<String, Node> resources(List<String> module) {
        Map<String, Node> found = new HashMap<>();
        module(module).map(node -> Tree.items(node, "resources")).orElse(List.of())
                .forEach(resource -> Tree.text(resource, "address").ifPresent(name -> found.put(name, resource)));
        return found;
    }
}
