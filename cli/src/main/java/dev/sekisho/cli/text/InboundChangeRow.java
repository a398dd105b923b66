package dev.sekisho.cli.text;

import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.simulator.exposure.ExposureDiff;
import dev.sekisho.simulator.exposure.ExposureDiff.Change;
import dev.sekisho.simulator.exposure.entrance.Entry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A change for clients of a Service or an API server, with the keys that JSON output uses.
///
/// @param kind what kind of change it is
/// @param sources prefixes of the clients, or an asterisk for every address
/// @param witness one of them
/// @param before why it was as it was; absent where that side has no such way in
/// @param after why it is as it is; absent where that side has no such way in
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

    /// Prints changes for people: those of several places that are alike together.
    public static void print(List<Change> changes, Streams streams) {
        for (List<Change> alike : alike(changes)) {
            Change first = alike.getFirst();
            streams.out().println(ink(first.kind()).on(streams, first.kind().text()) + ": " + way(first) + " from "
                    + places(alike));
            streams.out().println(Lines.wrapped("  before: " + before(first)));
            streams.out().println(Lines.wrapped("  after:  " + after(first)));
            first.clients().first().filter(_ -> first.entry() != Entry.API_SERVER)
                    .ifPresent(client -> streams.out().println("  for example: trace --from " + client
                            + " --to service/" + first.service() + first.port().substring(first.port().indexOf(':'))));
        }
        if (!changes.isEmpty()) {
            streams.out().println();
        }
    }

    /// Returns changes as a Markdown table, the most alarming first; nothing where there are none.
    public static String markdown(List<Change> changes) {
        StringBuilder text = new StringBuilder();
        if (!changes.isEmpty()) {
            text.append(
                    "\n### Inbound\n\n| change | way in | from | before | after |\n| --- | --- | --- | --- | --- |\n");
        }
        for (List<Change> alike : alike(changes)) {
            Change first = alike.getFirst();
            String kind = first.kind() == ExposureDiff.Kind.NEWLY_REACHABLE ? "**" + first.kind().text() + "**"
                    : first.kind().text();
            text.append("| ").append(String.join(" | ", kind, cell(way(first)), cell(places(alike)),
                    cell(before(first)), cell(after(first)))).append(" |\n");
        }
        return text.toString();
    }

    private static Collection<List<Change>> alike(List<Change> changes) {
        return changes.stream().collect(Collectors.groupingBy(change -> List.of(change.kind(), change.service(),
                change.port(), change.entry(), reason(change.before()), reason(change.after())), LinkedHashMap::new,
                Collectors.toList())).values();
    }

    /// Without what differs from place to place and is said by the place already.
    private static String reason(String why) {
        return why.replaceAll("; (seen as a public address after \\w+|by its own way to the Internet)$", "");
    }

    private static String way(Change change) {
        return change.service() + " " + change.port() + " (" + ExposureText.by(change.entry()) + ")";
    }

    private static String places(List<Change> alike) {
        return alike.stream().map(change -> change.place() + (change.everybody() ? "" : " (" + some(change) + ")"))
                .collect(Collectors.joining(", "));
    }

    private static String some(Change change) {
        List<String> sources = ChangeRow.addresses(change.clients());
        String few = String.join(", ", sources.subList(0, Math.min(3, sources.size())));
        int more = sources.size() - 3;
        return more <= 0 ? few : few + " and " + more + (more == 1 ? " more range" : " more ranges");
    }

    private static String before(Change change) {
        return change.before().isEmpty() ? "no such way in" : reason(change.before());
    }

    private static String after(Change change) {
        return change.after().isEmpty() ? "no such way in" : reason(change.after());
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
