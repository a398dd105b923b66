package dev.sekisho.simulator.match;

import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.simulator.verdict.Assumption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Whether protocol and port of a flow fit a network or DNAT rule. The two are judged together, because `Any` covers
/// protocols without ports only when the port is `*` (`FW-17`), and ICMP has no port (`FW-18`).
public final class IpProtocols {
    private IpProtocols() {}

    /// Compares protocol and port; gives the answer for each of the two fields.
    public static List<FieldMatch> match(List<NetworkProtocol> protocols, List<Entry<PortTerm>> ports,
            IpProtocol protocol, OptionalInt port) {
        List<FieldMatch> fields = new ArrayList<>();
        boolean any = protocols.contains(NetworkProtocol.ANY);
        if (isIcmp(protocol)) {
            boolean named = protocols.contains(NetworkProtocol.ICMP);
            fields.add(protocol(any || named, protocol, protocols));
            if (named) {
                fields.add(Ports.hasAsterisk(ports)
                        ? FieldMatch.yes(Field.PORT, "any port")
                        : FieldMatch.yes(Field.PORT, "ICMP has no port", Assumption.FW_18));
            } else {
                fields.add(anyPort(ports));
            }
        } else if (protocol.equals(IpProtocol.TCP) || protocol.equals(IpProtocol.UDP)) {
            NetworkProtocol wanted = protocol.equals(IpProtocol.TCP) ? NetworkProtocol.TCP : NetworkProtocol.UDP;
            fields.add(protocol(any || protocols.contains(wanted), protocol, protocols));
            fields.add(Ports.match(Field.PORT, ports, port));
        } else {
            fields.add(protocol(any, protocol, protocols));
            fields.add(anyPort(ports));
        }
        return fields;
    }

    /// Tells whether the protocol is ICMP, of either IP version.
    public static boolean isIcmp(IpProtocol protocol) {
        return protocol.equals(IpProtocol.ICMP) || protocol.equals(IpProtocol.ICMPV6);
    }

    private static FieldMatch protocol(boolean matches, IpProtocol protocol, List<NetworkProtocol> protocols) {
        return matches
                ? FieldMatch.yes(Field.PROTOCOL, protocol + " is listed")
                : FieldMatch.no(Field.PROTOCOL, protocol + " is not among " + protocols);
    }

    private static FieldMatch anyPort(List<Entry<PortTerm>> ports) {
        return Ports.hasAsterisk(ports)
                ? FieldMatch.yes(Field.PORT, "any port")
                : FieldMatch.no(Field.PORT, "Any with a port means TCP and UDP only");
    }
}
