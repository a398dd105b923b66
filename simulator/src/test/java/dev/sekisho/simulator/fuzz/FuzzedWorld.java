package dev.sekisho.simulator.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.io.tree.YamlTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Makes an environment of bytes: each few of them are one change of a file in which everything occurs.
///
/// Values are replaced by strange ones, by values from elsewhere in the file, or by any text; entries disappear, appear
/// twice, or are replaced by whole parts of the file.
final class FuzzedWorld {
    private static final int MOST_CHANGES = 12;
    private static final List<String> STRANGE = List.of("", "*", "**", "-1", "0", "65535", "65536",
            "99999999999999999999", "~", "::", "::1", "fd00:30::5", "fd00::/8", "::ffff:10.0.0.1", "0.0.0.0/0",
            "0.0.0.0/32", "255.255.255.255", "10.30.1.7/8", "10.0.0.9-10.0.0.1", "10.0.0.0-10.255.255.255", "/", "a/b",
            "<x>", "<>", "-", "xn--", "bücher.example", "images.example.", ".", "..", "a".repeat(300),
            "a.".repeat(150), "*.*.example", "\u0000", "\ud83d\ude00", "true", "false", "Any", "Off", "Internet",
            "VirtualNetwork", "AzureCloud", "Missing.tag", "company", "shop-policy", "hub-fw", "10.31.0.4");
    private static final Node BASE = base();

    private FuzzedWorld() {}

    /// Where changes come from.
    interface Choices {
        int consumeInt(int lowest, int highest);

        String consumeString(int longest);
    }

    static Environment environment(FuzzedDataProvider data) {
        return environment(new Choices() {
            @Override
            public int consumeInt(int lowest, int highest) {
                return data.consumeInt(lowest, highest);
            }

            @Override
            public String consumeString(int longest) {
                return data.consumeString(longest);
            }
        });
    }

    static Environment environment(Choices data) {
        Node changed = BASE;
        for (int changes = data.consumeInt(0, MOST_CHANGES); changes > 0; changes--) {
            changed = changed(changed, data);
        }
        Diagnostics diagnostics = new Diagnostics();
        return EnvironmentReader.readInline(Fields.of(changed, "an environment", diagnostics), diagnostics);
    }

    private static Node base() {
        try (InputStream in = Objects.requireNonNull(FuzzedWorld.class.getResourceAsStream("shop.yaml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return YamlTree.read(SourceFile.of("shop.yaml", text), new Diagnostics()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Node changed(Node root, Choices data) {
        List<Node> nodes = new ArrayList<>();
        collect(root, nodes);
        Node target = nodes.get(data.consumeInt(0, nodes.size() - 1));
        return switch (data.consumeInt(0, 5)) {
            case 0 -> new Change(target, List.of(scalar(target, STRANGE.get(data.consumeInt(0, STRANGE.size() - 1)))))
                    .of(root);
            case 1 -> new Change(target, List.of(scalar(target, data.consumeString(80)))).of(root);
            case 2 -> new Change(target, List.of()).of(root);
            case 3 -> new Change(target, List.of(target, target)).of(root);
            case 4 -> new Change(target, List.of(new Node.Sequence(target.at(), List.of()))).of(root);
            default -> new Change(target, List.of(nodes.get(data.consumeInt(0, nodes.size() - 1)))).of(root);
        };
    }

    private static Node scalar(Node target, String text) {
        return new Node.Scalar(target.at(), text, Node.Style.QUOTED);
    }

    private static void collect(Node node, List<Node> nodes) {
        nodes.add(node);
        switch (node) {
            case Node.Mapping(SourceLocation _, List<Node.Entry> entries) ->
                entries.forEach(entry -> collect(entry.value(), nodes));
            case Node.Sequence(SourceLocation _, List<Node> items) -> items.forEach(item -> collect(item, nodes));
            case Node.Scalar _ -> {}
        }
    }

    /// One node that others take the place of: none, one, or in a list several.
    private record Change(Node target, List<Node> instead) {
        Node of(Node node) {
            if (node == target) {
                return instead.isEmpty() ? Node.nothing(node.at()) : instead.getFirst();
            }
            return switch (node) {
                case Node.Mapping(SourceLocation at, List<Node.Entry> entries) -> new Node.Mapping(at, entries.stream()
                        .filter(entry -> entry.value() != target || !instead.isEmpty())
                        .map(entry -> new Node.Entry(entry.key(), of(entry.value()))).toList());
                case Node.Sequence(SourceLocation at, List<Node> items) -> new Node.Sequence(at, items.stream()
                        .flatMap(item -> item == target ? instead.stream() : java.util.stream.Stream.of(of(item)))
                        .toList());
                case Node.Scalar scalar -> scalar;
            };
        }
    }
}
