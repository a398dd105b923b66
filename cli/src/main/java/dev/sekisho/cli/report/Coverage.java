package dev.sekisho.cli.report;

import dev.sekisho.cli.text.Amount;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.inbound.InboundReport;
import dev.sekisho.simulator.inbound.InboundRow;
import dev.sekisho.simulator.proof.Excess;
import dev.sekisho.simulator.proof.NeedPart;
import dev.sekisho.simulator.proof.NeedProof;
import dev.sekisho.simulator.proof.Presumption;
import dev.sekisho.simulator.proof.ProofReport;
import dev.sekisho.simulator.proof.Witness;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.RuleRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What a cluster must reach and does, what it may reach beyond, and who reaches it.
///
/// @param excess what rules allow beyond need, the widest first
/// @param unused rules that allow something and decide about no need
public record Coverage(String summary, Tone tone, List<PathPicture> ways, List<Need> needs, List<Beyond> excess,
        Optional<Listing> unused, List<String> presumed, List<WayIn> inbound) {

    /// One need.
    ///
    /// @param parts how its flows fare, where they do not fare alike
    /// @param example flows that show it; empty where it is met
    public record Need(String verdict, Tone tone, String id, String destination, String port, String purpose,
            List<String> by, List<String> parts, List<String> example) {}

    /// What one rule allows beyond need.
    public record Beyond(String rule, List<String> flows) {}

    /// A Service seen from a place.
    public record WayIn(String service, String port, String place, String wanted, String reach, String reply,
            String why, String fix, Tone tone) {}

    /// Returns the sections about one cluster.
    public static Coverage of(ProofReport report, InboundReport inbound, Environment environment) {
        boolean all = report.unmet().isEmpty() && inbound.unmet().isEmpty();
        return new Coverage(report.reachable() + " of " + Amount.of(report.required(), "required destination"),
                all ? Tone.GOOD : Tone.BAD, PathPicture.of(report, environment),
                report.needs().stream().map(Coverage::need).toList(), beyond(report.excess()),
                Listing.of(report.unusedRules().stream().map(RuleRef::toString).toList()),
                report.needs().stream().flatMap(proof -> proof.assumptions().stream()).map(Presumption::toString)
                        .distinct().sorted().toList(),
                inbound.rows().stream().map(Coverage::wayIn).toList());
    }

    /// Tells whether the cluster has Services that anybody outside asks for.
    public boolean hasInbound() {
        return !inbound.isEmpty();
    }

    private static Need need(NeedProof proof) {
        Tone tone = PathPicture.tone(proof.verdict());
        List<String> example = tone == Tone.GOOD ? List.of()
                : Stream.concat(proof.witness().stream(), proof.arriving().stream()).map(Witness::toString).toList();
        return new Need(proof.verdict().text(), tone, proof.need().id(), proof.destination(),
                proof.need().protocol().text() + " " + proof.need().ports(), proof.need().purpose(), proof.by(),
                proof.parts().stream().map(NeedPart::toString).toList(), example);
    }

    private static List<Beyond> beyond(List<Excess> excess) {
        SequencedMap<String, List<String>> byRule = new LinkedHashMap<>();
        excess.forEach(found -> byRule.computeIfAbsent(found.rule().toString(), _ -> new ArrayList<>())
                .add(found.flows().toString()));
        return byRule.entrySet().stream().map(rule -> new Beyond(rule.getKey(), rule.getValue())).toList();
    }

    private static WayIn wayIn(InboundRow row) {
        return new WayIn(row.service(), row.port(), row.place(), row.wanted() ? "wanted" : "not wanted",
                row.reach().text(), row.reply().map(Reply.Way::text).orElse(""), row.why(), row.fix().orElse(""),
                row.met() ? Tone.GOOD : Tone.BAD);
    }
}
