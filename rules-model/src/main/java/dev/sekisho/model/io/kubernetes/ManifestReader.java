package dev.sekisho.model.io.kubernetes;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.JsonTree;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.io.tree.YamlTree;
import dev.sekisho.model.kubernetes.HttpFront;
import dev.sekisho.model.kubernetes.KubernetesService;
import dev.sekisho.model.kubernetes.Manifests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// Reads manifests. Many documents a file and lists of resources are fine; resources of other kinds are counted.
///
/// A file that is named must hold resources of Kubernetes; in a folder, other files are left. A file that several paths lead
/// to is read once. All problems of all files are reported.
public final class ManifestReader {
    private final Diagnostics diagnostics;
    private final List<KubernetesService> services = new ArrayList<>();
    private final List<HttpFront> fronts = new ArrayList<>();
    private final SequencedMap<String, Integer> others = new LinkedHashMap<>();
    private final Set<Path> known = new HashSet<>();

    private ManifestReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /// Reads files and folders.
    public static Manifests read(List<Path> paths, Diagnostics diagnostics) {
        ManifestReader reader = new ManifestReader(diagnostics);
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                reader.folder(path);
            } else {
                reader.file(path, true);
            }
        }
        return new Manifests(reader.services, reader.fronts, reader.others);
    }

    /// Reads what there is of manifests among files and folders of all kinds; what is wrong with the others is not said.
    public static Manifests among(List<Path> paths, Diagnostics diagnostics) {
        ManifestReader reader = new ManifestReader(diagnostics);
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                reader.folder(path);
            } else if (mayBeManifest(path)) {
                reader.file(path, false);
            }
        }
        return new Manifests(reader.services, reader.fronts, reader.others);
    }

    /// Reads text that is already in memory.
    public static Manifests read(SourceFile file, Diagnostics diagnostics) {
        ManifestReader reader = new ManifestReader(diagnostics);
        diagnostics.sources().put(file.name(), file::line);
        reader.documents(documents(file, false, diagnostics), true);
        return new Manifests(reader.services, reader.fronts, reader.others);
    }

    /// Returns the kinds of the resources of a document: of the resource itself, or of the items of a list.
    public static List<String> kinds(Node document) {
        return document instanceof Node.Mapping resource
                ? resources(resource).stream().map(item -> text(item, "kind")).toList()
                : List.of();
    }

    private void folder(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile).filter(ManifestReader::mayBeManifest).sorted()
                    .forEach(file -> file(file, false));
        } catch (IOException | UncheckedIOException e) {
            diagnostics.error("UNREADABLE_FILE", SourceLocation.startOf(folder.toString()),
                    "this folder cannot be read: " + e.getMessage(), "check the permissions of the folder");
        }
    }

    private static boolean mayBeManifest(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    private void file(Path path, boolean named) {
        Diagnostics own = new Diagnostics();
        boolean json = path.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        Optional<SourceFile> file = SourceFile.read(path, own, json ? SourceFile.JSON_LIMIT : SourceFile.YAML_LIMIT);
        List<Node> documents = file.map(source -> documents(source, json, own)).orElse(List.of());
        boolean recognised = documents.stream().anyMatch(ManifestReader::isResource);
        if (!named && !recognised && !(own.hasErrors() && file.filter(ManifestReader::speaksOfServices).isPresent())) {
            return;
        }
        if (!known.add(path.toAbsolutePath().normalize())) {
            return;
        }
        file.ifPresent(source -> diagnostics.sources().put(source.name(), source::line));
        Optional<Diagnostic> mistake = own.hasErrors() ? file.flatMap(ManifestMistakes::of) : Optional.empty();
        mistake.ifPresentOrElse(diagnostics::add, () -> diagnostics.addAll(own.all()));
        if (mistake.isPresent()) {
            return;
        }
        documents(documents, named);
    }

    private void documents(List<Node> documents, boolean named) {
        for (Node document : documents) {
            if (isResource(document)) {
                resources((Node.Mapping) document).forEach(this::resource);
            } else if (named) {
                diagnostics.error("NOT_A_MANIFEST", document.at(), "this is no resource of Kubernetes",
                        "a manifest has apiVersion and kind");
            }
        }
    }

    /// JSON is YAML too, but a parser of its own reads more of it.
    private static List<Node> documents(SourceFile source, boolean json, Diagnostics own) {
        return json ? JsonTree.readPieces(source, own) : YamlTree.readAll(source, own);
    }

    private static boolean speaksOfServices(SourceFile file) {
        return file.text().contains("kind: Service");
    }

    private static boolean isResource(Node document) {
        return document instanceof Node.Mapping mapping && !text(mapping, "apiVersion").isEmpty()
                && !text(mapping, "kind").isEmpty() && !text(mapping, "apiVersion").startsWith("sekisho.dev/");
    }

    /// The items of a list, or the resource itself.
    private static List<Node.Mapping> resources(Node.Mapping resource) {
        if (text(resource, "kind").endsWith("List")
                && resource.get("items").orElse(null) instanceof Node.Sequence(SourceLocation _, List<Node> items)) {
            return items.stream().filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast).toList();
        }
        return List.of(resource);
    }

    private static String text(Node.Mapping mapping, String key) {
        return mapping.get(key).orElse(null) instanceof Node.Scalar scalar && !scalar.isNull() ? scalar.text() : "";
    }

    /// What a resource says: charts leave keys without a value, which counts as if they were not there.
    private static Node.Mapping said(Node.Mapping mapping) {
        return new Node.Mapping(mapping.at(), mapping.entries().stream()
                .filter(entry -> !(entry.value() instanceof Node.Scalar scalar
                        && (scalar.isNull() || scalar.text().isEmpty())))
                .map(entry -> new Node.Entry(entry.key(), said(entry.value()))).toList());
    }

    private static Node said(Node node) {
        return switch (node) {
            case Node.Mapping mapping -> said(mapping);
            case Node.Sequence sequence -> new Node.Sequence(sequence.at(), sequence.items().stream()
                    .map(ManifestReader::said).toList());
            case Node.Scalar scalar -> scalar;
        };
    }

    private void resource(Node.Mapping resource) {
        Fields fields = Fields.of(said(resource), "a resource", diagnostics);
        String kind = text(resource, "kind");
        switch (kind) {
            case "Service" -> new ServiceReader(diagnostics).read(fields).ifPresent(services::add);
            case "Ingress" -> fronts.add(FrontReader.ingress(fields));
            case "Gateway" -> fronts.add(FrontReader.gateway(fields));
            default -> others.merge(kind, 1, Integer::sum);
        }
    }
}
