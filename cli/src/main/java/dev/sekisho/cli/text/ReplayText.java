package dev.sekisho.cli.text;

import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.terminal.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints what came of replaying logs, for people.
public final class ReplayText {
    private static final int SHOWN = 50;
    private static final int FEW = 3;

    private ReplayText() {}

    /// Prints who decides, what changes, which rules are not used, and a summary.
    public static void print(ReplayRow row, Streams streams) {
        Table rulings = new Table("Flows", "Result", "By", "Last seen");
        row.byRule().stream().limit(SHOWN).forEach(ruling -> rulings.add(count(ruling.flows()), ruling.result(),
                ruling.by(), ruling.last().orElse("")));
        if (!rulings.isEmpty()) {
            rulings.print(streams);
            further(row.byRule().size(), streams);
            streams.out().println();
        }
        changes(row.changes(), streams);
        unused(row.unusedRules(), streams);
        row.unknownWitness().ifPresent(witness -> streams.out().println("unknown: for example "
                + witness.text() + " (" + witness.at().file() + ":" + witness.at().line()
                + "); trace says what it depends on"));
        streams.out().println(summary(row));
    }

    private static void changes(List<ReplayRow.Change> changes, Streams streams) {
        changes.stream().limit(SHOWN).forEach(change -> {
            streams.out().println(Ink.BAD.on(streams, change.before() + " -> " + change.after()) + ": "
                    + flows(change.flows()) + " from " + sources(change) + " to " + destination(change));
            streams.out().println("  before: " + side(change.before(), change.beforeBy()));
            streams.out().println("  after:  " + side(change.after(), change.afterBy()));
            streams.out().println("  first:  " + change.first().map(moment -> moment + ", ").orElse("")
                    + change.witness().at().file() + ":" + change.witness().at().line());
        });
        further(changes.size(), streams);
        if (!changes.isEmpty()) {
            streams.out().println();
        }
    }

    private static void further(int size, Streams streams) {
        if (size > SHOWN) {
            streams.out().println("and " + (size - SHOWN) + " more (--output json lists all)");
        }
    }

    private static void unused(List<String> rules, Streams streams) {
        if (!rules.isEmpty()) {
            streams.out().println("rules that decided about none of these flows:");
            rules.stream().limit(SHOWN).forEach(rule -> streams.out().println("  " + rule));
            further(rules.size(), streams);
            streams.out().println();
        }
    }

    private static String side(String result, List<String> by) {
        return by.isEmpty() ? result : result + " by " + by.getFirst();
    }

    private static String sources(ReplayRow.Change change) {
        return few(change.sources(), change.moreSources());
    }

    private static String destination(ReplayRow.Change change) {
        String host = change.fqdns().isEmpty() ? String.join("", change.destinations()) : change.fqdns().getFirst();
        String ports = change.ports().isEmpty() ? ""
                : (change.ports().size() == 1 ? " port " : " ports ") + few(change.ports(), change.morePorts());
        return host + ports + " (" + change.protocol() + ")";
    }

    private static String few(List<String> texts, boolean more) {
        return String.join(", ", texts.subList(0, Math.min(FEW, texts.size())))
                + (texts.size() > FEW || more ? " and others" : "");
    }

    private static String summary(ReplayRow row) {
        List<String> parts = new ArrayList<>();
        parts.add(row.changed() == 0 ? "nothing changes" : flows(row.changed()) + " changed");
        if (row.unknown() > 0) {
            parts.add(count(row.unknown()) + " unknown");
        }
        if (row.continued() > 0) {
            parts.add(count(row.continued()) + " of the lines go on about an earlier flow");
        }
        return flows(row.flows()) + " in the logs: " + String.join(", ", parts)
                + (row.complete() ? "" : "; too many different changes to list them all");
    }

    private static String flows(long count) {
        return count(count) + (count == 1 ? " flow" : " flows");
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
