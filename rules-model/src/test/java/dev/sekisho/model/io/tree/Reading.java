package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What reading a text gave: the tree, and the problems as `line:column CODE`.
record Reading(Optional<Node> node, List<Diagnostic> all) {
    static Reading yaml(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Node> node = SourceFile.decode("t.yaml", text.getBytes(StandardCharsets.UTF_8), diagnostics)
                .flatMap(file -> YamlTree.read(file, diagnostics));
        return new Reading(node, diagnostics.all());
    }

    static Reading json(String text, JsonTree.Dialect dialect) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Node> node = SourceFile.decode("t.json", text.getBytes(StandardCharsets.UTF_8), diagnostics)
                .flatMap(file -> JsonTree.read(file, dialect, diagnostics));
        return new Reading(node, diagnostics.all());
    }

    List<String> problems() {
        return all.stream().map(problem -> problem.at().line() + ":" + problem.at().column() + " " + problem.code())
                .toList();
    }

    /// The only problem's text.
    String message() {
        return all.getFirst().problem();
    }

    /// Every node as `line:column text`, keys and items in order; brackets and braces show the structure.
    String outline() {
        return node.map(Reading::outline).orElse("(nothing)");
    }

    static String outline(Node node) {
        String at = node.at().line() + ":" + node.at().column();
        return switch (node) {
            case Node.Mapping mapping ->
                at + "{" + String.join(" ", mapping.entries().stream()
                        .map(entry -> outline(entry.key()) + "=" + outline(entry.value())).toList()) + "}";
            case Node.Sequence sequence ->
                at + "[" + String.join(" ", sequence.items().stream().map(Reading::outline).toList()) + "]";
            case Node.Scalar scalar ->
                at + (scalar.style() == Node.Style.QUOTED ? "'" + scalar.text() + "'" : "<" + scalar.text() + ">");
        };
    }
}
