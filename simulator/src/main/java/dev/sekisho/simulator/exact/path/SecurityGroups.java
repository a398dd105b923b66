package dev.sekisho.simulator.exact.path;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.SecurityAdminCollection;
import dev.sekisho.model.network.SecurityAdminRule;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.decision.Ruling;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.match.Ports;
import dev.sekisho.simulator.nsg.DefaultRules;
import dev.sekisho.simulator.nsg.NetworkTags;
import dev.sekisho.simulator.nsg.PlatformTags;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.world.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the security groups of one subnet drop (`NSG-1` to `NSG-12`). Flows that they let pass are left to what follows.
final class SecurityGroups {
    private static final Outcome PASSES = Outcome.outside(PathResult.ALLOW, "the security groups");
    private static final Outcome NOT_ASKED = Outcome.outside(PathResult.ALLOW, "a security admin rule");
    private static final AddressSet PLATFORM = AddressSet
            .unionOf(RouteInterpreter.PLATFORM.stream().map(AddressSet::of).toList());
    private static final AddressSet HOST = AddressSet.of(IpAddress.parse("168.63.129.16"));
    private static final AddressSet METADATA = PLATFORM.difference(HOST);
    private static final AddressSet EVERYWHERE_ELSE = AddressSet.ALL.difference(PLATFORM);
    private static final Set<FlowKind> WITHOUT_PORTS = EnumSet.range(FlowKind.ICMP, FlowKind.OTHER);
    private static final Set<FlowKind> WITH_PORTS = EnumSet.range(FlowKind.UDP, FlowKind.MSSQL);

    private final SubnetView view;
    private final SecurityRule.Direction direction;
    private final NetworkTags tags;

    private record Part(AddressSet addresses, Optional<Question> given) {}

    private SecurityGroups(SubnetView view, SecurityRule.Direction direction) {
        this.view = view;
        this.direction = direction;
        this.tags = new NetworkTags(view);
    }

    /// Returns what is dropped on the way into or out of a subnet.
    static Layer of(SubnetView view, SecurityRule.Direction direction) {
        return new SecurityGroups(view, direction).layer();
    }

    private Layer layer() {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.without(Layer.of(adminRulings()), PASSES));
        List<Attached<NetworkSecurityGroup>> groups = direction == SecurityRule.Direction.OUTBOUND
                ? view.outboundGroups()
                : view.inboundGroups();
        for (Attached<NetworkSecurityGroup> attached : groups) {
            switch (attached) {
                case Attached.Nothing<NetworkSecurityGroup> _ -> {}
                case Attached.Undescribed<NetworkSecurityGroup>(var reference) -> layers.add(Layer.of(List.of(Ruling.of(
                        Region.ALL.to(EVERYWHERE_ELSE).given(new Question(
                                "the security group " + reference.name() + ", which is not described, denies the flow",
                                "the security group " + reference.name()
                                        + ", which is not described, allows the flow")),
                        dropped(reference.name())))));
                case Attached.Described<NetworkSecurityGroup>(NetworkSecurityGroup group) ->
                    layers.add(Layer.without(Layer.of(rulings(group)), PASSES));
            }
        }
        return Layer.without(Layer.inOrder(layers), NOT_ASKED);
    }

    private static Outcome dropped(String by) {
        return Outcome.outside(PathResult.DROPPED_BY_NSG, by);
    }

    /// The rules of network managers, all collections as one list by priority (`NSG-11`).
    private List<Ruling> adminRulings() {
        record Placed(SecurityAdminCollection collection, SecurityAdminRule rule) {}
        return view.adminCollections().stream()
                .flatMap(collection -> collection.rules().stream().map(rule -> new Placed(collection, rule)))
                .filter(placed -> placed.rule().direction() == direction)
                .sorted(Comparator.comparing(placed -> placed.rule().priority()))
                .map(placed -> new Ruling(regions(placed.rule().source(), placed.rule().destination(),
                        placed.rule().protocol()), switch (placed.rule().access()) {
                            case ALLOW -> PASSES;
                            case ALWAYS_ALLOW -> NOT_ASKED;
                            case DENY -> dropped(placed.collection().name() + "/" + placed.rule().name());
                        }))
                .toList();
    }

    private List<Ruling> rulings(NetworkSecurityGroup group) {
        List<SecurityRule> defaults = switch (direction) {
            case OUTBOUND -> DefaultRules.OUTBOUND;
            case INBOUND -> DefaultRules.INBOUND;
        };
        Stream<SecurityRule> own = group.securityRules().stream().filter(rule -> rule.direction() == direction)
                .sorted(Comparator.comparing(SecurityRule::priority));
        return Stream.concat(own, defaults.stream())
                .map(rule -> new Ruling(regions(rule.source(), rule.destination(), rule.protocol()),
                        switch (rule.access()) {
                            case ALLOW -> PASSES;
                            case DENY -> dropped(group.name() + "/" + rule.name());
                        }))
                .toList();
    }

    /// Addresses of the host concern only rules that name them by their tags (`NSG-7`).
    private List<Region> regions(SecurityRule.Side source, SecurityRule.Side to, SecurityRule.Protocol protocol) {
        AddressSet concerned = PlatformTags.isNamedBy(to) ? AddressSet.ALL : EVERYWHERE_ELSE;
        List<Region> regions = new ArrayList<>();
        for (Part from : parts(source, "the source")) {
            for (Part there : parts(to, "the destination")) {
                Region region = Region.ALL.from(from.addresses()).to(there.addresses().intersection(concerned));
                region = from.given().map(region::given).orElse(region);
                region = there.given().map(region::given).orElse(region);
                regions.addAll(speaking(region, source.ports(), to.ports(), protocol));
            }
        }
        return regions;
    }

    private static List<Region> speaking(Region region, List<Entry<PortTerm>> sourcePorts, List<Entry<PortTerm>> ports,
            SecurityRule.Protocol protocol) {
        Set<FlowKind> kinds = kinds(protocol);
        List<Region> regions = new ArrayList<>();
        regions.add(region.speaking(both(kinds, WITHOUT_PORTS), PortSet.ANY));
        Set<FlowKind> withPorts = both(kinds, WITH_PORTS);
        for (Region from : fromPorts(region, sourcePorts)) {
            PortSet known = PortSet.ofRanges(ports.stream().flatMap(entry -> entry.known().stream())
                    .map(term -> switch (term) {
                        case PortTerm.Any _ -> PortRange.ANY;
                        case PortTerm.Range(PortRange range) -> range;
                    }).toList());
            regions.add(from.speaking(withPorts, known));
            if (!known.isAny()) {
                ports.stream().filter(entry -> entry instanceof Entry.Unknown<PortTerm>).forEach(unknown -> regions
                        .add(from.speaking(withPorts, PortSet.ANY).given(Question.contains(unknown, "the port"))));
            }
        }
        return regions.stream().filter(part -> !part.kinds().isEmpty()).toList();
    }

    /// The source port of a flow is not known.
    private static List<Region> fromPorts(Region region, List<Entry<PortTerm>> ports) {
        boolean any = Ports.hasAsterisk(ports) || ports.stream().flatMap(entry -> entry.known().stream())
                .anyMatch(term -> term instanceof PortTerm.Range(PortRange range) && range.first() <= 1
                        && range.last() == PortRange.HIGHEST);
        return any ? List.of(region) : ports.stream().filter(entry -> !(entry instanceof Entry.Malformed<PortTerm>))
                .map(entry -> region.given(Question.contains(entry, "the source port"))).toList();
    }

    private static Set<FlowKind> both(Set<FlowKind> one, Set<FlowKind> other) {
        Set<FlowKind> kinds = EnumSet.copyOf(one);
        kinds.retainAll(other);
        return kinds;
    }

    private static Set<FlowKind> kinds(SecurityRule.Protocol protocol) {
        return switch (protocol) {
            case ANY -> FlowKind.ALL;
            case TCP -> FlowKind.ANY_TCP;
            case UDP -> EnumSet.of(FlowKind.UDP);
            case ICMP -> EnumSet.of(FlowKind.ICMP, FlowKind.ICMPV6);
            case ESP -> EnumSet.of(FlowKind.ESP);
            case AH -> EnumSet.of(FlowKind.AH);
        };
    }

    private List<Part> parts(SecurityRule.Side side, String whose) {
        List<Part> parts = new ArrayList<>();
        for (Entry<AddressTerm> entry : side.addresses()) {
            switch (entry) {
                case Entry.Known<AddressTerm>(AddressTerm term) -> parts.addAll(parts(term, whose));
                case Entry.Unknown<AddressTerm> unknown -> parts.add(open(AddressSet.ALL, unknown, whose));
                case Entry.Malformed<AddressTerm> _ -> {}
            }
        }
        for (ResourceRef reference : side.applicationSecurityGroups()) {
            parts.add(view.applicationSecurityGroup(reference).map(group -> known(group.members())).orElseGet(
                    () -> open(AddressSet.ALL, "the application security group " + reference.name(), whose)));
        }
        return parts;
    }

    private static Part known(AddressSet addresses) {
        return new Part(addresses, Optional.empty());
    }

    private static Part open(AddressSet addresses, Object what, String whose) {
        return new Part(addresses, Optional.of(Question.contains(what, whose)));
    }

    private List<Part> parts(AddressTerm term, String whose) {
        return switch (term) {
            case AddressTerm.Any _ -> List.of(known(AddressSet.ALL));
            case AddressTerm.Prefix(var prefix) -> List.of(known(AddressSet.of(prefix)));
            case AddressTerm.Range(var range) -> List.of(known(AddressSet.of(range)));
            case AddressTerm.Tag(ServiceTagName tag) -> tag(tag, whose);
        };
    }

    private List<Part> tag(ServiceTagName tag, String whose) {
        if (tag.equals(ServiceTagName.VIRTUAL_NETWORK)) {
            Part known = known(AddressSet.unionOf(List.of(tags.connected(), HOST, tags.routed())));
            return view.routeTable() instanceof Attached.Undescribed<RouteTable>
                    ? List.of(known, open(AddressSet.ALL, "the service tag " + tag, whose))
                    : List.of(known);
        }
        if (tag.equals(ServiceTagName.INTERNET)) {
            return List.of(known(WellKnownRanges.PUBLIC.difference(tags.connected())));
        }
        if (tag.equals(ServiceTagName.AZURE_LOAD_BALANCER) || tag.equals(ServiceTagName.AZURE_PLATFORM_DNS)) {
            return List.of(known(HOST));
        }
        if (tag.equals(ServiceTagName.AZURE_PLATFORM_IMDS)) {
            return List.of(known(METADATA));
        }
        return List.of(view.serviceTags().find(tag).map(set -> known(set.difference(PLATFORM)))
                .orElseGet(() -> open(WellKnownRanges.PUBLIC.difference(PLATFORM), "the service tag " + tag, whose)));
    }
}
