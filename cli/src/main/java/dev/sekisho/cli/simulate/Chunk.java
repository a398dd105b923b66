package dev.sekisho.cli.simulate;

import dev.sekisho.cli.record.RecordText;

/// What became of a block of flows.
///
/// @param lines how many lines the block has; the lines of its problems are counted from its beginning
record Chunk(RecordText records, Tally tally, long lines) {}
