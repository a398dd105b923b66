package dev.sekisho.simulator.cases;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.io.tree.YamlTree;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads test files: YAML with `schemaVersion: 1` and a list of `cases`. A file-level `environment`, a list of paths
/// beside the file, serves every case that has no `config`.
public final class CaseFileReader {
    private final Path path;
    private final Diagnostics run;
    private final Diagnostics problems = new Diagnostics();

    private CaseFileReader(Path path, Diagnostics run) {
        this.path = path;
        this.run = run;
    }

    /// Reads a file. What is wrong with it makes a broken entry, so that nothing unread can pass; the texts of all files
    /// are put among the sources of `run`, which problems are shown with.
    public static List<CaseEntry> read(Path path, Diagnostics run) {
        return new CaseFileReader(path, run).entries();
    }

    private List<CaseEntry> entries() {
        List<CaseEntry> entries = new ArrayList<>();
        SourceFile.read(path, problems, SourceFile.YAML_LIMIT).ifPresent(file -> {
            run.sources().put(file.name(), file::line);
            YamlTree.read(file, problems).ifPresent(document -> entries.addAll(cases(document)));
        });
        List<Diagnostic> errors = CaseReader.errors(problems);
        if (!errors.isEmpty()) {
            entries.addFirst(new CaseEntry.Broken(path.toString(), errors.getFirst().at(), errors));
        }
        return List.copyOf(entries);
    }

    private List<CaseEntry> cases(Node document) {
        Fields fields = Fields.of(document, "a test file", problems);
        fields.require("schemaVersion", "cases");
        fields.integer("schemaVersion", 1, 1);
        Optional<Environment> shared = fields.has("environment") ? Optional.of(environment(fields)) : Optional.empty();
        List<Node> nodes = fields.list("cases");
        if (nodes.isEmpty() && problems.isEmpty()) {
            problems.error("NO_CASES", fields.valueAt("cases"), "this test file has no case", "");
        }
        fields.finish();
        Map<String, SourceLocation> seen = new HashMap<>();
        List<CaseEntry> entries = new ArrayList<>();
        for (Node node : nodes) {
            CaseEntry entry = new CaseReader(shared).read(node);
            SourceLocation first = seen.putIfAbsent(entry.id(), node.at());
            entries.add(first == null ? entry : repeated(entry, node, first));
        }
        return entries;
    }

    private static CaseEntry repeated(CaseEntry entry, Node node, SourceLocation first) {
        return new CaseEntry.Broken(entry.id(), node.at(), List.of(Diagnostic.error("DUPLICATE_ID", node.at(),
                "the id " + Quotation.of(entry.id()) + " is already given in line " + first.line())));
    }

    private Environment environment(Fields fields) {
        List<Path> paths = new ArrayList<>();
        for (Node.Scalar item : fields.scalars("environment")) {
            try {
                paths.add(path.resolveSibling(item.text()));
            } catch (InvalidPathException e) {
                problems.error("INVALID_VALUE", item.at(), Quotation.of(item.text()) + " is no path", "");
            }
        }
        Diagnostics read = new Diagnostics();
        Environment environment = EnvironmentReader.read(paths, read);
        problems.addAll(read.all());
        return environment;
    }
}
