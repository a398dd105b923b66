package dev.sekisho.model.io.flow;

import java.util.List;

/// How a file writes its flows. Immutable, so threads may share it.
sealed interface FlowDialect permits CsvFlows, JsonFlows {
    /// The columns that say nothing about a flow.
    List<String> unusedColumns();

    FlowReader reader();

    /// Where the last record ends that surely ends before `to`; something that is not behind `from` where there is none.
    int lastEnd(byte[] bytes, int from, int to);
}
