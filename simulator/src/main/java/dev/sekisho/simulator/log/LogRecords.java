package dev.sekisho.simulator.log;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.log.LogPiece;
import dev.sekisho.model.io.tree.JsonTree;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what files of logs hold: JSON records as Azure puts them into storage accounts and event hubs (`records`), rows of
/// Log Analytics, messages of the legacy firewall log and flow tuples. A firewall's record gives one line, a flow log's record
/// one for each tuple.
///
/// What a record is, its own fields tell: `category` or the table's name in `Type` (`LOG-1` to `LOG-9`).
public final class LogRecords {
    private static final Pattern TUPLE = Pattern.compile("[0-9]{9,14},[^, ]*,[^, ]*,[^ ]*");
    private static final Pattern SECURITY_GROUP_TUPLE = Pattern.compile("(?:[^,]*,){5}[TU],.*");

    private LogRecords() {}

    /// Reads a piece of a file; what is no JSON where JSON stands is among the diagnostics, or refused.
    public static List<LoggedLine> read(LogPiece piece, Diagnostics diagnostics) {
        List<LoggedLine> found = new ArrayList<>();
        switch (piece) {
            case LogPiece.Lines(String file, int first, List<String> lines) -> {
                for (int i = 0; i < lines.size(); i++) {
                    line(lines.get(i).strip(), SourceLocation.of(file, first + i, 1), found);
                }
            }
            case LogPiece.Rows(List<Node.Mapping> rows) -> rows.forEach(row -> record(new LogRecord(row), found));
            case LogPiece.Document(SourceFile file) ->
                JsonTree.readPieces(file, diagnostics).forEach(node -> records(node, found));
        }
        return found;
    }

    private static void line(String text, SourceLocation at, List<LoggedLine> found) {
        if (text.isEmpty()) {
            return;
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            List<LoggedLine> here = new ArrayList<>();
            parse(text).ifPresentOrElse(node -> records(node, here),
                    () -> here.add(new LoggedLine(at, new LogReading.Refused("the line is no JSON"))));
            here.forEach(line -> found.add(new LoggedLine(at, line.reading())));
            return;
        }
        LogFormat format = !TUPLE.matcher(text).matches() ? LogFormat.AZURE_DIAGNOSTICS
                : SECURITY_GROUP_TUPLE.matcher(text).matches() ? LogFormat.NSG_FLOW_TUPLE : LogFormat.VNET_FLOW_TUPLE;
        found.add(new LoggedLine(at, format.read(text)));
    }

    /// Reads one record, or an object with several `records`, from its text.
    public static List<LogReading> read(String json) {
        List<LoggedLine> found = new ArrayList<>();
        parse(json).ifPresent(node -> records(node, found));
        return parse(json).isEmpty() ? List.of(new LogReading.Refused("the line is no JSON"))
                : found.stream().map(LoggedLine::reading).toList();
    }

    private static Optional<Node> parse(String json) {
        Diagnostics problems = new Diagnostics();
        Optional<Node> node = JsonTree.read(SourceFile.of("line", json), JsonTree.Dialect.STRICT, problems);
        return node.filter(_ -> !problems.hasErrors());
    }

    private static void records(Node node, List<LoggedLine> found) {
        switch (node) {
            case Node.Sequence(var _, List<Node> items) -> items.forEach(item -> records(item, found));
            case Node.Mapping mapping -> mapping.get("records").or(() -> mapping.get("value"))
                    .ifPresentOrElse(inner -> records(inner, found), () -> record(new LogRecord(mapping), found));
            case Node.Scalar scalar -> found
                    .add(new LoggedLine(scalar.at(), new LogReading.Refused("the value is no log record")));
        }
    }

    private static void record(LogRecord record, List<LoggedLine> found) {
        SourceLocation at = record.node().at();
        switch (record.kind()) {
            case NSG_FLOWS -> record.nsgTuples().forEach(
                    tuple -> found.add(new LoggedLine(tuple.at(), tuple.read(LogFormat.NSG_FLOW_TUPLE))));
            case VNET_FLOWS -> record.vnetTuples().forEach(
                    tuple -> found.add(new LoggedLine(tuple.at(), tuple.read(LogFormat.VNET_FLOW_TUPLE))));
            case MESSAGE -> found.add(new LoggedLine(at, record.message()));
            case STRUCTURED -> found.add(new LoggedLine(at, record.structured()));
            case OTHER -> found.add(new LoggedLine(at, new LogReading.PassedOver(record.category()
                    .map(category -> "a record of the category " + category)
                    .orElse("a record that names no category"))));
        }
    }
}
