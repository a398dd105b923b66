package dev.sekisho.model.io.log;

import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import java.util.List;

/// A part of a file of logs that can be read by itself.
public sealed interface LogPiece {
    /// Lines that each hold a JSON value or a text.
    ///
    /// @param file the name of the file, as diagnostics show it
    /// @param firstLine where the first of them stands, from 1 on
    record Lines(String file, int firstLine, List<String> lines) implements LogPiece {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /// Rows of a table: the cells that are not empty, by the names of their columns.
    record Rows(List<Node.Mapping> rows) implements LogPiece {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /// A whole file of JSON that goes over several lines.
    record Document(SourceFile file) implements LogPiece {}
}
