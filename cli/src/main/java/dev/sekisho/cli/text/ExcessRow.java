package dev.sekisho.cli.text;

import dev.sekisho.cli.text.ChangeRow.WitnessRow;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.simulator.exact.space.FlowBox;
import dev.sekisho.simulator.proof.Excess;
import java.util.List;

/// Flows that a rule allows beyond need, with the keys that JSON output uses.
///
/// @param sources prefixes, or an asterisk for every address
/// @param fqdns patterns of names; empty where names play no part
/// @param by the rule that allows them
public record ExcessRow(List<String> sources, List<String> destinations, List<String> fqdns, String protocol,
        List<String> ports, String by, WitnessRow witness) {

    /// Returns the row of some flows.
    public static ExcessRow of(Excess excess) {
        FlowBox flows = excess.flows();
        return new ExcessRow(ChangeRow.addresses(flows.sources()), ChangeRow.addresses(flows.destinations()),
                flows.names(), flows.protocol(), flows.ports().ranges().stream().map(PortRange::toString).toList(),
                excess.rule().toString(), WitnessRow.of(excess.witness()));
    }
}
