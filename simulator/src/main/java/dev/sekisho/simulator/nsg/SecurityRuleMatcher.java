package dev.sekisho.simulator.nsg;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.network.ApplicationSecurityGroup;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.match.Addresses;
import dev.sekisho.simulator.match.Field;
import dev.sekisho.simulator.match.FieldMatch;
import dev.sekisho.simulator.match.IpProtocols;
import dev.sekisho.simulator.match.Ports;
import dev.sekisho.simulator.match.RuleMatch;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.world.Question;
import dev.sekisho.simulator.world.Truth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Whether a security rule matches a flow (`NSG-1`, `NSG-12`).
final class SecurityRuleMatcher {
    private final SubnetView view;
    private final Addresses.Tags tags;
    private final Flow flow;
    private final IpAddress destination;

    SecurityRuleMatcher(SubnetView view, Flow flow, IpAddress destination) {
        this.view = view;
        this.tags = new NetworkTags(view);
        this.flow = flow;
        this.destination = destination;
    }

    RuleMatch match(SecurityRule rule) {
        return match(rule.source(), rule.destination(), rule.protocol());
    }

    RuleMatch match(SecurityRule.Side source, SecurityRule.Side to, SecurityRule.Protocol protocol) {
        boolean hasPorts = flow.protocol().hasPorts();
        return new RuleMatch(List.of(address(Field.SOURCE, flow.source(), source),
                hasPorts
                        ? Ports.match(Field.SOURCE_PORT, source.ports(), OptionalInt.empty())
                        : FieldMatch.yes(Field.SOURCE_PORT, "the protocol has no ports"),
                address(Field.DESTINATION, destination, to), protocol(protocol),
                hasPorts
                        ? Ports.match(Field.PORT, to.ports(), flow.destinationPort())
                        : FieldMatch.yes(Field.PORT, "the protocol has no ports")));
    }

    private FieldMatch address(Field field, IpAddress address, SecurityRule.Side side) {
        Addresses addresses = new Addresses(field, address, tags).terms(side.addresses());
        for (ResourceRef group : side.applicationSecurityGroups()) {
            Optional<ApplicationSecurityGroup> known = view.applicationSecurityGroup(group);
            addresses.alternative(group.name(),
                    known.map(g -> Truth.of(g.members().contains(address))).orElse(Truth.UNKNOWN), Optional.of(
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
