package dev.sekisho.samples;

import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.Planner;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.catalogue.CatalogueReader;
import dev.sekisho.model.io.cluster.ClusterIntentReader;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.resolve.NeedResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The sample clusters of this folder.
final class Samples {
    static final Catalogue CATALOGUE = CatalogueReader.builtIn();

    private Samples() {}

    /// The names of all samples, in alphabetical order.
    static List<String> names() {
        try (Stream<Path> folders = Files.list(Path.of("."))) {
            return folders.filter(folder -> Files.exists(folder.resolve("cluster.yaml")))
                    .map(folder -> folder.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads and plans a sample; any problem is a failure.
    static DeploymentPlan plan(String name) {
        return plan(name, Path.of(name, "cluster.yaml"));
    }

    static DeploymentPlan plan(String name, Path file) {
        Diagnostics diagnostics = new Diagnostics();
        return plan(name, ClusterIntentReader.read(file, CATALOGUE, diagnostics), diagnostics);
    }

    /// Plans a cluster; any problem is a failure.
    static DeploymentPlan plan(String name, Optional<ClusterIntent> intent, Diagnostics diagnostics) {
        Optional<ClusterNeeds> needs = intent.map(i -> NeedResolver.resolve(i, CATALOGUE, diagnostics));
        return needs
                .flatMap(n -> Planner.plan(intent.orElseThrow(), n, CATALOGUE.factsDate().toString(), diagnostics))
                .filter(_ -> !diagnostics.hasErrors())
                .orElseThrow(() -> new AssertionError(name + ": " + diagnostics));
    }
}
