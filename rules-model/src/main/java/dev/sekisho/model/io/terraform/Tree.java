package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.tree.Node;
import java.util.List;
import java.util.Optional;

/// Ways through the tree of a plan. What is not there, or is of another kind, is simply absent: plans of several
/// versions of Terraform differ in what they leave out.
final class Tree {
    private Tree() {}

    /// Returns what stands under these keys, one below the other.
    static Optional<Node> at(Node node, String... keys) {
        Optional<Node> here = Optional.of(node);
        for (String key : keys) {
            here = here.flatMap(value -> value instanceof Node.Mapping mapping ? mapping.get(key) : Optional.empty());
        }
        return here;
    }

    static Optional<Node.Mapping> mapping(Node node, String... keys) {
        return at(node, keys).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
    }

    /// Returns the items of a list; none where there is no list.
    static List<Node> items(Node node, String... keys) {
        return at(node, keys).map(value -> value instanceof Node.Sequence(var _, var items) ? items : List.<Node>of())
                .orElse(List.of());
    }

    static Optional<String> text(Node node, String... keys) {
        return at(node, keys).filter(Node.Scalar.class::isInstance).map(Node.Scalar.class::cast)
                .filter(scalar -> !scalar.isNull()).map(Node.Scalar::text);
    }

    static boolean isTrue(Node node) {
        return node instanceof Node.Scalar scalar && scalar.style() == Node.Style.PLAIN
                && scalar.text().equals("true");
    }

    /// Returns the item or value at one step of a path: a key, or the number of an item.
    static Optional<Node> step(Node node, String step) {
        return switch (node) {
            case Node.Mapping mapping -> mapping.get(step);
            case Node.Sequence(var _, var items) -> number(step).filter(i -> i < items.size()).map(items::get);
            case Node.Scalar _ -> Optional.empty();
        };
    }

    static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,7}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}
