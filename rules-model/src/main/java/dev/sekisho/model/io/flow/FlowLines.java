package dev.sekisho.model.io.flow;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;

/// The lines of a file of flows, one after the other. Belongs to one thread.
public sealed interface FlowLines extends Iterator<FlowLine>, Closeable permits CsvFlows, JsonFlows {

    /// Begins to read. A file whose first character that is no blank opens a brace holds JSON lines, every other one CSV.
    ///
    /// @throws IllegalArgumentException if it is neither, with a message for the user
    static FlowLines of(Reader text) throws IOException {
        BufferedReader reader = new BufferedReader(text, 1 << 16);
        int first;
        do {
            reader.mark(1);
            first = reader.read();
        } while (first == '\uFEFF' || first >= 0 && Character.isWhitespace(first));
        reader.reset();
        return first == '{' ? new JsonFlows(reader) : CsvFlows.of(reader);
    }

    /// The columns of a CSV file that say nothing about a flow.
    List<String> unusedColumns();

    @Override
    void close() throws IOException;
}
