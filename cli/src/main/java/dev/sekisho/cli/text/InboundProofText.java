package dev.sekisho.cli.text;

import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.Table.Cell;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.inbound.InboundReport;
import dev.sekisho.simulator.inbound.InboundRow;
import dev.sekisho.simulator.verdict.Reply;
import java.util.List;

/// Prints who can reach the Services of a cluster, beside what was wanted: a line for each Service and place, then what is
/// not as wanted.
public final class InboundProofText {
    private static final int WIDEST = 90;

    private InboundProofText() {}

    /// Prints the report; nothing where the cluster has no Service that is reached from outside.
    public static void print(InboundReport report, Streams streams) {
        if (report.rows().isEmpty()) {
            return;
        }
        streams.out().println();
        Table table = new Table("service", "port", "from", "wanted", "reach", "replies", "why");
        for (InboundRow row : report.rows()) {
            table.add(List.of(Cell.plain(row.service()), Cell.plain(row.port()), Cell.plain(row.place()),
                    Cell.plain(row.wanted() ? "yes" : "no"), Cell.inked(ink(row), ExposureText.words(row.reach())),
                    Cell.plain(row.reply().map(Reply.Way::text).orElse("")), Cell.plain(clipped(row.why()))));
        }
        table.print(streams);
        report.unmet().forEach(row -> unmet(row, streams));
        long closed = report.rows().stream().filter(row -> !row.wanted() && row.met()).count();
        long others = report.rows().size() - report.wanted();
        streams.out().println();
        streams.out().println((report.unmet().isEmpty() ? Ink.GOOD : Ink.BAD).on(streams,
                report.working() + " of " + Amount.of(report.wanted(), "wanted way") + " in "
                        + (report.wanted() == 1 ? "works" : "work") + ", " + closed + " of " + others
                        + " others " + (others == 1 ? "is" : "are") + " closed"));
    }

    private static void unmet(InboundRow row, Streams streams) {
        streams.out().println();
        streams.out().println(Ink.BAD.on(streams, row.wanted() ? "not as wanted" : "open to others") + ": "
                + row.service() + " " + row.port() + " from " + row.place());
        streams.out().println("  " + row.why());
        row.witness().ifPresent(witness -> streams.out().println("  for example: " + witness));
        row.fix().ifPresent(fix -> streams.out().println("  help: " + fix));
    }

    private static Ink ink(InboundRow row) {
        return !row.met() ? Ink.BAD : row.reach() == Reach.REACHABLE ? Ink.GOOD : Ink.FAINT;
    }

    private static String clipped(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }
}
