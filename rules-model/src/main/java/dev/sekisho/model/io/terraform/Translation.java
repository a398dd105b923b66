package dev.sekisho.model.io.terraform;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.shape.Unmodelled;
import dev.sekisho.model.io.terraform.Argument.Form;
import dev.sekisho.model.io.terraform.Argument.Source;
import dev.sekisho.model.io.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Turns the arguments of one instance into properties, as its [Block] says, and reports what is not modelled.
final class Translation {
    private final Instance instance;
    private final Identity identity;
    private final Configuration configuration;
    private final Consumer<Unmodelled> unmodelled;
    private final Body whole;
    private boolean sensitive;

    private Translation(Instance instance, Identity identity, Configuration configuration,
            Consumer<Unmodelled> unmodelled) {
        this.instance = instance;
        this.identity = identity;
        this.configuration = configuration;
        this.unmodelled = unmodelled;
        this.whole = new Body(instance.at());
    }

    /// Returns the body that the arguments make.
    ///
    /// @param parent the argument that names the parent or target, which is no property
    static Body of(Instance instance, Block block, Optional<String> parent, Identity identity,
            Configuration configuration, Diagnostics diagnostics, Consumer<Unmodelled> unmodelled) {
        Translation translation = new Translation(instance, identity, configuration, unmodelled);
        Node.Mapping values = parent.map(argument -> new Node.Mapping(instance.values().at(),
                instance.values().entries().stream().filter(entry -> !entry.key().text().equals(argument)).toList()))
                .orElse(instance.values());
        translation.block(values, block, translation.whole, List.of());
        if (translation.sensitive) {
            diagnostics.note("SENSITIVE_VALUE", instance.at(), instance.address()
                    + " has values that are marked sensitive; they are read, and may be shown where they decide", "");
        }
        return translation.whole;
    }

    private void block(Node.Mapping values, Block block, Body body, List<String> path) {
        block.constants().forEach((key, value) -> body.set(key, values.at(),
                new Node.Scalar(values.at(), value, Node.Style.QUOTED)));
        block.arguments().forEach((name, argument) -> values.entry(name)
                .filter(entry -> !Instance.isEmpty(entry.value()))
                .ifPresent(entry -> argument(entry, argument, body, Unknowns.append(path, name))));
        for (Node.Entry entry : values.entries()) {
            if (block.argument(entry.key().text()).isEmpty() && !Instance.isEmpty(entry.value())
                    && !isNo(entry.value())) {
                notModelled(entry, "this version does not know the argument");
            }
        }
    }

    /// `false` and 0 are what the provider writes for most arguments that nobody set.
    private static boolean isNo(Node value) {
        return value instanceof Node.Scalar scalar && scalar.style() == Node.Style.PLAIN
                && (scalar.text().equals("false") || scalar.text().equals("0"));
    }

    private void argument(Node.Entry entry, Argument argument, Body body, List<String> path) {
        switch (argument) {
            case Argument.Property property -> property(entry, property, body, path);
            case Argument.Single(String to, Block inner) -> single(entry, to, inner, body, path);
            case Argument.Items items -> items(entry, items, body, path);
            case Argument.Left _ -> {
                // The table says why.
            }
            case Argument.NotModelled(String why) -> {
                if (!isNo(entry.value()) && !Identity.isUnknown(entry.value())) {
                    notModelled(entry, why);
                }
            }
        }
    }

    private void property(Node.Entry entry, Argument.Property property, Body body, List<String> path) {
        Node value = entry.value();
        boolean unknown = Identity.isUnknown(value);
        if (unknown && isSilent(property.source(), path)
                || value instanceof Node.Scalar(var _, String text, var _) && !unknown
                        && text.equals(property.usual())) {
            return;
        }
        sensitive |= !unknown && isSensitive(path);
        Node converted = converted(value, property.form(), path);
        String to = property.path();
        if (!to.startsWith("/")) {
            body.set(to, entry.key().at(), converted);
        } else if (!whole.has(to.substring(1, Math.max(to.indexOf("/0/"), 1)))) {
            whole.set(to.substring(1), entry.key().at(), converted);
        }
    }

    private void single(Node.Entry entry, String to, Block inner, Body body, List<String> path) {
        switch (entry.value()) {
            case Node.Mapping mapping -> merge(entry, to, inner, mapping, body, path);
            case Node.Sequence(var _, var items) when items.getFirst() instanceof Node.Mapping mapping ->
                merge(entry, to, inner, mapping, body, Unknowns.append(path, "0"));
            case Node.Sequence(var _, var items) when Identity.isUnknown(items.getFirst()) ->
                body.set(to, entry.key().at(), items.getFirst());
            case Node.Scalar scalar when scalar.isUnknown() -> {
                if (!isSilent(Source.PROVIDER, path)) {
                    body.set(to, entry.key().at(), scalar);
                }
            }
            case Node.Sequence _,Node.Scalar _ ->
                notModelled(entry, "a block was expected");
        }
    }

    private void merge(Node.Entry entry, String to, Block inner, Node.Mapping values, Body body, List<String> path) {
        Body object = new Body(values.at());
        block(values, inner, object, path);
        body.merge(to, entry.key().at(), object);
    }

    private void items(Node.Entry entry, Argument.Items items, Body body, List<String> path) {
        List<Node> blocks = switch (entry.value()) {
            case Node.Sequence(var _, var all) -> all;
            case Node.Mapping mapping -> List.<Node>of(mapping);
            case Node.Scalar scalar when scalar.isUnknown() && isSilent(items.source(), path) -> List.<Node>of();
            case Node.Scalar scalar -> List.<Node>of(scalar);
        };
        for (int i = 0; i < blocks.size(); i++) {
            switch (blocks.get(i)) {
                case Node.Mapping mapping -> {
                    Body item = new Body(mapping.at());
                    block(mapping, items.block(), item, Unknowns.append(path, Integer.toString(i)));
                    body.add(items.path(), entry.key().at(), item);
                }
                case Node.Scalar scalar when scalar.isUnknown() ->
                    body.add(items.path(), entry.key().at(), scalar);
                case Node.Scalar _,Node.Sequence _ ->
                    notModelled(entry, "a block was expected");
            }
        }
    }

    /// Whether a value that nobody knows says nothing, because the configuration leaves it to the provider.
    private boolean isSilent(Source source, List<String> path) {
        return switch (source) {
            case CONFIGURED, ASSIGNED -> false;
            case PROVIDER -> configuration.references(instance, path).isEmpty();
        };
    }

    private boolean isSensitive(List<String> path) {
        Optional<Node> here = Optional.of(instance.sensitive());
        for (String step : path) {
            if (here.filter(Tree::isTrue).isPresent()) {
                return true;
            }
            here = here.flatMap(node -> Tree.step(node, step));
        }
        return here.filter(Translation::hasSensitive).isPresent();
    }

    private static boolean hasSensitive(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> Tree.isTrue(scalar);
            case Node.Sequence sequence -> sequence.items().stream().anyMatch(Translation::hasSensitive);
            case Node.Mapping mapping -> mapping.entries().stream().anyMatch(entry -> hasSensitive(entry.value()));
        };
    }

    private Node converted(Node value, Form form, List<String> path) {
        return switch (form) {
            case SAME -> value;
            case NOT -> truth(value, "false", "true", Node.Style.PLAIN);
            case ENABLED -> truth(value, "Enabled", "Disabled", Node.Style.QUOTED);
            case DISABLED -> truth(value, "Disabled", "Enabled", Node.Style.QUOTED);
            case ONE -> new Node.Sequence(value.at(), List.of(value));
            case TEXT -> value instanceof Node.Scalar scalar && !scalar.isUnknown()
                    ? new Node.Scalar(scalar.at(), scalar.text(), Node.Style.QUOTED)
                    : value;
            case JOINED -> joined(value);
            case REFERENCE -> wrapped("id", id(value, path));
            case ID -> id(value, path);
            case REFERENCES -> each(ids(value, path), item -> wrapped("id", item));
            case IDS -> ids(value, path);
            case SERVICES -> each(value, item -> wrapped("service", item));
            case ADDRESSES -> each(value, item -> wrapped("address", item));
            case RECORDS -> each(value, item -> wrapped("ipv4Address", item));
        };
    }

    private static Node truth(Node value, String whereTrue, String whereFalse, Node.Style style) {
        return Identity.isUnknown(value) ? value
                : new Node.Scalar(value.at(), Tree.isTrue(value) ? whereTrue : whereFalse, style);
    }

    private static Node joined(Node value) {
        return value instanceof Node.Sequence(var at, var items)
                && items.stream().noneMatch(Identity::isUnknown)
                        ? new Node.Scalar(at, items.stream().flatMap(item -> Tree.text(item).stream())
                                .collect(Collectors.joining(",")), Node.Style.QUOTED)
                        : value instanceof Node.Sequence(var _, var items)
                                ? items.stream().filter(Identity::isUnknown).findFirst().orElse(value)
                                : value;
    }

    private Node id(Node value, List<String> path) {
        if (!Identity.isUnknown(value)) {
            return value;
        }
        List<String> ids = identity.ids(instance, path);
        return ids.size() == 1 ? new Node.Scalar(value.at(), ids.getFirst(), Node.Style.QUOTED) : value;
    }

    private Node ids(Node value, List<String> path) {
        List<String> ids = identity.ids(instance, path);
        if (Identity.isUnknown(value)) {
            return ids.isEmpty() ? new Node.Sequence(value.at(), List.of(value))
                    : new Node.Sequence(value.at(), ids.stream().<Node>map(
                            id -> new Node.Scalar(value.at(), id, Node.Style.QUOTED)).toList());
        }
        if (value instanceof Node.Sequence(var at, var items)
                && items.stream().filter(Identity::isUnknown).count() == items.size() && ids.size() == items.size()) {
            return new Node.Sequence(at, ids.stream().<Node>map(
                    id -> new Node.Scalar(at, id, Node.Style.QUOTED)).toList());
        }
        return value instanceof Node.Sequence(var at, var items) && items.stream().filter(Identity::isUnknown)
                .count() == 1 && ids.size() == 1
                        ? new Node.Sequence(at, items.stream().map(item -> id(item, path)).toList())
                        : value;
    }

    private static Node each(Node value, UnaryOperator<Node> wrap) {
        return value instanceof Node.Sequence(var at, var items)
                ? new Node.Sequence(at, items.stream().map(item -> Identity.isUnknown(item) ? item : wrap.apply(item))
                        .toList())
                : value;
    }

    private static Node wrapped(String key, Node value) {
        SourceLocation at = value.at();
        return new Node.Mapping(at,
                List.of(new Node.Entry(new Node.Scalar(at, key, Node.Style.QUOTED), value)));
    }

    private void notModelled(Node.Entry entry, String why) {
        unmodelled.accept(new Unmodelled(entry.key().at(), "", instance.address(), entry.key().text(), why));
    }
}
