package dev.sekisho.model.io.csv;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.io.csv.CsvTable.Cell;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One row of a table: one rule, in the words of Azure's API.
final class RuleRow {
    private final Map<RuleColumn, Cell> cells;
    private final CsvTable.Row row;
    private final Diagnostics diagnostics;

    RuleRow(CsvTable.Row row, Map<RuleColumn, Integer> columns, Diagnostics diagnostics) {
        this.row = row;
        this.diagnostics = diagnostics;
        this.cells = new EnumMap<>(RuleColumn.class);
        columns.forEach((column, index) -> row.cell(index).ifPresent(cell -> cells.put(column, cell)));
    }

    Optional<Cell> cell(RuleColumn column) {
        return Optional.ofNullable(cells.get(column));
    }

    Optional<String> text(RuleColumn column) {
        return cell(column).map(cell -> cell.text().strip());
    }

    CsvTable.Row row() {
        return row;
    }

    /// Returns the kind of the rule: as the row says, or as what it names can only be.
    RuleKind kind() {
        Optional<RuleKind> said = text(RuleColumn.RULE_TYPE).flatMap(RuleKind::of)
                .or(() -> text(RuleColumn.COLLECTION_TYPE).flatMap(RuleKind::of))
                .or(() -> text(RuleColumn.ACTION).flatMap(RuleKind::of));
        if (said.isPresent()) {
            return said.get();
        }
        if (cells.containsKey(RuleColumn.TRANSLATED_ADDRESS) || cells.containsKey(RuleColumn.TRANSLATED_FQDN)) {
            return RuleKind.NAT;
        }
        boolean application = cells.containsKey(RuleColumn.TARGET_FQDNS) || cells.containsKey(RuleColumn.TARGET_URLS)
                || cells.containsKey(RuleColumn.FQDN_TAGS) || cells.containsKey(RuleColumn.WEB_CATEGORIES)
                || text(RuleColumn.PROTOCOLS)
                        .filter(text -> text.toLowerCase(Locale.ROOT).matches("(?s).*(http|mssql).*"))
                        .isPresent();
        return application ? RuleKind.APPLICATION : RuleKind.NETWORK;
    }

    /// Returns the rule as a mapping of Azure's properties.
    Node.Mapping rule() {
        RuleKind kind = kind();
        Properties rule = new Properties(row.at()).text("ruleType", row.at(), kind.azureName());
        cell(RuleColumn.NAME).ifPresentOrElse(cell -> rule.with("name", CellText.single(cell)),
                () -> rule.text("name", row.at(), "row-" + row.at().line()));
        single(rule, RuleColumn.DESCRIPTION, "description");
        typed(rule, RuleColumn.SOURCE, RuleColumn.SOURCE_TYPE, "sourceAddresses", "sourceIpGroups", kind);
        items(rule, RuleColumn.SOURCE_ADDRESSES, "sourceAddresses");
        items(rule, RuleColumn.SOURCE_IP_GROUPS, "sourceIpGroups");
        typed(rule, RuleColumn.DESTINATION, RuleColumn.DESTINATION_TYPE, "destinationAddresses",
                "destinationIpGroups", kind);
        items(rule, RuleColumn.DESTINATION_ADDRESSES, "destinationAddresses");
        items(rule, RuleColumn.DESTINATION_IP_GROUPS, "destinationIpGroups");
        items(rule, RuleColumn.DESTINATION_FQDNS, kind.names());
        items(rule, RuleColumn.TARGET_FQDNS, kind.names());
        items(rule, RuleColumn.TARGET_URLS, "targetUrls");
        names(rule, RuleColumn.FQDN_TAGS, "fqdnTags");
        names(rule, RuleColumn.WEB_CATEGORIES, "webCategories");
        switch (kind) {
            case APPLICATION -> {
                cell(RuleColumn.PROTOCOLS).map(cell -> CellText.protocols(cell, diagnostics)).map(this::withPorts)
                        .ifPresent(protocols -> rule.add("protocols", protocols));
                cell(RuleColumn.TERMINATE_TLS).ifPresent(cell -> rule.with("terminateTLS",
                        new Node.Scalar(cell.at(), truth(cell), Node.Style.PLAIN)));
            }
            case NETWORK, NAT -> {
                items(rule, RuleColumn.PROTOCOLS, "ipProtocols");
                items(rule, RuleColumn.DESTINATION_PORTS, "destinationPorts");
                single(rule, RuleColumn.TRANSLATED_ADDRESS, "translatedAddress");
                single(rule, RuleColumn.TRANSLATED_FQDN, "translatedFqdn");
                single(rule, RuleColumn.TRANSLATED_PORT, "translatedPort");
            }
        }
        return rule.node();
    }

    /// Gives protocols without a port those that stand in a column of their own.
    private List<Node> withPorts(List<Node> protocols) {
        List<Node> ports = cell(RuleColumn.DESTINATION_PORTS).map(cell -> CellText.items(cell, diagnostics))
                .orElse(List.of());
        List<Node> complete = new ArrayList<>();
        for (Node protocol : protocols) {
            if (!ports.isEmpty() && protocol instanceof Node.Mapping mapping && mapping.get("port").isEmpty()) {
                ports.forEach(port -> complete.add(withPort(mapping, port)));
            } else {
                complete.add(protocol);
            }
        }
        return complete;
    }

    private static Node withPort(Node.Mapping protocol, Node port) {
        List<Node.Entry> entries = new ArrayList<>(protocol.entries());
        entries.add(new Node.Entry(new Node.Scalar(port.at(), "port", Node.Style.QUOTED),
                port instanceof Node.Scalar(var at, String text, var _)
                        ? new Node.Scalar(at, text, Node.Style.PLAIN)
                        : port));
        return new Node.Mapping(protocol.at(), entries);
    }

    /// Adds what a column holds whose kind another column tells, or the values themselves.
    private void typed(Properties rule, RuleColumn column, RuleColumn type, String addresses,
            String ipGroups, RuleKind kind) {
        cell(column).ifPresent(cell -> {
            String said = RuleColumn.normal(text(type).orElse(""));
            for (Node item : said.contains("categor") || said.contains("tag") && !said.contains("service")
                    ? CellText.names(cell, diagnostics)
                    : CellText.items(cell, diagnostics)) {
                String value = item instanceof Node.Scalar scalar ? scalar.text() : "";
                String property = said.contains("ipgroup") || isIpGroupId(value) ? ipGroups
                        : said.contains("categor") ? "webCategories"
                                : said.contains("url") ? "targetUrls"
                                        : said.contains("fqdntag") ? "fqdnTags"
                                                : said.contains("fqdn") || said.isEmpty() && isName(value, kind)
                                                        ? kind.names()
                                                        : addresses;
                rule.add(property, List.of(item));
            }
        });
        cell(type).filter(cell -> !isKnown(RuleColumn.normal(cell.text())))
                .ifPresent(cell -> diagnostics.warning("UNKNOWN_VALUE", cell.at(),
                        Quotation.of(cell.text().strip()) + " is no known type, so the values are taken for addresses",
                        "write SourceAddresses, SourceIpGroups, DestinationAddresses, DestinationIpGroups,"
                                + " DestinationFqdns, TargetFqdns, TargetUrls, FqdnTags or WebCategories"));
    }

    private static boolean isKnown(String said) {
        return List.of("ipgroup", "categor", "url", "fqdn", "address", "servicetag", "ip", "any").stream()
                .anyMatch(said::contains);
    }

    private static boolean isIpGroupId(String value) {
        return value.toLowerCase(Locale.ROOT).contains("/providers/microsoft.network/ipgroups/");
    }

    /// Whether a destination without a type is a name: in an application rule what is no address, in others what has a
    /// dot between letters and does not name a region of a service tag.
    private static boolean isName(String value, RuleKind kind) {
        boolean address = value.equals("*") && kind != RuleKind.APPLICATION || value.matches("[0-9].*")
                && value.matches("[0-9./-]+") || value.contains(":");
        return !address && (kind == RuleKind.APPLICATION
                || value.matches("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)+") && value.matches(".*\\.[a-z][a-z-]+"));
    }

    private void items(Properties rule, RuleColumn column, String property) {
        cell(column).ifPresent(cell -> rule.add(property, CellText.items(cell, diagnostics)));
    }

    private void names(Properties rule, RuleColumn column, String property) {
        cell(column).ifPresent(cell -> rule.add(property, CellText.names(cell, diagnostics)));
    }

    private void single(Properties rule, RuleColumn column, String property) {
        cell(column).ifPresent(cell -> rule.with(property, CellText.single(cell)));
    }

    private static String truth(Cell cell) {
        return List.of("true", "yes", "1", "enabled").contains(RuleColumn.normal(cell.text())) ? "true" : "false";
    }
}
