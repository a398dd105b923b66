package dev.sekisho.simulator.log;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.JsonTree;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads log records in JSON: what Azure puts into storage accounts and event hubs (`records`), one record a line, and rows
/// of Log Analytics. A firewall's record gives one line, a flow log's record one for each tuple.
///
/// What a record is, its own fields tell: `category` or the table's name in `Type` (`LOG-1` to `LOG-9`).
public final class LogRecords {
    private LogRecords() {}

    /// Reads a file that is one JSON value, or one JSON object in each line.
    public static List<LogReading> read(SourceFile file, Diagnostics diagnostics) {
        List<String> lines = file.text().lines().filter(line -> !line.isBlank()).toList();
        boolean linewise = lines.size() > 1 && lines.stream().allMatch(line -> line.strip().startsWith("{"))
                && parse(lines.getFirst()).isPresent();
        if (linewise) {
            return lines.stream().flatMap(line -> read(line).stream()).toList();
        }
        return JsonTree.read(file, JsonTree.Dialect.STRICT, diagnostics).map(LogRecords::records).orElse(List.of());
    }

    /// Reads one record, or an object with several `records`, from its text.
    public static List<LogReading> read(String json) {
        return parse(json).map(LogRecords::records)
                .orElseGet(() -> List.of(new LogReading.Refused("the line is no JSON")));
    }

    private static Optional<Node> parse(String json) {
        Diagnostics problems = new Diagnostics();
        Optional<Node> node = JsonTree.read(SourceFile.of("line", json), JsonTree.Dialect.STRICT, problems);
        return node.filter(_ -> !problems.hasErrors());
    }

    private static List<LogReading> records(Node node) {
        return switch (node) {
            case Node.Sequence(var _, List<Node> items) ->
                items.stream().flatMap(item -> records(item).stream()).toList();
            case Node.Mapping mapping -> mapping.get("records").or(() -> mapping.get("value")).map(LogRecords::records)
                    .orElseGet(() -> record(new LogRecord(mapping)));
            case Node.Scalar _ -> List.of(new LogReading.Refused("the value is no log record"));
        };
    }

    private static List<LogReading> record(LogRecord record) {
        List<LogReading> readings = new ArrayList<>();
        switch (record.kind()) {
            case NSG_FLOWS -> record.nsgTuples().forEach(tuple -> readings.add(tuple.read(LogFormat.NSG_FLOW_TUPLE)));
            case VNET_FLOWS ->
                record.vnetTuples().forEach(tuple -> readings.add(tuple.read(LogFormat.VNET_FLOW_TUPLE)));
            case MESSAGE -> readings.add(record.message());
            case STRUCTURED -> readings.add(record.structured());
            case OTHER -> readings.add(new LogReading.Refused("the record is of no kind that is read"));
        }
        return readings;
    }
}
