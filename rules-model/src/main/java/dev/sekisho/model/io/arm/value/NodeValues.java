package dev.sekisho.model.io.arm.value;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Values from and to the tree of a file.
public final class NodeValues {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private NodeValues() {}

    /// The value of a node without regard to expressions: a text that looks like one stays a text.
    public static Value literal(Node node) {
        return literal(node, Optional.empty());
    }

    /// The value of a node whose own places mean nothing, because it was read out of another text.
    public static Value literal(Node node, SourceLocation everywhere) {
        return literal(node, Optional.of(everywhere));
    }

    private static Value literal(Node node, Optional<SourceLocation> everywhere) {
        SourceLocation at = everywhere.orElse(node.at());
        return switch (node) {
            case Node.Scalar scalar -> scalar(scalar, at);
            case Node.Sequence sequence ->
                Items.of(at, sequence.items().stream().map(item -> literal(item, everywhere)).toList());
            case Node.Mapping mapping -> Members.of(at, mapping.entries().stream()
                    .map(entry -> new Members.Member(everywhere.orElse(entry.key().at()), entry.key().text(),
                            literal(entry.value(), everywhere)))
                    .toList());
        };
    }

    /// The value of a single node.
    public static Value scalar(Node.Scalar scalar, SourceLocation at) {
        String text = scalar.text();
        return switch (scalar.style()) {
            case QUOTED -> new Value.Text(at, text);
            case UNKNOWN -> new Value.Unknown(at, text, text.contains("${"));
            case PLAIN -> {
                if (scalar.isNull()) {
                    yield new Value.Nothing(at);
                }
                if (text.equals("true") || text.equals("false")) {
                    yield new Value.Truth(at, text.equals("true"));
                }
                yield WHOLE.matcher(text).matches() ? new Value.Whole(at, Long.parseLong(text))
                        : new Value.Decimal(at, text);
            }
        };
    }

    /// The value as a tree.
    public static Node node(Value value) {
        SourceLocation at = value.at();
        return switch (value) {
            case Value.Text text -> new Node.Scalar(at, text.text(), Node.Style.QUOTED);
            case Value.Whole whole -> new Node.Scalar(at, Long.toString(whole.number()), Node.Style.PLAIN);
            case Value.Decimal decimal -> new Node.Scalar(at, decimal.number(), Node.Style.PLAIN);
            case Value.Truth truth -> new Node.Scalar(at, Boolean.toString(truth.holds()), Node.Style.PLAIN);
            case Value.Nothing _ -> new Node.Scalar(at, "null", Node.Style.PLAIN);
            case Value.Unknown unknown -> Node.unknown(at, unknown.name());
            case Value.Deployed deployed -> Node.unknown(at, deployed.asUnknown().name());
            case Items list -> new Node.Sequence(at, list.items().stream().map(NodeValues::node).toList());
            case Members object -> mapping(object);
        };
    }

    /// The object as a tree.
    public static Node.Mapping mapping(Members object) {
        List<Node.Entry> entries = new ArrayList<>();
        for (Members.Member member : object.members()) {
            entries.add(new Node.Entry(new Node.Scalar(member.at(), member.name(), Node.Style.QUOTED),
                    node(member.value())));
        }
        return new Node.Mapping(object.at(), entries);
    }
}
