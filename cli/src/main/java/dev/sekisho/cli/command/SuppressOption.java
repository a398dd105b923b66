package dev.sekisho.cli.command;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.simulator.exact.lint.finding.Suppressions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The option `--suppress`: findings that somebody looked at and accepted.
final class SuppressOption {
    @Option(names = "--suppress", paramLabel = "FILE", description = "Findings that are accepted: in each line a code, a rule as policy/group/collection/rule, and the reason.")
    private Optional<Path> file = Optional.empty();

    /// Reads the file, if there is one; what is wrong is among the diagnostics.
    Suppressions read(Diagnostics diagnostics) {
        Optional<SourceFile> read = file
                .flatMap(path -> SourceFile.read(path, diagnostics, SourceFile.YAML_LIMIT));
        List<Diagnostic> problems = new ArrayList<>();
        Suppressions suppressions = read
                .map(source -> Suppressions.parse(source.name(), source.text().lines().toList(), problems))
                .orElse(Suppressions.NONE);
        problems.forEach(diagnostics::add);
        return suppressions;
    }
}
