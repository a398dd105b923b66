package dev.sekisho.model.io.environment;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.arm.ArmTemplate;
import dev.sekisho.model.io.arm.DeploymentContext;
import dev.sekisho.model.io.arm.EvaluatedTemplate;
import dev.sekisho.model.io.csv.RuleTable;
import dev.sekisho.model.io.kubernetes.ManifestReader;
import dev.sekisho.model.io.resource.Exports;
import dev.sekisho.model.io.resource.Fragments;
import dev.sekisho.model.io.servicetag.ServiceTagReader;
import dev.sekisho.model.io.terraform.TerraformShow;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.JsonTree;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.io.tree.YamlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Reads files and folders into one [Environment].
///
/// What a file is, its content says. A file that is named must be readable; in a folder, files of other kinds are
/// passed over with a note. All problems of all files are reported; the environment holds what could be read, so the
/// caller asks the diagnostics whether to use it.
public final class EnvironmentReader {
    private final Diagnostics diagnostics;
    private final EnvironmentParts parts;
    private final ResourceFiles resources;
    private final List<Node> parameters = new ArrayList<>();
    private final SequencedMap<String, Integer> manifests = new LinkedHashMap<>();

    private EnvironmentReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.parts = new EnvironmentParts(diagnostics);
        this.resources = new ResourceFiles(diagnostics);
    }

    /// Reads files and folders, which together describe one environment.
    public static Environment read(List<Path> paths, Diagnostics diagnostics) {
        return read(paths, List.of(), diagnostics);
    }

    /// Reads files and folders, which together describe one environment.
    ///
    /// @param parameters files with values for the parameters of templates; a later one wins
    public static Environment read(List<Path> paths, List<Path> parameters, Diagnostics diagnostics) {
        EnvironmentReader reader = new EnvironmentReader(diagnostics);
        Inspection read = reader.all(paths, parameters);
        reader.resources.summarise();
        return read.environment();
    }

    /// Reads files and folders as [#read] does, and tells what else was found in them.
    public static Inspection inspect(List<Path> paths, List<Path> parameters, Diagnostics diagnostics) {
        return new EnvironmentReader(diagnostics).all(paths, parameters);
    }

    /// Reads an environment that stands inside another file, such as the `config` of a test case. The caller has taken
    /// out the keys that are its own and reports those that are left.
    public static Environment readInline(Fields fields, Diagnostics diagnostics) {
        EnvironmentParts parts = new EnvironmentParts(diagnostics);
        new EnvironmentDocument(diagnostics, parts).read(fields);
        return parts.environment();
    }

    private Inspection all(List<Path> paths, List<Path> parameterFiles) {
        parameterFiles.forEach(this::parameterFile);
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                folder(path);
            } else {
                file(path, true);
            }
        }
        resources.finish(parts);
        SequencedMap<String, Integer> others = new LinkedHashMap<>(resources.otherCounts());
        others.putAll(manifests);
        return new Inspection(parts.environment(), others, resources.madeUp(),
                resources.notDeployed(), resources.unmodelled());
    }

    private void parameterFile(Path path) {
        SourceFile.read(path, diagnostics, SourceFile.YAML_LIMIT)
                .flatMap(file -> JsonTree.read(file, JsonTree.Dialect.RELAXED, diagnostics)).ifPresent(document -> {
                    if (FileContent.of(document) == FileContent.PARAMETERS) {
                        parameters.add(document);
                    } else {
                        diagnostics.error("NOT_PARAMETERS", document.at(),
                                "this is " + FileContent.of(document).looksLike()
                                        + ", but values for the parameters of a template are needed here",
                                "name a file with $schema …/deploymentParameters.json#");
                    }
                });
    }

    private void folder(Path folder) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile).filter(file -> !isHidden(folder.relativize(file))).sorted()
                    .forEach(files::add);
        } catch (IOException | UncheckedIOException e) {
            diagnostics.error("UNREADABLE_FILE", SourceLocation.startOf(folder.toString()),
                    "this folder cannot be read: " + e.getMessage(), "check the permissions of the folder");
        }
        if (files.isEmpty()) {
            diagnostics.warning("EMPTY_FOLDER", SourceLocation.startOf(folder.toString()), "this folder holds no file",
                    "");
        }
        OwnRenderings renderings = OwnRenderings.of(files);
        PassedOver passedOver = new PassedOver(folder);
        for (Path file : files) {
            if (renderings.include(file)) {
                passedOver.add(file, "what the environment beside them says, in other words");
            } else {
                file(file, false).ifPresent(reason -> passedOver.add(file, reason));
            }
        }
        passedOver.report(diagnostics);
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /// Reads a file. Returns what it holds where that is nothing to read, which only a file of a folder may.
    private Optional<String> file(Path path, boolean named) {
        FileStart start = FileStart.of(path);
        if (!named && !start.mayBeStructured() && !start.isNamedTable()) {
            return Optional.of("neither YAML nor JSON");
        }
        Diagnostics own = new Diagnostics();
        Optional<SourceFile> file = SourceFile.read(path, own,
                start.isJson() ? SourceFile.JSON_LIMIT : SourceFile.YAML_LIMIT);
        if (start.isJson() && file.filter(ServiceTagReader::recognises).isPresent()) {
            file.ifPresent(this::serviceTags);
            return Optional.empty();
        }
        if (start.mayBeTable() && file.filter(RuleTable::recognises).isPresent()) {
            file.ifPresent(table -> table(table, fileName(path)));
            return Optional.empty();
        }
        if (start.isNamedTable() && file.isPresent()) {
            return noTable(path, named);
        }
        List<Node> documents = file.map(text -> documents(text, start.isJson(), own)).orElse(List.of());
        boolean recognised = documents.stream().anyMatch(document -> FileContent.of(document).isKnown());
        // A broken JSON file may be a part of the environment; a broken YAML file mostly is a template of another tool.
        boolean broken = own.hasErrors() && start.isJson();
        if (!named && !recognised && !broken) {
            return Optional.of(FileContent.UNRECOGNISED.looksLike());
        }
        file.ifPresent(text -> diagnostics.sources().put(text.name(), text::line));
        diagnostics.addAll(own.all());
        String name = fileName(path);
        List<String> passedOver = documents.stream()
                .flatMap(document -> document(document, documents, named, name).stream()).toList();
        return passedOver.size() == documents.size() ? passedOver.stream().findFirst() : Optional.empty();
    }

    private static String fileName(Path path) {
        Path last = path.getFileName();
        String name = last == null ? path.toString() : last.toString();
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private void table(SourceFile file, String name) {
        diagnostics.sources().put(file.name(), file::line);
        resources.add(RuleTable.resources(file, name, diagnostics), List.of());
    }

    private Optional<String> noTable(Path path, boolean named) {
        if (!named) {
            return Optional.of("tables, but not of firewall rules");
        }
        diagnostics.error("NOT_AN_ENVIRONMENT", SourceLocation.startOf(path.toString()),
                "this table has not the headings of firewall rules",
                "its first row needs an action, a source, a destination, and the name of the rule or collection");
        return Optional.empty();
    }

    private void serviceTags(SourceFile file) {
        diagnostics.sources().put(file.name(), file::line);
        ServiceTagReader.read(file, diagnostics).ifPresent(parts::add);
    }

    private static List<Node> documents(SourceFile file, boolean json, Diagnostics diagnostics) {
        return json ? JsonTree.readPieces(file, diagnostics) : YamlTree.readAll(file, diagnostics);
    }

    /// Reads a document. Returns what it holds where that is nothing to read.
    private Optional<String> document(Node document, List<Node> documents, boolean named, String fileName) {
        FileContent content = FileContent.of(document);
        switch (content) {
            case OWN -> own(document);
            case AZURE_RESOURCES -> resources.add(Exports.read(document), documents);
            case FRAGMENTS -> {
                diagnostics.note("FRAGMENT", document.at(), "this holds parts of a resource, which are taken for "
                        + fileName, "");
                resources.addMadeUp(Fragments.read(document, fileName), documents);
            }
            case SERVICE_TAGS -> diagnostics.error("NOT_AN_ENVIRONMENT", document.at(),
                    "this looks like a service-tag file, but not as Microsoft publishes it",
                    "name the JSON file itself, with 'changeNumber', 'cloud' and the list 'values'");
            case PARAMETERS -> {
                return otherwise(document, content, named, "give it with --parameters");
            }
            case ARM_TEMPLATE -> {
                EvaluatedTemplate template = ArmTemplate.evaluate(document, parameters, DeploymentContext.UNSAID,
                        diagnostics);
                resources.add(template.resources(), documents);
                resources.addNotDeployed(template.notDeployed());
            }
            case TERRAFORM -> {
                TerraformShow.Described described = TerraformShow.read(document, diagnostics);
                resources.add(described.resources(), described.unmodelled(), documents);
            }
            case EFFECTIVE_ROUTES -> {
                Fields fields = Fields.of(EffectiveRoutes.document(document, fileName, diagnostics), "the routes",
                        diagnostics);
                new EnvironmentDocument(diagnostics, parts).read(fields);
                fields.finish();
            }
            // Who can reach them is another question, with a command of its own.
            case KUBERNETES -> ManifestReader.kinds(document)
                    .forEach(kind -> manifests.merge("Kubernetes " + kind, 1, Integer::sum));
            case CLUSTER_INTENT, TEST_FILE, OTHER_OWN, UNRECOGNISED -> {
                return otherwise(document, content, named, "name a file with kind: Environment, or a service-tag file");
            }
        }
        return Optional.empty();
    }

    private Optional<String> otherwise(Node document, FileContent content, boolean named, String remedy) {
        if (!named) {
            return Optional.of(content.looksLike());
        }
        diagnostics.error("NOT_AN_ENVIRONMENT", document.at(),
                "this is " + content.looksLike() + ", but an environment is needed here", remedy);
        return Optional.empty();
    }

    private void own(Node document) {
        Fields fields = Fields.of(document, "an environment", diagnostics);
        fields.text("apiVersion").filter(version -> !version.equals(EnvironmentDocument.API_VERSION))
                .ifPresent(version -> diagnostics.error("UNKNOWN_VALUE", fields.valueAt("apiVersion"),
                        "the version " + Quotation.of(version) + " is not known",
                        "write " + EnvironmentDocument.API_VERSION));
        fields.oneOf("kind", List.of(EnvironmentDocument.KIND));
        fields.mapping("metadata").ifPresent(metadata -> {
            metadata.text("name");
            metadata.finish();
        });
        new EnvironmentDocument(diagnostics, parts).read(fields);
        fields.finish();
    }
}
