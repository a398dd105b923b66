package dev.sekisho.simulator.inbound;

import java.util.List;

/// Who can reach the Services of a cluster, beside what was wanted.
public record InboundReport(List<InboundRow> rows) {
    /// A cluster without Services that are reached from outside.
    public static final InboundReport NONE = new InboundReport(List.of());

    public InboundReport {
        rows = List.copyOf(rows);
    }

    /// What is not as wanted.
    public List<InboundRow> unmet() {
        return rows.stream().filter(row -> !row.met()).toList();
    }

    /// How many ways in are wanted.
    public long wanted() {
        return rows.stream().filter(InboundRow::wanted).count();
    }

    /// How many of the wanted ways in work.
    public long working() {
        return rows.stream().filter(row -> row.wanted() && row.met()).count();
    }
}
