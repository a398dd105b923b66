package dev.sekisho.model.io.flow;

/// Reads the records of blocks. Belongs to one thread.
public interface FlowReader {
    /// Hands every flow of a block to a sink.
    ///
    /// @return how many lines the block has
    long read(FlowBlock block, FlowSink sink);
}
