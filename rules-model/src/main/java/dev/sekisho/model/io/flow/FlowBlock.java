package dev.sekisho.model.io.flow;

/// A piece of a file of flows that holds whole records: `bytes` from `from` to `to`.
///
/// @param place which piece it is, from 0 on
/// @param problem why the file ends here, for the user; empty where it does not
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record FlowBlock(long place, byte[] bytes, int from, int to, String problem) {}
