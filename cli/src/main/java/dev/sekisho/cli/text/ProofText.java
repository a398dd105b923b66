package dev.sekisho.cli.text;

import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.Table.Cell;
import dev.sekisho.simulator.proof.NeedProof;
import dev.sekisho.simulator.proof.Presumption;
import dev.sekisho.simulator.proof.ProofReport;
import dev.sekisho.simulator.proof.ProofVerdict;
import dev.sekisho.simulator.proof.Tightening;
import dev.sekisho.simulator.verdict.RuleRef;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Prints a proof for people: a line for each need, what is wrong in full, and what the answer presumes.
public final class ProofText {
    private static final int WIDEST_DESTINATION = 48;
    private static final int WIDEST_CARRIER = 72;
    private static final int MOST_EXCESS = 20;
    private static final int MOST_UNUSED = 12;
    private static final int NAMED_NEEDS = 5;
    private static final int MOST_PARTS = 12;

    private ProofText() {}

    /// Prints the report.
    ///
    /// @param tighten whether to say what rules that allow too much have to keep
    public static void print(ProofReport report, boolean tighten, Streams streams) {
        Table table = new Table("verdict", "need", "destination", "port", "by");
        for (NeedProof proof : report.needs()) {
            table.add(List.of(Cell.inked(ink(proof.verdict()), proof.verdict().text()), Cell.plain(proof.need().id()),
                    Cell.plain(destination(proof)),
                    Cell.plain(proof.need().protocol().text() + ":" + proof.need().ports()),
                    Cell.plain(carriers(proof))));
        }
        table.print(streams);
        report.unmet().forEach(proof -> unmet(proof, streams));
        presumed(report, streams);
        unused(report, streams);
        excess(report, streams);
        if (tighten) {
            tightenings(report, streams);
        }
        boolean all = report.reachable() == report.required();
        streams.out().println();
        streams.out().println((all ? Ink.GOOD : Ink.BAD).on(streams,
                report.reachable() + " of " + Amount.of(report.required(), "required destination")
                        + (report.required() == 1 ? " is" : " are") + " reachable"));
    }

    private static void unmet(NeedProof proof, Streams streams) {
        streams.out().println();
        streams.out().println(Ink.BAD.on(streams, proof.verdict().text()) + ": " + proof.need().id() + " ("
                + proof.destination() + "): " + proof.need().purpose());
        int widest = proof.parts().stream().mapToInt(part -> part.verdict().text().length()).max().orElse(0);
        proof.parts().stream().limit(MOST_PARTS).forEach(part -> streams.out().println(
                Lines.wrapped("  " + part.verdict() + ":" + " ".repeat(1 + widest - part.verdict().text().length())
                        + Lines.of(part))));
        if (proof.parts().size() > MOST_PARTS) {
            streams.out().println("  and " + (proof.parts().size() - MOST_PARTS)
                    + " more parts; --output json lists all");
        }
        proof.witness().ifPresent(witness -> streams.out().println("  for example: " + witness));
        proof.arriving().ifPresent(witness -> streams.out().println("  other than:  " + witness));
    }

    private static void presumed(ProofReport report, Streams streams) {
        SortedMap<String, List<String>> needs = new TreeMap<>();
        for (NeedProof proof : report.needs()) {
            for (Presumption assumption : proof.assumptions()) {
                needs.computeIfAbsent(assumption.toString(), _ -> new ArrayList<>()).add(proof.need().id());
            }
        }
        if (!needs.isEmpty()) {
            streams.out().println();
            streams.out().println(Ink.DOUBTFUL.on(streams, "presumed") + ":");
            needs.forEach((assumption, ids) -> streams.out()
                    .println("  " + assumption + " (" + some(ids) + ")"));
        }
    }

    /// The first needs by name and the others by number; JSON output names all of them.
    private static String some(List<String> ids) {
        return ids.size() <= NAMED_NEEDS + 1
                ? String.join(", ", ids)
                : String.join(", ", ids.subList(0, NAMED_NEEDS)) + " and " + (ids.size() - NAMED_NEEDS) + " others";
    }

    private static void unused(ProofReport report, Streams streams) {
        if (!report.unusedRules().isEmpty()) {
            streams.out().println();
            List<String> rules = report.unusedRules().stream().map(RuleRef::toString).map(ProofText::withoutPolicy)
                    .toList();
            streams.out().println(Lines.wrapped("no need uses: " + Lines.first(rules, MOST_UNUSED)
                    + (rules.size() > MOST_UNUSED + 1 ? "; --output json lists all" : "")));
        }
    }

    private static void tightenings(ProofReport report, Streams streams) {
        streams.out().println();
        streams.out().println(report.tightenings().isEmpty() ? "no rule allows the cluster more than it needs"
                : "what these rules have to keep for the cluster; nothing that is needed is lost:");
        for (Tightening tightening : report.tightenings()) {
            streams.out().println("  " + tightening.rule() + (tightening.keep().isEmpty() ? ": nothing" : ""));
            tightening.keep().forEach(flows -> streams.out().println(Lines.wrapped("    " + Lines.of(flows))));
            if (!tightening.complete()) {
                streams.out().println("    and more");
            }
        }
    }

    private static void excess(ProofReport report, Streams streams) {
        if (!report.excess().isEmpty()) {
            streams.out().println();
            streams.out().println(Ink.DOUBTFUL.on(streams, "allowed beyond need") + ", the widest first:");
            report.excess().stream().limit(MOST_EXCESS)
                    .forEach(
                            excess -> streams.out().println(Lines.wrapped("  " + withoutPolicy(excess.rule().toString())
                                    + ": " + Lines.of(excess.flows()))));
            if (report.excess().size() > MOST_EXCESS) {
                streams.out().println("  and " + (report.excess().size() - MOST_EXCESS)
                        + " more; --output json lists all");
            }
        }
    }

    private static String destination(NeedProof proof) {
        List<String> names = proof.targets().stream().map(Object::toString).toList();
        String all = String.join(", ", names);
        return all.length() <= WIDEST_DESTINATION ? all : names.getFirst() + " and " + (names.size() - 1) + " more";
    }

    private static String carriers(NeedProof proof) {
        String all = String.join(", ", proof.by().stream().map(ProofText::withoutPolicy).toList());
        return all.length() <= WIDEST_CARRIER || proof.by().size() < 2
                ? all
                : withoutPolicy(proof.by().getFirst()) + " and " + (proof.by().size() - 1) + " more";
    }

    /// The rule by collection and name; policy and group are in the files and in JSON.
    private static String withoutPolicy(String carrier) {
        String[] parts = carrier.split("/");
        return carrier.startsWith("route ") || parts.length < 3
                ? carrier
                : parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }

    private static Ink ink(ProofVerdict verdict) {
        return switch (verdict) {
            case REACHABLE -> Ink.GOOD;
            case BYPASSES_FIREWALL, UNKNOWN -> Ink.DOUBTFUL;
            case PARTLY, BLOCKED -> Ink.BAD;
        };
    }
}
