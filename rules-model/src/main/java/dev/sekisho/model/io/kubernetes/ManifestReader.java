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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads manifests. Many documents a file and lists of resources are fine; resources of other kinds are counted.
///
/// A file that is named must hold resources of Kubernetes; in a folder, other files are left. A file that several paths lead
/// to is read once. All problems of all files are reported.
public final class ManifestReader {
    private static final String API = "apiVersion";
    private static final String LIST = "List";
    private static final int DEEPEST = 8;
    private static final Pattern API_VERSION = Pattern
            .compile(API + "(?<ours>[\"']?\\s*:\\s*[\"']?sekisho\\.dev/)?");

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
                ? resources(resource, 0).stream().map(item -> text(item, "kind")).toList()
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
        if (!named && file.filter(ManifestReader::hasNoResource).isPresent()) {
            return;
        }
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
                resources((Node.Mapping) document, 0).forEach(this::resource);
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

    /// Tells by the text alone that a file holds no resource: a large environment need not be parsed for that.
    private static boolean hasNoResource(SourceFile file) {
        Matcher version = API_VERSION.matcher(file.text());
        while (version.find()) {
            if (version.group("ours") == null) {
                return false;
            }
        }
        return !speaksOfServices(file);
    }

    private static boolean speaksOfServices(SourceFile file) {
        return file.text().contains("kind: Service");
    }

    private static boolean isResource(Node document) {
        return document instanceof Node.Mapping mapping && !text(mapping, API).isEmpty()
                && !text(mapping, "kind").isEmpty() && !text(mapping, API).startsWith("sekisho.dev/");
    }

    /// The items of a list, or the resource itself. A list may be an item of another; in a list of one kind, as the API answers
    /// it, items do not say which.
    private static List<Node.Mapping> resources(Node.Mapping resource, int depth) {
        String kind = text(resource, "kind");
        if (depth < DEEPEST && kind.endsWith(LIST)
                && resource.get("items").orElse(null) instanceof Node.Sequence(SourceLocation _, List<Node> items)) {
            return items.stream().filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast)
                    .map(item -> text(item, "kind").isEmpty() ? typed(item, resource) : item)
                    .flatMap(item -> resources(item, depth + 1).stream()).toList();
        }
        return List.of(resource);
    }

    private static Node.Mapping typed(Node.Mapping item, Node.Mapping list) {
        String kind = text(list, "kind");
        List<Node.Entry> entries = new ArrayList<>(item.entries());
        entries.add(entry(item, "kind", kind.substring(0, kind.length() - LIST.length())));
        if (text(item, API).isEmpty()) {
            entries.add(entry(item, API, text(list, API)));
        }
        return new Node.Mapping(item.at(), entries);
    }

    private static Node.Entry entry(Node.Mapping item, String key, String value) {
        return new Node.Entry(new Node.Scalar(item.at(), key, Node.Style.PLAIN),
                new Node.Scalar(item.at(), value, Node.Style.PLAIN));
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
        String named = text(resource, "kind");
        String kind = isOfKubernetes(named, text(resource, API)) ? named : named + " of another API";
        switch (kind) {
            case "Service" -> new ServiceReader(diagnostics).read(fields).ifPresent(services::add);
            case "Ingress" -> fronts.add(FrontReader.ingress(fields));
            case "Gateway" -> fronts.add(FrontReader.gateway(fields));
            default -> others.merge(kind, 1, Integer::sum);
        }
    }

    /// Others have Services, Ingresses and Gateways too: Knative, OpenShift, Istio.
    private static boolean isOfKubernetes(String kind, String apiVersion) {
        String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
        return switch (kind) {
            case "Service" -> group.isEmpty();
            case "Ingress" -> group.equals("networking.k8s.io") || group.equals("extensions");
            case "Gateway" -> group.startsWith("gateway.networking.");
            default -> true;
        };
    }
}
