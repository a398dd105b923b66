package dev.sekisho.cli.simulate;

import dev.sekisho.cli.record.RecordText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where records go.
@FunctionalInterface
public interface RecordWriter {
    /// Writes whole records.
    ///
    /// @throws IOException if they cannot be written
    void write(RecordText records) throws IOException;

    /// Writes to a file.
    static RecordWriter to(OutputStream out) {
        return records -> out.write(records.bytes(), 0, records.size());
    }

    /// Writes to standard output, and fails where nobody reads it any more.
    static RecordWriter to(PrintWriter out) {
        return records -> {
            out.write(new String(records.bytes(), 0, records.size(), StandardCharsets.UTF_8));
            if (out.checkError()) {
                throw new IOException("the records cannot be written");
            }
        };
    }
}
