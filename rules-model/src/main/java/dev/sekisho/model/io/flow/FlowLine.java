package dev.sekisho.model.io.flow;

/// One line of a file of flows.
public sealed interface FlowLine {
    /// A flow as it is written.
    record Readable(FlowRow row) implements FlowLine {}

    /// A line that is no flow.
    ///
    /// @param line where it stands, from 1 on
    record Broken(long line, String problem) implements FlowLine {}
}
