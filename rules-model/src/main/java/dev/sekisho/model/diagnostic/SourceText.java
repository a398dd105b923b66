package dev.sekisho.model.diagnostic;

import java.util.Optional;

/// Looks up the lines of input files, so that a problem can quote the line it is about.
@FunctionalInterface
public interface SourceText {
    /// Knows no file: problems are printed without their line.
    SourceText NONE = (file, line) -> Optional.empty();

    /// Returns the line, counted from 1 and without its end, or nothing if the file or the line is not known.
    Optional<String> line(String file, int line);
}
