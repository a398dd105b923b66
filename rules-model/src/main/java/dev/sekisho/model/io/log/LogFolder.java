package dev.sekisho.model.io.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Finds files of logs in folders, as diagnostic settings write them: a folder for each resource, day and hour.
public final class LogFolder {
    private static final Set<String> ENDINGS = Set.of("json", "jsonl", "ndjson", "log", "txt", "csv", "tsv", "gz");

    private LogFolder() {}

    /// Returns the file itself, or all files of logs below a folder in the order of their names.
    ///
    /// @throws IOException if a folder cannot be read
    public static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(LogFolder::isLog).filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static boolean isLog(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
