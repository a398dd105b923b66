package dev.sekisho.simulator.exact.firewall;

import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.match.Ports;
import dev.sekisho.simulator.world.Question;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The kinds and ports that network and DNAT rules are about (`FW-17`, `FW-18`).
final class Protocols {
    private static final Set<FlowKind> ICMP = EnumSet.of(FlowKind.ICMP, FlowKind.ICMPV6);
    private static final Set<FlowKind> WITHOUT_PORTS = EnumSet.of(FlowKind.ICMP, FlowKind.ICMPV6, FlowKind.ESP,
            FlowKind.AH, FlowKind.OTHER);

    private Protocols() {}

    /// Returns the parts of a region that fit.
    ///
    /// @param highest the ports that count at all
    static List<Region> fitting(Region region, List<NetworkProtocol> protocols, List<Entry<PortTerm>> ports,
            PortSet highest) {
        List<Region> fitting = new ArrayList<>();
        boolean any = protocols.contains(NetworkProtocol.ANY);
        boolean asterisk = Ports.hasAsterisk(ports);
        Set<FlowKind> whole = EnumSet.noneOf(FlowKind.class);
        if (any && asterisk) {
            whole.addAll(WITHOUT_PORTS);
        }
        if (protocols.contains(NetworkProtocol.ICMP)) {
            whole.addAll(ICMP);
        }
        if (!whole.isEmpty()) {
            fitting.add(region.speaking(whole, PortSet.ANY));
        }
        Set<FlowKind> withPorts = EnumSet.noneOf(FlowKind.class);
        if (any || protocols.contains(NetworkProtocol.UDP)) {
            withPorts.add(FlowKind.UDP);
        }
        if (any || protocols.contains(NetworkProtocol.TCP)) {
            withPorts.addAll(FlowKind.ANY_TCP);
        }
        if (!withPorts.isEmpty()) {
            fitting.add(region.speaking(withPorts, known(ports).intersection(highest)));
            open(ports).forEach(question -> fitting.add(region.speaking(withPorts, highest).given(question)));
        }
        return fitting;
    }

    /// Returns the ports that a list is known to hold.
    static PortSet known(List<Entry<PortTerm>> entries) {
        return PortSet.ofRanges(entries.stream().flatMap(entry -> entry.known().stream()).map(term -> switch (term) {
            case PortTerm.Any _ -> PortRange.ANY;
            case PortTerm.Range(var range) -> range;
        }).toList());
    }

    /// Returns what is to be asked about the ports that a list may hold.
    static List<Question> open(List<Entry<PortTerm>> entries) {
        return Ports.hasAsterisk(entries) ? List.of()
                : entries.stream().filter(entry -> entry instanceof Entry.Unknown<PortTerm>)
                        .map(unknown -> Question.contains(unknown, "the port")).toList();
    }
}
