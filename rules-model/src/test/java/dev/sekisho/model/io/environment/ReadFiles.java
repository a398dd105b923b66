package dev.sekisho.model.io.environment;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Environments read from files that a test writes, and what was wrong with them.
final class ReadFiles {
    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics();

    private ReadFiles(Path folder) {
        this.folder = folder;
    }

    static ReadFiles in(Path folder) {
        return new ReadFiles(folder);
    }

    ReadFiles file(String name, String text) throws IOException {
        files.add(Files.writeString(folder.resolve(name), text));
        return this;
    }

    Inspection inspect() {
        return EnvironmentReader.inspect(files, List.of(), diagnostics);
    }

    Environment read() {
        return inspect().environment();
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    List<String> codes() {
        return diagnostics.all().stream().map(Diagnostic::code).toList();
    }
}
