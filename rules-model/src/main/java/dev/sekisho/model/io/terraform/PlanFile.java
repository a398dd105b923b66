package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The instances of resources in a plan, a state as JSON, or a state file.
///
/// A plan says what will be (`planned_values`), which data sources were read (`prior_state`), and which values nobody
/// knows yet (`after_unknown` of `resource_changes`); those become unknown values in place.
final class PlanFile {
    private final SequencedMap<String, Instance> instances = new LinkedHashMap<>();
    private final Map<String, Node> changes = new HashMap<>();
    private final Configuration configuration;

    /// A resource that the plan deletes, as it was before.
    record Deleted(String type, Node.Mapping before) {}

    private final List<Deleted> deleted = new ArrayList<>();

    private PlanFile(Node file) {
        configuration = new Configuration(
                Tree.at(file, "configuration", "root_module").orElse(Node.nothing(file.at())));
        for (Node change : Tree.items(file, "resource_changes")) {
            Tree.text(change, "address").ifPresent(address -> changes.put(address, change));
            if (Tree.items(change, "change", "actions").size() == 1
                    && Tree.text(Tree.items(change, "change", "actions").getFirst()).filter("delete"::equals)
                            .isPresent()) {
                Tree.mapping(change, "change", "before").ifPresent(
                        before -> deleted.add(new Deleted(Tree.text(change, "type").orElse(""), before)));
            }
        }
        Tree.mapping(file, "planned_values", "root_module")
                .ifPresent(root -> module(root, List.of(), false));
        Tree.mapping(file, "prior_state", "values", "root_module")
                .ifPresent(root -> module(root, List.of(),
                        Tree.at(file, "planned_values").isPresent()));
        Tree.mapping(file, "values", "root_module")
                .ifPresent(root -> module(root, List.of(), false));
        Tree.items(file, "resources").forEach(this::stateResource);
        Unknowns unknowns = new Unknowns(configuration, List.copyOf(instances.values()));
        instances.replaceAll((address, instance) -> Optional.ofNullable(changes.get(address))
                .flatMap(change -> Tree.at(change, "change", "after_unknown"))
                .map(unknown -> unknowns.mark(instance, unknown)).orElse(instance));
    }

    static PlanFile of(Node file) {
        return new PlanFile(file);
    }

    /// All instances, in the order of the file.
    List<Instance> instances() {
        return List.copyOf(instances.values());
    }

    List<Deleted> deleted() {
        return List.copyOf(deleted);
    }

    Configuration configuration() {
        return configuration;
    }

    /// @param dataOnly whether the managed resources are left out, because another part of the file says what will
    ///        become of them
    private void module(Node.Mapping module, List<String> path, boolean dataOnly) {
        for (Node resource : Tree.items(module, "resources")) {
            boolean data = Tree.text(resource, "mode").filter("data"::equals).isPresent();
            Optional<Node.Mapping> values = Tree.mapping(resource, "values");
            Optional<String> type = Tree.text(resource, "type");
            Optional<String> name = Tree.text(resource, "name");
            if (values.isPresent() && type.isPresent() && name.isPresent() && (data || !dataOnly)) {
                add(new Instance(resource.at(), Tree.text(resource, "address").orElse(type.get() + "." + name.get()),
                        path, data, type.get(), name.get(), Tree.text(resource, "index"), values.get(),
                        Tree.at(resource, "sensitive_values").orElse(Node.nothing(resource.at()))));
            }
        }
        for (Node node : Tree.items(module, "child_modules")) {
            if (node instanceof Node.Mapping child) {
                module(child, modules(Tree.text(child, "address").orElse("")), dataOnly);
            }
        }
    }

    /// A resource of a state file, which lists its instances by itself.
    private void stateResource(Node resource) {
        Optional<String> type = Tree.text(resource, "type");
        Optional<String> name = Tree.text(resource, "name");
        if (type.isEmpty() || name.isEmpty()) {
            return;
        }
        boolean data = Tree.text(resource, "mode").filter("data"::equals).isPresent();
        String module = Tree.text(resource, "module").orElse("");
        for (Node item : Tree.items(resource, "instances")) {
            Optional<Node> key = Tree.at(item, "index_key");
            String address = (module.isEmpty() ? "" : module + ".") + (data ? "data." : "") + type.get() + "."
                    + name.get() + key.map(PlanFile::index).orElse("");
            Tree.mapping(item, "attributes")
                    .ifPresent(values -> add(new Instance(item.at(), address, modules(module), data, type.get(),
                            name.get(), key.flatMap(Tree::text), values, Node.nothing(item.at()))));
        }
    }

    private static String index(Node key) {
        return switch (key) {
            case Node.Scalar scalar when scalar.style() == Node.Style.QUOTED -> "[\"" + scalar.text() + "\"]";
            case Node.Scalar scalar -> "[" + scalar.text() + "]";
            case Node.Mapping _,Node.Sequence _ -> "";
        };
    }

    private static List<String> modules(String address) {
        List<String> modules = new ArrayList<>();
        List<String> steps = address.isEmpty() ? List.of() : Reference.parse(address).steps();
        for (int i = 0; i + 1 < steps.size(); i += 2) {
            modules.add(steps.get(i) + "." + steps.get(i + 1));
        }
        return modules;
    }

    private void add(Instance instance) {
        instances.putIfAbsent(instance.address(), instance);
    }
}
