package dev.sekisho.cli.text;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.diff.Change;
import dev.sekisho.simulator.exact.space.FlowBox;
import dev.sekisho.simulator.verdict.PathResult;
import java.util.List;
import java.util.Optional;

/// One change, with the keys that JSON output uses.
///
/// @param kind what kind of change it is
/// @param certain false where it depends on something that nobody knows
/// @param sources prefixes, or an asterisk for every address
/// @param fqdns patterns of names; empty where names play no part
/// @param paths paths of URLs; empty where they play no part
public record ChangeRow(String kind, String before, String after, boolean certain, List<String> sources,
        List<String> destinations, List<String> fqdns, List<String> paths, String protocol, List<String> ports,
        WitnessRow witness, List<String> beforeBy, List<String> afterBy) {

    /// A flow that shows something.
    ///
    /// @param trace the options with which `sekisho trace` follows it
    public record WitnessRow(String source, String destination, Optional<String> fqdn, String text, String trace) {
        /// Returns the row of a flow with a destination address.
        public static WitnessRow of(Flow flow) {
            return new WitnessRow(flow.source().toString(), flow.destination().orElseThrow().toString(),
                    flow.destinationName(), FlowText.of(flow), FlowText.options(flow));
        }
    }

    /// Returns the row of a change.
    public static ChangeRow of(Change change) {
        FlowBox flows = change.flows();
        return new ChangeRow(change.kind().text(), change.before().text(), change.after().text(), change.certain(),
                addresses(flows.sources()), addresses(flows.destinations()), flows.names(), flows.paths(),
                flows.protocol(), flows.ports().ranges().stream().map(PortRange::toString).toList(),
                WitnessRow.of(change.witness()), change.beforeBy(), change.afterBy());
    }

    /// Returns addresses as the fewest prefixes, or an asterisk.
    public static List<String> addresses(AddressSet addresses) {
        return addresses.equals(AddressSet.ALL) ? List.of("*")
                : addresses.prefixes().stream().map(IpPrefix::toString).toList();
    }

    /// Returns what becomes of the flows on one side, and by what.
    static String side(PathResult result, List<String> by) {
        int shown = 3;
        if (by.isEmpty()) {
            return result.text();
        }
        String few = String.join(", ", by.subList(0, Math.min(shown, by.size())));
        return result.text() + " by " + few + (by.size() > shown ? " and " + (by.size() - shown) + " more" : "");
    }
}
