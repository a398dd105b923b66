package dev.sekisho.cli.text;

import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.DiagnosticRenderer;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceText;
import java.util.List;

/// Prints what is wrong with input files, to standard error, with the lines in question.
public final class Problems {
    private Problems() {}

    /// Prints everything that one run has collected.
    public static void print(Diagnostics diagnostics, Streams streams) {
        print(diagnostics.all(), diagnostics.sources(), streams);
    }

    /// Prints some problems; `sources` knows the lines that they point at.
    public static void print(List<Diagnostic> problems, SourceText sources, Streams streams) {
        DiagnosticRenderer renderer = streams.coloured() ? DiagnosticRenderer.coloured(sources)
                : DiagnosticRenderer.plain(sources);
        streams.err().print(renderer.render(problems));
    }
}
