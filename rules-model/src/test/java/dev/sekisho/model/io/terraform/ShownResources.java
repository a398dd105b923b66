package dev.sekisho.model.io.terraform;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.resource.AzureResource;
import dev.sekisho.model.io.shape.Unmodelled;
import dev.sekisho.model.io.tree.JsonTree;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The resources that were read from a plan or state, with what was said about them.
record ShownResources(List<AzureResource> resources, List<Unmodelled> unmodelled, Diagnostics diagnostics) {

    static ShownResources of(Node root) {
        Diagnostics diagnostics = new Diagnostics();
        TerraformShow.Described read = TerraformShow.read(root, diagnostics);
        return new ShownResources(read.resources(), read.unmodelled(), diagnostics);
    }

    static ShownResources ofText(String json) {
        return of(tree(json));
    }

    static ShownResources ofFile(String name) throws IOException {
        return ofText(text(name));
    }

    static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ShownResources.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Node tree(String json) {
        Diagnostics diagnostics = new Diagnostics();
        return JsonTree.read(SourceFile.of("plan.json", json), JsonTree.Dialect.STRICT, diagnostics)
                .orElseThrow(() -> new IllegalArgumentException(diagnostics.toString()));
    }

    AzureResource only(String type, String name) {
        List<AzureResource> found = resources.stream()
                .filter(resource -> resource.is("Microsoft." + type) && resource.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " resources " + type + " " + name + " in " + resources);
        }
        return found.getFirst();
    }

    /// A part of a resource as text: keys separated by slashes, numbers for items.
    String part(String type, String name, String path) {
        Node here = only(type, name).body();
        for (String step : path.split("/")) {
            here = Tree.step(here, step).orElseThrow(() -> new AssertionError(path + " of " + name + ": no " + step));
        }
        return show(here);
    }

    /// Text in quotes, unknown values between angle brackets, the rest as it is.
    static String show(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> switch (scalar.style()) {
                case PLAIN -> scalar.text();
                case QUOTED -> "'" + scalar.text() + "'";
                case UNKNOWN -> "<" + scalar.text() + ">";
            };
            case Node.Sequence(var _, var items) ->
                items.stream().map(ShownResources::show).collect(Collectors.joining(", ", "[", "]"));
            case Node.Mapping(var _, var entries) ->
                entries.stream().map(entry -> entry.key().text() + ": " + show(entry.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    List<String> findings() {
        return Stream.concat(diagnostics.all().stream().map(Diagnostic::problem),
                unmodelled.stream().map(Unmodelled::toString)).toList();
    }
}
