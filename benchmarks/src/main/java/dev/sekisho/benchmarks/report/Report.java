package dev.sekisho.benchmarks.report;

import dev.sekisho.benchmarks.contest.Result;
import dev.sekisho.benchmarks.growth.GrowthPoint;
import dev.sekisho.benchmarks.peers.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What documents show of the newest results: each file with its text.
///
/// @param files by their paths below the root of the repository
public record Report(SequencedMap<String, String> files) {
    private static final String DOCUMENT = "docs/performance.md";
    private static final String IMAGES = "docs/images/";
    private static final String RESULTS = "benchmarks/results";
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    /// Writes the documents: `Report ROOT`.
    public static void main(String[] arguments) {
        Path root = Path.of(arguments[0]);
        try {
            of(root).write(root);
        } catch (IOException e) {
            System.err.println("the documents stay as they are: " + e.getMessage());
            System.exit(1);
        }
    }

    /// Writes the files below a folder.
    public void write(Path root) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = root.resolve(file.getKey());
            Files.createDirectories(target.resolveSibling(""));
            Files.writeString(target, file.getValue());
        }
    }

    /// Makes the documents from the results of this repository.
    ///
    /// @throws IOException if results are missing
    public static Report of(Path root) throws IOException {
        Path peers = newest(root.resolve(RESULTS), DAY + "\\.csv");
        Path growth = newest(root.resolve(RESULTS), DAY + "-growth\\.csv");
        List<Result> results = ResultFile.read(peers);
        List<GrowthPoint> points = GrowthPoint.read(growth);
        SequencedMap<String, String> files = new LinkedHashMap<>();
        Charts.of(results, points).forEach((name, svg) -> files.put(IMAGES + name + ".svg", svg));
        Document document = new Document(Files.readString(root.resolve(DOCUMENT)))
                .with("peers",
                        Tables.peers(provenance(peers), String.valueOf(peers.getFileName()).replace(".csv", ".md"),
                                results))
                .with("growth", Tables.growth(provenance(growth), String.valueOf(growth.getFileName())))
                .with("limits", Tables.limits(points));
        files.put(DOCUMENT, document.text());
        return new Report(files);
    }

    /// Names are dates, so the newest one is the last.
    private static Path newest(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches(name))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new IOException(folder + " has no file that is called like " + name));
        }
    }

    /// The comment in the first line.
    private static String provenance(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("").replaceFirst("^#\\s*", "");
        }
    }
}
