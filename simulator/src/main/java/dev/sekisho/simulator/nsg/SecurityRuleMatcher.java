package dev.sekisho.simulator.nsg;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.match.Addresses;
import dev.sekisho.simulator.match.Field;
import dev.sekisho.simulator.match.FieldMatch;
import dev.sekisho.simulator.match.IpProtocols;
import dev.sekisho.simulator.match.Ports;
import dev.sekisho.simulator.match.RuleMatch;
import dev.sekisho.simulator.world.Question;
import dev.sekisho.simulator.world.Truth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Whether a security rule matches a flow (`NSG-1`, `NSG-12`).
final class SecurityRuleMatcher {
    private final Addresses.Tags tags;
    private final Flow flow;
    private final IpAddress destination;

    SecurityRuleMatcher(Addresses.Tags tags, Flow flow, IpAddress destination) {
        this.tags = tags;
        this.flow = flow;
        this.destination = destination;
    }

    RuleMatch match(SecurityRule rule) {
        boolean hasPorts = flow.protocol().hasPorts();
        return new RuleMatch(List.of(address(Field.SOURCE, flow.source(), rule.source()),
                hasPorts
                        ? Ports.match(Field.SOURCE_PORT, rule.source().ports(), OptionalInt.empty())
                        : FieldMatch.yes(Field.SOURCE_PORT, "the protocol has no ports"),
                address(Field.DESTINATION, destination, rule.destination()), protocol(rule.protocol()),
                hasPorts
                        ? Ports.match(Field.PORT, rule.destination().ports(), flow.destinationPort())
                        : FieldMatch.yes(Field.PORT, "the protocol has no ports")));
    }

    private FieldMatch address(Field field, IpAddress address, SecurityRule.Side side) {
        Addresses addresses = new Addresses(field, address, tags).terms(side.addresses());
        for (ResourceRef group : side.applicationSecurityGroups()) {
            addresses.alternative(group.name(), Truth.UNKNOWN, Optional.of(
                    Question.contains("the application security group " + group.name(), address)));
        }
        return addresses.result();
    }

    private FieldMatch protocol(SecurityRule.Protocol protocol) {
        IpProtocol actual = flow.protocol();
        boolean matches = switch (protocol) {
            case ANY -> true;
            case TCP -> actual.equals(IpProtocol.TCP);
            case UDP -> actual.equals(IpProtocol.UDP);
            case ICMP -> IpProtocols.isIcmp(actual);
            case ESP -> actual.equals(IpProtocol.ESP);
            case AH -> actual.equals(IpProtocol.AH);
        };
        return matches
                ? FieldMatch.yes(Field.PROTOCOL, actual + " is listed")
                : FieldMatch.no(Field.PROTOCOL, actual + " is not " + protocol.azureName());
    }
}
