package dev.sekisho.model.io.csv;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.csv.CsvTable.Cell;
import dev.sekisho.model.io.resource.AzureResource;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads a table of firewall rules, one rule in a row, into rule collection groups of a policy.
///
/// Columns are known by many headings (see [RuleColumn]). What a table does not say and a policy needs (the name of the
/// policy, of the group, a priority) is made up with a word about it; what decides traffic (the action) must be there.
public final class RuleTable {
    private static final String POLICY = "Microsoft.Network/firewallPolicies";
    private static final String GROUP = POLICY + "/ruleCollectionGroups";
    private static final int FIRST_PRIORITY = 200;
    private static final int STEP = 100;

    private final String name;
    private final SourceLocation start;
    private final Diagnostics diagnostics;
    private final Map<RuleColumn, Integer> columns;
    private final SequencedMap<String, Group> groups = new LinkedHashMap<>();

    /// A group in the making, with the place that its priority was read from.
    private static final class Group {
        private final String policy;
        private final String name;
        private final SourceLocation at;
        private final Optional<Cell> priority;
        private final SequencedMap<String, Collection> collections = new LinkedHashMap<>();

        private Group(String policy, String name, SourceLocation at, Optional<Cell> priority) {
            this.policy = policy;
            this.name = name;
            this.at = at;
            this.priority = priority;
        }
    }

    private record Collection(String name, RuleKind kind, RuleRow first, List<Node> rules) {}

    private RuleTable(String name, SourceLocation start, Map<RuleColumn, Integer> columns, Diagnostics diagnostics) {
        this.name = name;
        this.start = start;
        this.columns = columns;
        this.diagnostics = diagnostics;
    }

    /// Whether the first row of a file has the headings of a table of rules: what a rule does, where from or where to,
    /// and what it belongs to or is called.
    public static boolean recognises(SourceFile file) {
        Map<RuleColumn, Integer> columns = columns(CsvTable.headings(file));
        boolean sides = columns.keySet().stream().anyMatch(column -> column.name().startsWith("SOURCE"))
                && columns.keySet().stream().anyMatch(column -> column.name().startsWith("DESTINATION")
                        || column.name().startsWith("TARGET"));
        return sides && columns.containsKey(RuleColumn.ACTION)
                && (columns.containsKey(RuleColumn.NAME) || columns.containsKey(RuleColumn.COLLECTION));
    }

    /// Returns the groups that a table describes, named after their policies.
    ///
    /// @param name the name for the policy where the table has no column for it
    public static List<AzureResource> resources(SourceFile file, String name, Diagnostics diagnostics) {
        Optional<CsvTable> read = CsvTable.read(file, diagnostics);
        if (read.isEmpty()) {
            return List.of();
        }
        RuleTable table = new RuleTable(name, read.get().headings().getFirst().at(), columns(read.get().headings()),
                diagnostics);
        table.headings(read.get().headings());
        read.get().rows().forEach(table::row);
        return table.resources();
    }

    private static Map<RuleColumn, Integer> columns(List<Cell> headings) {
        Map<RuleColumn, Integer> columns = new EnumMap<>(RuleColumn.class);
        for (int i = 0; i < headings.size(); i++) {
            int index = i;
            RuleColumn.of(headings.get(i).text()).ifPresent(column -> columns.putIfAbsent(column, index));
        }
        return columns;
    }

    private void headings(List<Cell> headings) {
        for (int i = 0; i < headings.size(); i++) {
            Cell heading = headings.get(i);
            Optional<RuleColumn> column = RuleColumn.of(heading.text());
            if (column.isEmpty() && !heading.text().isBlank()) {
                diagnostics.note("NOT_MODELLED", heading.at(),
                        "the column " + Quotation.of(heading.text().strip()) + " is not modelled", "");
            } else if (column.isPresent() && !Integer.valueOf(i).equals(columns.get(column.get()))) {
                diagnostics.warning("DUPLICATE_KEY", heading.at(), Quotation.of(heading.text().strip())
                        + " is the column " + column.get().heading() + " once more; the first one is read", "");
            }
        }
    }

    private void row(CsvTable.Row cells) {
        if (cells.cells().stream().allMatch(cell -> cell.text().isBlank())) {
            return;
        }
        RuleRow row = new RuleRow(cells, columns, diagnostics);
        RuleKind kind = row.kind();
        if (kind != RuleKind.NAT && row.text(RuleColumn.ACTION).isEmpty()) {
            diagnostics.error("MISSING_VALUE", cells.at(), "this row does not say what its rule does",
                    "write Allow or Deny below 'Action'");
            return;
        }
        String policy = row.text(RuleColumn.POLICY).map(RuleTable::lastSegment).orElse(name);
        String groupName = row.text(RuleColumn.GROUP).map(RuleTable::lastSegment).orElse("rules");
        Group group = groups.computeIfAbsent((policy + "/" + groupName).toLowerCase(Locale.ROOT),
                _ -> new Group(policy, groupName, cells.at(), row.cell(RuleColumn.GROUP_PRIORITY)));
        same(row, RuleColumn.GROUP_PRIORITY, group.priority, "the group " + Quotation.of(groupName));
        String collectionName = row.text(RuleColumn.COLLECTION)
                .orElse(kind.name().toLowerCase(Locale.ROOT) + "-" + row.text(RuleColumn.ACTION).orElse("Dnat"));
        Collection collection = group.collections.computeIfAbsent(collectionName.toLowerCase(Locale.ROOT),
                _ -> new Collection(collectionName, kind, row, new ArrayList<>()));
        for (RuleColumn column : List.of(RuleColumn.COLLECTION_PRIORITY, RuleColumn.ACTION)) {
            same(row, column, collection.first().cell(column), "the collection " + Quotation.of(collectionName));
        }
        collection.rules().add(row.rule());
    }

    private static String lastSegment(String text) {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private void same(RuleRow row, RuleColumn column, Optional<Cell> first, String what) {
        row.cell(column).ifPresent(cell -> {
            if (first.isPresent() && !first.get().text().strip().equalsIgnoreCase(cell.text().strip())) {
                diagnostics.warning("CONFLICT", cell.at(), what + " has " + Quotation.of(first.get().text().strip())
                        + " as " + column.heading() + " in line " + first.get().at().line() + ", but "
                        + Quotation.of(cell.text().strip()) + " here; the first one holds",
                        "give them the same, or other names");
            }
        });
    }

    private List<AzureResource> resources() {
        List<AzureResource> resources = new ArrayList<>();
        missing(RuleColumn.GROUP_PRIORITY, groups.size() > 1, "groups");
        missing(RuleColumn.COLLECTION_PRIORITY,
                groups.values().stream().anyMatch(group -> group.collections.size() > 1), "collections");
        int next = FIRST_PRIORITY;
        for (Group group : groups.values()) {
            resources.add(new AzureResource(group.at, GROUP, group.policy + "/" + group.name, Optional.empty(),
                    body(group, next)));
            next += STEP;
        }
        return List.copyOf(resources);
    }

    /// An order that nobody wrote down is a guess, and it matters where there are several.
    private void missing(RuleColumn column, boolean matters, String what) {
        if (!columns.containsKey(column)) {
            String problem = "the table has no column for the " + column.heading() + ", so the " + what
                    + " are taken in the order of the file";
            if (matters) {
                diagnostics.warning("MISSING_COLUMN", start, problem,
                        "add the column " + Quotation.of(column.heading()));
            } else {
                diagnostics.note("MISSING_COLUMN", start, problem, "");
            }
        }
    }

    private Node.Mapping body(Group group, int standIn) {
        List<Node> collections = new ArrayList<>();
        int next = FIRST_PRIORITY;
        for (Collection collection : group.collections.values()) {
            collections.add(collection(collection, next));
            next += STEP;
        }
        Properties properties = new Properties(group.at).with("priority", priority(group.priority, group.at, standIn))
                .with("ruleCollections", new Node.Sequence(group.at, collections));
        return new Properties(group.at).with("properties", properties.node()).node();
    }

    private static Node collection(Collection collection, int standIn) {
        RuleRow first = collection.first();
        SourceLocation at = first.row().at();
        String action = collection.kind() == RuleKind.NAT ? "DNAT" : first.text(RuleColumn.ACTION).orElse("");
        SourceLocation actionAt = first.cell(RuleColumn.ACTION).map(Cell::at).orElse(at);
        return new Properties(at).text("name", at, collection.name())
                .with("priority", priority(first.cell(RuleColumn.COLLECTION_PRIORITY), at, standIn))
                .text("ruleCollectionType", at, collection.kind().collectionType())
                .with("action", new Properties(actionAt).text("type", actionAt, action).node())
                .with("rules", new Node.Sequence(at, collection.rules())).node();
    }

    private static Node priority(Optional<Cell> cell, SourceLocation at, int standIn) {
        return cell.<Node>map(known -> new Node.Scalar(known.at(), known.text().strip(), Node.Style.PLAIN))
                .orElseGet(() -> new Node.Scalar(at, Integer.toString(standIn), Node.Style.PLAIN));
    }
}
