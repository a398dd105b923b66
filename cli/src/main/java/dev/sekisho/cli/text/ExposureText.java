package dev.sekisho.cli.text;

import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.Table.Cell;
import dev.sekisho.model.kubernetes.HttpFront;
import dev.sekisho.simulator.exposure.ExposureRow;
import dev.sekisho.simulator.exposure.answer.Mend;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.exposure.entrance.Entry;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Reply;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/// Prints who can reach what: a line for each Service and place, then what is wrong and how to mend it.
public final class ExposureText {
    private static final int WIDEST = 110;

    private ExposureText() {}

    /// Prints rows.
    ///
    /// @param forbidden whether a row is what must not be
    public static void print(List<ExposureRow> rows, List<HttpFront> fronts, Predicate<ExposureRow> forbidden,
            Streams streams) {
        Table table = new Table("service", "port", "by", "from", "reach", "replies", "why");
        Set<String> balanced = new HashSet<>();
        rows.stream().filter(row -> row.entry() != Entry.NODE_PORT).forEach(row -> balanced.add(row.service()));
        SequencedMap<Alike, List<ExposureRow>> alike = new LinkedHashMap<>();
        for (ExposureRow row : rows) {
            boolean plain = row.entry() != Entry.NODE_PORT || row.reach() != Reach.NOT_REACHABLE
                    || forbidden.test(row) || !balanced.contains(row.service());
            if (plain) {
                alike.computeIfAbsent(Alike.of(row), _ -> new ArrayList<>()).add(row);
            }
        }
        alike.forEach((what, same) -> {
            ExposureRow row = same.getFirst();
            table.add(List.of(Cell.plain(row.service()), Cell.plain(row.port()), Cell.plain(by(row.entry())),
                    Cell.plain(places(same)),
                    Cell.inked(forbidden.test(row) ? Ink.BAD : ink(row.reach()), words(row.reach())),
                    Cell.inked(row.isUsable() ? Ink.GOOD : Ink.BAD, row.reply().map(Reply.Way::text).orElse("")),
                    Cell.plain(clipped(row.why()))));
        });
        table.print(streams);
        for (HttpFront front : fronts) {
            streams.out().println();
            streams.out().println(front + (front.isOnApplicationGateway()
                    ? ": its Services are reached through the Application Gateway"
                    : ": reached where the Service of its controller is")
                    + (front.className().isEmpty() ? "" : " (class " + front.className() + ")"));
        }
        Set<Assumption> readings = EnumSet.noneOf(Assumption.class);
        rows.forEach(row -> readings.addAll(row.assumptions()));
        if (!readings.isEmpty()) {
            streams.out().println();
            streams.out().println("presumed:");
            readings.forEach(one -> streams.out().println("  " + one.number() + ": " + one.reading()));
        }
        SequencedMap<Trouble, List<ExposureRow>> troubles = new LinkedHashMap<>();
        for (ExposureRow row : rows) {
            boolean astray = row.reply().isPresent() && !row.isUsable();
            if (forbidden.test(row) || astray || row.mend().isPresent()) {
                String what = forbidden.test(row) ? "forbidden"
                        : astray ? "replies " + row.reply().get().text() : "open";
                troubles.computeIfAbsent(
                        new Trouble(what, row.service(), row.port() + beside(row.entry()),
                                row.mend().map(Mend::toString).orElse("")),
                        _ -> new ArrayList<>()).add(row);
            }
        }
        troubles.forEach((trouble, same) -> print(trouble, same, streams));
    }

    /// Subnets of one network that fare alike share a line.
    private record Alike(String service, String port, Entry entry, Place.Kind kind, String network, Reach reach,
            String why) {
        static Alike of(ExposureRow row) {
            return new Alike(row.service(), row.port(), row.entry(), row.place().kind(),
                    row.place().start().map(Place.Start::network).orElse(row.place().name())
                            + row.place().through().orElse(""),
                    row.reach(), row.why());
        }
    }

    private static String places(List<ExposureRow> same) {
        String first = same.getFirst().place().name();
        return same.size() == 1 ? first : first + " and " + (same.size() - 1) + " more";
    }

    /// What is wrong, once for all places where it is.
    private record Trouble(String what, String service, String port, String fix) {}

    private static void print(Trouble trouble, List<ExposureRow> rows, Streams streams) {
        ExposureRow first = rows.getFirst();
        streams.out().println();
        streams.out().println(Ink.BAD.on(streams, trouble.what()) + ": " + trouble.service() + " " + trouble.port()
                + " from " + String.join(", ", rows.stream().map(row -> row.place().name()).toList())
                + (first.at().isKnown() ? "  " + first.at() : ""));
        streams.out().println("  " + first.why());
        first.witness().ifPresent(witness -> streams.out().println("  for example: " + witness));
        if (!trouble.fix().isEmpty()) {
            streams.out().println("  help: " + trouble.fix());
        }
    }

    /// What distinguishes a way in from the load balancer of its Service.
    public static String beside(Entry entry) {
        return switch (entry) {
            case NODE_PORT, INGRESS -> " (" + by(entry) + ")";
            case INTERNAL_LOAD_BALANCER, PUBLIC_LOAD_BALANCER, API_SERVER, NONE -> "";
        };
    }

    /// How clients come in, in a word or two.
    static String by(Entry entry) {
        return switch (entry) {
            case INTERNAL_LOAD_BALANCER -> "internal";
            case PUBLIC_LOAD_BALANCER -> "public";
            case NODE_PORT -> "node port";
            case INGRESS -> "ingress";
            case API_SERVER -> "API server";
            case NONE -> "";
        };
    }

    private static Ink ink(Reach reach) {
        return switch (reach) {
            case REACHABLE -> Ink.GOOD;
            case PARTLY, UNKNOWN -> Ink.DOUBTFUL;
            case NOT_REACHABLE -> Ink.FAINT;
        };
    }

    static String words(Reach reach) {
        return switch (reach) {
            case REACHABLE -> "reachable";
            case PARTLY -> "partly";
            case NOT_REACHABLE -> "not reachable";
            case UNKNOWN -> "unknown";
        };
    }

    private static String clipped(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }
}
