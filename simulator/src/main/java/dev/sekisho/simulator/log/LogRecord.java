package dev.sekisho.simulator.log;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Node;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One record of a log in JSON.
///
/// @param node a record of a diagnostic setting, whose facts are below `properties`, or a flat row of Log Analytics
record LogRecord(Node.Mapping node) {
    /// Columns of the resource-specific tables (`LOG-1` to `LOG-5`).
    private static final Map<String, LogField> COLUMNS = columns();

    /// What a record holds.
    enum Kind {
        NSG_FLOWS, VNET_FLOWS,
        /// The text of the legacy log.
        MESSAGE,
        /// Columns of a resource-specific table.
        STRUCTURED, OTHER
    }

    /// A tuple with the rule that it was logged under.
    record Tuple(SourceLocation at, String text, String rule) {
        LogReading read(LogFormat format) {
            return switch (format.read(text)) {
                case LogLine line -> line.with(LogField.RULE, rule);
                case LogReading.Refused refused -> refused;
                case LogReading.PassedOver passed -> passed;
            };
        }
    }

    private static Map<String, LogField> columns() {
        Map<String, LogField> columns = new LinkedHashMap<>();
        columns.put("SourceIp", LogField.SRC_IP);
        columns.put("SourcePort", LogField.SRC_PORT);
        columns.put("DestinationIp", LogField.DST_IP);
        columns.put("DestinationPort", LogField.DST_PORT);
        columns.put("Fqdn", LogField.FQDN);
        columns.put("QueryName", LogField.FQDN);
        columns.put("TargetUrl", LogField.URL);
        columns.put("Action", LogField.ACTION);
        columns.put("ActionReason", LogField.REASON);
        columns.put("ThreatDescription", LogField.THREAT);
        columns.put("Description", LogField.THREAT);
        columns.put("Policy", LogField.POLICY);
        columns.put("RuleCollectionGroup", LogField.RULE_COLLECTION_GROUP);
        columns.put("RuleCollection", LogField.RULE_COLLECTION);
        columns.put("Rule", LogField.RULE);
        columns.put("WebCategory", LogField.WEB_CATEGORY);
        columns.put("TranslatedIp", LogField.TRANSLATED_IP);
        columns.put("TranslatedPort", LogField.TRANSLATED_PORT);
        return columns;
    }

    Kind kind() {
        String category = category().orElse("");
        if (category.equals("NetworkSecurityGroupFlowEvent")) {
            return Kind.NSG_FLOWS;
        }
        if (category.equals("FlowLogFlowEvent")) {
            return Kind.VNET_FLOWS;
        }
        if (messageText().isPresent()) {
            return Kind.MESSAGE;
        }
        boolean firewall = category.startsWith("AZFW") || category.isEmpty() && text(facts(), "SourceIp").isPresent();
        return firewall ? Kind.STRUCTURED : Kind.OTHER;
    }

    /// What the record calls its kind; the name of its table in Log Analytics.
    Optional<String> category() {
        return text(node, "category").or(() -> text(node, "Category")).or(() -> text(node, "Type"));
    }

    LogReading message() {
        return switch (FirewallMessage.read(messageText().orElse(""))) {
            case LogLine line -> time().map(millis -> line.with(LogField.EPOCH_MILLIS, millis)).orElse(line);
            case LogReading.Refused refused -> refused;
            case LogReading.PassedOver passed -> passed;
        };
    }

    /// Reads a row of a resource-specific table. Empty columns say nothing.
    LogReading structured() {
        LogLine.Builder line = new LogLine.Builder();
        time().ifPresent(millis -> line.put(LogField.EPOCH_MILLIS, millis));
        text(facts(), "Protocol")
                .ifPresent(text -> line.put(LogField.PROTOCOL, text.split(" ", 2)[0].toUpperCase(Locale.ROOT)));
        COLUMNS.forEach(
                (column, field) -> text(facts(), column).ifPresent(text -> line.put(field, value(field, text))));
        LogLine read = line.build();
        return read.get(LogField.SRC_IP).isPresent() ? read
                : new LogReading.Refused("the record has no column SourceIp");
    }

    private static String value(LogField field, String text) {
        return switch (field) {
            case REASON -> FirewallMessage.reason(text);
            case FQDN -> text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
            default -> field.isNumber() && text.equals("0") ? "" : text;
        };
    }

    /// The tuples of a security group's record, versions 1 and 2 (`LOG-8`).
    List<Tuple> nsgTuples() {
        return mappings(facts(), "flows").flatMap(rule -> mappings(rule, "flows")
                .flatMap(flows -> scalars(flows, "flowTuples").map(tuple -> tuple(tuple, rule)))).toList();
    }

    /// The tuples of a network's record (`LOG-9`).
    List<Tuple> vnetTuples() {
        return mapping(node, "flowRecords").stream().flatMap(records -> mappings(records, "flows"))
                .flatMap(flows -> mappings(flows, "flowGroups"))
                .flatMap(group -> scalars(group, "flowTuples").map(tuple -> tuple(tuple, group))).toList();
    }

    private static Tuple tuple(Node.Scalar tuple, Node.Mapping rule) {
        return new Tuple(tuple.at(), tuple.text(), text(rule, "rule").orElse(""));
    }

    private Optional<String> messageText() {
        return text(node, "msg_s").or(() -> text(facts(), "msg"));
    }

    private Node.Mapping facts() {
        return mapping(node, "properties").orElse(node);
    }

    /// The moment of the record in milliseconds, where it says one.
    private Optional<String> time() {
        return text(node, "time").or(() -> text(node, "TimeGenerated")).flatMap(text -> {
            try {
                return Optional.of(Long.toString(OffsetDateTime.parse(text).toInstant().toEpochMilli()));
            } catch (DateTimeParseException _) {
                return Optional.empty();
            }
        });
    }

    private static Optional<String> text(Node.Mapping mapping, String key) {
        return mapping.get(key).filter(value -> value instanceof Node.Scalar scalar && !scalar.isNull())
                .map(value -> ((Node.Scalar) value).text()).filter(text -> !text.isBlank());
    }

    private static Optional<Node.Mapping> mapping(Node.Mapping mapping, String key) {
        return mapping.get(key).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
    }

    private static Stream<Node.Mapping> mappings(Node.Mapping mapping, String key) {
        return items(mapping, key).stream().filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
    }

    private static Stream<Node.Scalar> scalars(Node.Mapping mapping, String key) {
        return items(mapping, key).stream().filter(Node.Scalar.class::isInstance).map(Node.Scalar.class::cast);
    }

    private static List<Node> items(Node.Mapping mapping, String key) {
        List<Node> items = new ArrayList<>();
        mapping.get(key).ifPresent(value -> {
            if (value instanceof Node.Sequence(var _, List<Node> all)) {
                items.addAll(all);
            }
        });
        return items;
    }
}
