package dev.sekisho.model.io.environment;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files of a folder that were not read, by what they hold. One note says it for each kind of file, because a
/// folder of a repository holds hundreds.
final class PassedOver {
    private static final int NAMED = 3;

    private final Path folder;
    private final Map<String, List<Path>> filesByContent = new LinkedHashMap<>();

    PassedOver(Path folder) {
        this.folder = folder;
    }

    void add(Path file, String holds) {
        filesByContent.computeIfAbsent(holds, _ -> new ArrayList<>()).add(file);
    }

    void report(Diagnostics diagnostics) {
        filesByContent.forEach((holds, files) -> {
            if (files.size() == 1) {
                diagnostics.note("SKIPPED_FILE", SourceLocation.startOf(files.getFirst().toString()),
                        "this file is passed over: it holds " + holds.replace("beside them", "beside it"), "");
            } else {
                diagnostics.note("SKIPPED_FILE", SourceLocation.startOf(folder.toString()), files.size()
                        + " files are passed over: they hold " + holds + " (" + names(files) + ")", "");
            }
        });
    }

    private String names(List<Path> files) {
        int named = files.size() == NAMED + 1 ? NAMED + 1 : Math.min(NAMED, files.size());
        String first = String.join(", ",
                files.stream().limit(named).map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .toList());
        return named == files.size() ? first : first + " and " + (files.size() - named) + " others";
    }
}
