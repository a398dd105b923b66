package dev.sekisho.model.io.cluster;

import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.ClusterRules;
import dev.sekisho.model.cluster.Dependency;
import dev.sekisho.model.cluster.InboundIntent;
import dev.sekisho.model.cluster.PlanOptions;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.io.tree.YamlTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a cluster file. All problems are found in one run; an intent is returned only where there is no error.
public final class ClusterIntentReader {
    /// The only version of the format.
    public static final String API_VERSION = "sekisho.dev/v1";
    /// The kind of the document.
    public static final String KIND = "ClusterEgress";

    private final Catalogue catalogue;
    private final Diagnostics diagnostics;

    private ClusterIntentReader(Catalogue catalogue, Diagnostics diagnostics) {
        this.catalogue = catalogue;
        this.diagnostics = diagnostics;
    }

    /// Reads a file.
    ///
    /// @param catalogue tells which features and services there are
    public static Optional<ClusterIntent> read(Path path, Catalogue catalogue, Diagnostics diagnostics) {
        return SourceFile.read(path, diagnostics, SourceFile.YAML_LIMIT)
                .flatMap(file -> read(file, catalogue, diagnostics));
    }

    /// Reads text that is already in memory.
    public static Optional<ClusterIntent> read(SourceFile file, Catalogue catalogue, Diagnostics diagnostics) {
        long errorsOfOthers = diagnostics.count(Severity.ERROR);
        return YamlTree.read(file, diagnostics)
                .flatMap(node -> new ClusterIntentReader(catalogue, diagnostics).document(node))
                .filter(intent -> diagnostics.count(Severity.ERROR) == errorsOfOthers);
    }

    private Optional<ClusterIntent> document(Node root) {
        Fields fields = Fields.of(root, "the cluster file", diagnostics);
        fields.require("apiVersion", "kind", "metadata", "cluster", "network");
        fields.oneOf("apiVersion", List.of(API_VERSION));
        fields.oneOf("kind", List.of(KIND));
        Places places = new Places();
        Optional<String> name = metadata(fields);
        var cluster = new ClusterShapeReader(catalogue, places, diagnostics).read(fields);
        var network = new NetworkIntentReader(places, diagnostics).read(fields);
        List<Dependency> dependencies = dependencies(fields, places);
        List<InboundIntent> inbound = inbound(fields, places);
        PlanOptions options = options(fields);
        fields.finish();
        // Rules about combinations wait until the parts that they look at are right: what is missing because it could not
        // be read is not reported again.
        if (name.isEmpty() || cluster.isEmpty() || network.isEmpty()) {
            return Optional.empty();
        }
        ClusterIntent intent = new ClusterIntent(name.get(), cluster.get(), network.get(), dependencies, inbound,
                options, root.at());
        diagnostics.addAll(ClusterRules.check(intent, places.of(root.at())));
        return Optional.of(intent);
    }

    private Optional<String> metadata(Fields fields) {
        return fields.mapping("metadata").flatMap(metadata -> {
            metadata.require("name");
            Optional<String> name = metadata.parseString("name", Names::cluster);
            metadata.finish();
            return name;
        });
    }

    private List<Dependency> dependencies(Fields fields, Places places) {
        List<Dependency> dependencies = new ArrayList<>();
        Map<String, Dependency> byName = new LinkedHashMap<>();
        DependencyReader reader = new DependencyReader(catalogue, diagnostics);
        for (Node item : fields.list("dependencies")) {
            reader.read(item).ifPresent(dependency -> {
                Dependency earlier = byName.putIfAbsent(dependency.name(), dependency);
                if (earlier != null) {
                    diagnostics.error("DUPLICATE_NAME", dependency.at(),
                            "a dependency named '" + dependency.name() + "' stands already at " + earlier.at(),
                            "give each dependency a name of its own");
                }
                places.note("dependencies." + dependency.name(), dependency.at());
                dependencies.add(dependency);
            });
        }
        return dependencies;
    }

    private List<InboundIntent> inbound(Fields fields, Places places) {
        List<InboundIntent> inbound = new ArrayList<>();
        InboundReader reader = new InboundReader(places, diagnostics);
        List<Node> items = fields.list("inbound");
        for (int i = 0; i < items.size(); i++) {
            reader.read(items.get(i), "inbound." + i).ifPresent(inbound::add);
        }
        return inbound.size() == items.size() ? inbound : List.of();
    }

    private PlanOptions options(Fields fields) {
        Optional<Fields> given = fields.mapping("options");
        if (given.isEmpty()) {
            return PlanOptions.DEFAULT;
        }
        Fields options = given.get();
        boolean fqdnTag = options.bool("fqdnTag").orElse(false);
        boolean legacyNames = options.bool("legacyNames").orElse(false);
        List<String> include = requirementIds(options, "include");
        List<String> exclude = requirementIds(options, "exclude");
        options.finish();
        return new PlanOptions(fqdnTag, legacyNames, include, exclude);
    }

    private List<String> requirementIds(Fields options, String key) {
        List<String> known = catalogue.requirements().stream().map(requirement -> requirement.id()).toList();
        return options.scalars(key).stream()
                .flatMap(item -> Known.word(item, "requirement", known, "sekisho catalog list", diagnostics).stream())
                .toList();
    }
}
