package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.resource.AzureResource;
import dev.sekisho.model.io.tree.JsonTree;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A template after evaluation, written so that tests can compare it.
record Evaluated(EvaluatedTemplate template, Diagnostics diagnostics) {
    static final DeploymentContext CONTEXT = new DeploymentContext(
            Optional.of("11111111-2222-3333-4444-555555555555"), Optional.of("99999999-8888-7777-6666-555555555555"),
            Optional.of("rg-hub"), Optional.of("japaneast"), Optional.of("main"),
            dev.sekisho.model.cluster.Cloud.AZURE_PUBLIC);

    static Evaluated of(String template, String... parameterFiles) {
        return of(CONTEXT, template, parameterFiles);
    }

    static Evaluated of(DeploymentContext context, String template, String... parameterFiles) {
        Diagnostics diagnostics = new Diagnostics();
        List<Node> files = new ArrayList<>();
        for (int i = 0; i < parameterFiles.length; i++) {
            files.add(node("parameters" + i + ".json", parameterFiles[i], diagnostics));
        }
        return new Evaluated(ArmTemplate.evaluate(node("main.json", template, diagnostics), files, context,
                diagnostics), diagnostics);
    }

    /// Evaluates a template that has one output only, and returns that.
    static Evaluated output(String expression) {
        return of("{\"outputs\": {\"it\": {\"value\": " + quoted("[" + expression + "]") + "}}}");
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    static Node node(String name, String text, Diagnostics diagnostics) {
        return SourceFile.decode(name, text.getBytes(StandardCharsets.UTF_8), diagnostics)
                .flatMap(file -> JsonTree.read(file, JsonTree.Dialect.RELAXED, diagnostics)).orElseThrow();
    }

    /// The output called `it`.
    String it() {
        return text(template.outputs().get("it").orElseThrow());
    }

    /// The problems as `line:column CODE`.
    List<String> problems() {
        return diagnostics.all().stream().map(problem -> problem.at().line() + ":" + problem.at().column() + " "
                + problem.code()).toList();
    }

    /// The resources as `type name`.
    List<String> resources() {
        return template.resources().stream().map(AzureResource::toString).toList();
    }

    /// The properties of the resource with that name.
    String properties(String name) {
        return resource(name).body().get("properties").map(Evaluated::text).orElse("(none)");
    }

    AzureResource resource(String name) {
        return template.resources().stream().filter(resource -> resource.name().equals(name)).findFirst().orElseThrow();
    }

    /// A tree in JSON's notation with single quotes; unknowns stand between angle brackets.
    static String text(Node node) {
        return switch (node) {
            case Node.Scalar scalar when scalar.isUnknown() -> "<" + scalar.text() + ">";
            case Node.Scalar scalar when scalar.style() == Node.Style.QUOTED -> "'" + scalar.text() + "'";
            case Node.Scalar scalar -> scalar.text();
            case Node.Sequence sequence -> sequence.items().stream().map(Evaluated::text)
                    .collect(Collectors.joining(", ", "[", "]"));
            case Node.Mapping mapping -> mapping.entries().stream()
                    .map(entry -> entry.key().text() + ": " + text(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
