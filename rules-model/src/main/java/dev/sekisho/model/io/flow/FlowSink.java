package dev.sekisho.model.io.flow;

/// Takes the flows of a block one after the other.
public interface FlowSink {
    /// Takes a flow as it is written. The fields are overwritten when this returns.
    void flow(FlowFields fields);

    /// Takes a record that is no flow.
    ///
    /// @param line where it begins, from 1 on, counted from the beginning of the block
    void broken(long line, String problem);

    /// Learns that nothing behind a line can be read.
    ///
    /// @param line likewise
    void ends(long line, String problem);
}
