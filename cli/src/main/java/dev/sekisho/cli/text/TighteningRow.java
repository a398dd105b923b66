package dev.sekisho.cli.text;

import dev.sekisho.model.address.PortRange;
import dev.sekisho.simulator.exact.space.FlowBox;
import dev.sekisho.simulator.proof.Tightening;
import java.util.List;

/// What a rule has to keep, with the keys that JSON output uses.
///
/// @param keep flows that the rule has to allow; empty where the cluster can do without the rule
/// @param complete false where more has to be kept than is listed
public record TighteningRow(String rule, List<Flows> keep, boolean complete) {

    /// Some flows.
    public record Flows(List<String> sources, List<String> destinations, List<String> fqdns, String protocol,
            List<String> ports) {
        static Flows of(FlowBox box) {
            return new Flows(ChangeRow.addresses(box.sources()), ChangeRow.addresses(box.destinations()), box.names(),
                    box.protocol(), box.ports().ranges().stream().map(PortRange::toString).toList());
        }
    }

    /// Returns the row of a rule.
    public static TighteningRow of(Tightening tightening) {
        return new TighteningRow(tightening.rule().toString(), tightening.keep().stream().map(Flows::of).toList(),
                tightening.complete());
    }
}
