package dev.sekisho.cli.text;

import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.simulator.exposure.ExposureDiff;
import dev.sekisho.simulator.exposure.ExposureDiff.Change;
import java.util.List;
import java.util.Optional;

/// A change for clients of a Service or an API server, with the keys that JSON output uses.
///
/// @param kind what kind of change it is
/// @param sources prefixes of the clients, or an asterisk for every address
/// @param witness one of them
/// @param before why it was as it was; absent where that side does not describe it
/// @param after why it is as it is; absent where that side does not describe it
public record InboundChangeRow(String kind, String service, String port, String entry, String place,
        List<String> sources, Optional<String> witness, Optional<String> before, Optional<String> after) {

    /// Returns the row of a change.
    public static InboundChangeRow of(Change change) {
        return new InboundChangeRow(change.kind().text(), change.service(), change.port(), change.entry().text(),
                change.place(), ChangeRow.addresses(change.clients()),
                change.clients().first().map(Object::toString), said(change.before()), said(change.after()));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(words -> !words.isEmpty());
    }

    /// Prints changes for people.
    public static void print(List<Change> changes, Streams streams) {
        for (Change change : changes) {
            streams.out().println(ink(change.kind()).on(streams, change.kind().text()) + ": " + what(change));
            streams.out().println("  before: " + side(change.before()));
            streams.out().println("  after:  " + side(change.after()));
            change.clients().first().ifPresent(client -> streams.out().println("  for example: trace --from " + client
                    + " --to service/" + change.service() + change.port().substring(change.port().indexOf(':'))));
        }
        if (!changes.isEmpty()) {
            streams.out().println();
        }
    }

    /// Returns changes as a Markdown table; nothing where there are none.
    public static String markdown(List<Change> changes) {
        StringBuilder text = new StringBuilder();
        if (!changes.isEmpty()) {
            text.append("\n### Inbound\n\n| change | what | before | after |\n| --- | --- | --- | --- |\n");
        }
        for (Change change : changes) {
            text.append("| ").append(String.join(" | ", change.kind().text(), cell(what(change)),
                    cell(side(change.before())), cell(side(change.after())))).append(" |\n");
        }
        return text.toString();
    }

    private static String what(Change change) {
        List<String> sources = ChangeRow.addresses(change.clients());
        String few = String.join(", ", sources.subList(0, Math.min(3, sources.size())));
        return change.service() + " " + change.port() + " (" + ExposureText.by(change.entry()) + ") from "
                + change.place() + (few.isEmpty() ? "" : ", " + few)
                + (sources.size() > 3 ? " and " + (sources.size() - 3) + " more ranges" : "");
    }

    private static String side(String why) {
        return why.isEmpty() ? "not described" : ChangeText.shortened(why);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static Ink ink(ExposureDiff.Kind kind) {
        return switch (kind) {
            case NEWLY_REACHABLE, REPLIES_NEWLY_LOST -> Ink.BAD;
            case NO_LONGER_REACHABLE, OTHERWISE_KNOWN -> Ink.DOUBTFUL;
            case REPLIES_MENDED -> Ink.GOOD;
        };
    }
}
