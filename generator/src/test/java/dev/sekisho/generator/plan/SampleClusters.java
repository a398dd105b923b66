package dev.sekisho.generator.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The plans of the clusters under `samples`.
public final class SampleClusters {
    private static final Path FOLDER = Path.of("..", "samples");

    private SampleClusters() {}

    /// Returns the plan of each sample by its name.
    public static SortedMap<String, DeploymentPlan> plans() {
        SortedMap<String, DeploymentPlan> plans = new TreeMap<>();
        try (Stream<Path> folders = Files.list(FOLDER)) {
            List<Path> files = folders.map(folder -> folder.resolve("cluster.yaml")).filter(Files::isRegularFile)
                    .toList();
            for (Path file : files) {
                plans.put(String.valueOf(FOLDER.relativize(file).getParent()),
                        Clusters.plan(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return plans;
    }
}
