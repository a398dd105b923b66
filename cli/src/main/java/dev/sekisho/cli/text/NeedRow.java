package dev.sekisho.cli.text;

import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.simulator.proof.NeedPart;
import dev.sekisho.simulator.proof.NeedProof;
import dev.sekisho.simulator.proof.Presumption;
import dev.sekisho.simulator.proof.ProofReport;
import dev.sekisho.simulator.proof.Witness;
import java.util.List;
import java.util.Optional;

/// The answer about one need, with the keys that JSON output uses.
///
/// @param need why the cluster needs the destination
/// @param verdict reachable, blocked, partly, bypassesFirewall or unknown
/// @param by rules, routes and endpoints that carry it
/// @param witness a flow that shows the verdict
/// @param arrives where only some flows arrive, one that does
/// @param parts which flows fare how, the worst first; empty where all fare alike
/// @param assumptions numbers of the readings that the answer rests on, or what is presumed, as a clause
public record NeedRow(String id, String destination, String protocol, String port, String need, String verdict,
        List<String> by, Optional<String> witness, Optional<String> arrives, List<PartRow> parts,
        List<String> assumptions) {

    /// Flows of a need that fare alike: every combination of what is listed.
    ///
    /// @param destinations prefixes, where the need goes by address
    /// @param fqdns patterns with their exceptions, where it goes by name
    public record PartRow(String verdict, List<String> sources, List<String> destinations, List<String> fqdns,
            String protocol, List<String> ports, String witness) {

        static PartRow of(NeedPart part) {
            return new PartRow(part.verdict().text(), ChangeRow.addresses(part.sources()),
                    ChangeRow.addresses(part.destinations()), part.names(), String.join(", ", part.protocols()),
                    part.ports().ranges().stream().map(PortRange::toString).toList(), part.witness().toString());
        }
    }

    /// Returns the rows of a report, in its order.
    public static List<NeedRow> of(ProofReport report) {
        return report.needs().stream().map(NeedRow::of).toList();
    }

    private static NeedRow of(NeedProof proof) {
        EgressNeed need = proof.need();
        return new NeedRow(need.id(), proof.destination(), need.protocol().text(), need.ports().toString(),
                need.purpose(), proof.verdict().text(), proof.by(), proof.witness().map(Witness::toString),
                proof.arriving().map(Witness::toString), proof.parts().stream().map(PartRow::of).toList(),
                proof.assumptions().stream().map(Presumption::id).toList());
    }
}
