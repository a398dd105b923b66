package dev.sekisho.cli.output;

import java.nio.file.Path;
import java.util.List;

/// How writing a set of files ended.
public sealed interface WriteOutcome {

    /// All files are there, in the order in which they were given.
    record Written(List<Path> files) implements WriteOutcome {
        public Written {
            files = List.copyOf(files);
        }
    }

    /// No file was created, replaced or removed.
    ///
    /// @param problem what is in the way
    /// @param help what to do about it
    record Refused(String problem, String help) implements WriteOutcome {}
}
