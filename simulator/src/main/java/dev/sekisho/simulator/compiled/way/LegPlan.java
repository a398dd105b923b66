package dev.sekisho.simulator.compiled.way;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.firewall.SnatSettings;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.compiled.clause.FlowClasses;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Delivery;
import dev.sekisho.simulator.verdict.Snat;
import dev.sekisho.simulator.view.FirewallView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The way from a firewall to each class of destinations (`FW-53`, `FW-54`, `R-15`, `R-21`).
public final class LegPlan {
    private final Network network;
    private final FirewallView firewall;
    private final Optional<RoutePlan> routes;
    private final FlowClasses space;

    /// @param routes the routes of the firewall's own subnet, where it is described
    public LegPlan(Network network, FirewallView firewall, Optional<RoutePlan> routes, FlowClasses space) {
        this.network = network;
        this.firewall = firewall;
        this.routes = routes;
        this.space = space;
    }

    /// Ranges that source translation tells apart.
    public static List<AddressSet> ranges(FirewallView firewall) {
        List<AddressSet> ranges = new ArrayList<>();
        firewall.settings().snat().map(SnatSettings::privateRanges).orElse(List.of()).stream()
                .flatMap(entry -> entry.known().stream()).map(prefix -> AddressSet.of(prefix)).forEach(ranges::add);
        firewall.knowledge().learnedPrivateRanges().ifPresent(ranges::add);
        return ranges;
    }

    /// A connection of the firewall's own: always translated.
    public Leg connection(IpAddress destination) {
        return onward(destination, outside(destination), EnumSet.noneOf(Assumption.class));
    }

    /// Packets: translated unless the destination is in the private ranges.
    public Leg packets(IpAddress destination, boolean ports) {
        Set<Assumption> assumptions = EnumSet.noneOf(Assumption.class);
        boolean isPublic = WellKnownRanges.PUBLIC.contains(destination);
        Optional<SnatSettings> settings = firewall.settings().snat()
                .filter(s -> !s.privateRanges().isEmpty() || s.includeIanaPrivateRanges());
        boolean usual = settings.map(SnatSettings::includeIanaPrivateRanges).orElse(true)
                && WellKnownRanges.PRIVATE.contains(destination);
        if (usual && WellKnownRanges.RFC6598.contains(destination)) {
            assumptions.add(Assumption.FW_53);
        }
        List<Entry<IpPrefix>> ranges = settings.map(SnatSettings::privateRanges).orElse(List.of());
        boolean listed = ranges.stream().flatMap(entry -> entry.known().stream())
                .anyMatch(prefix -> prefix.contains(destination)) || isLearned(destination);
        boolean open = !usual && (listed && isPublic
                || !listed && ranges.stream().anyMatch(Entry.Unknown.class::isInstance));
        if (open) {
            return Leg.OPEN;
        }
        if (usual || listed) {
            return onward(destination, Snat.NONE, assumptions);
        }
        return !ports && isPublic
                ? lost(Delivery.UNDELIVERABLE, assumptions)
                : onward(destination, outside(destination), assumptions);
    }

    private boolean isLearned(IpAddress destination) {
        return firewall.settings().snat().filter(SnatSettings::autoLearnPrivateRanges).isPresent()
                && firewall.knowledge().learnedPrivateRanges().filter(set -> set.contains(destination)).isPresent();
    }

    private Snat outside(IpAddress destination) {
        return WellKnownRanges.PUBLIC.contains(destination) && !firewall.forcedTunneling()
                ? Snat.PUBLIC_IP
                : Snat.PRIVATE_IP;
    }

    private static Leg lost(Delivery delivery, Set<Assumption> assumptions) {
        return new Leg(Optional.of(delivery), Set.copyOf(assumptions), Optional.empty(), Leg.OWN, false);
    }

    private Leg onward(IpAddress destination, Snat snat, Set<Assumption> assumptions) {
        if (routes.isPresent()) {
            Optional<RoutePlan.Chosen> chosen = routes.get().choose(destination, false);
            if (chosen.isEmpty()) {
                return Leg.OPEN;
            }
            assumptions.addAll(chosen.get().assumptions());
            Optional<Delivery> lost = lostByRoute(chosen.get(), destination, snat);
            if (lost.isPresent()) {
                return lost(lost.get(), assumptions);
            }
        }
        if (network.refuses(firewall, destination, snat == Snat.NONE)) {
            return lost(Delivery.DROPPED_BY_PEERING, assumptions);
        }
        return new Leg(Optional.empty(), Set.copyOf(assumptions), network.gateTo(destination), source(snat), false);
    }

    private Optional<Delivery> lostByRoute(RoutePlan.Chosen chosen, IpAddress destination, Snat snat) {
        return switch (chosen.route().nextHopType()) {
            case NONE -> Optional.of(Delivery.DROPPED_BY_ROUTE);
            case INTERNET -> snat == Snat.NONE || !WellKnownRanges.PUBLIC.contains(destination)
                    ? Optional.of(Delivery.UNDELIVERABLE)
                    : Optional.empty();
            case VIRTUAL_APPLIANCE -> chosen.route().nextHopIpAddress().filter(firewall::isPrivateIp)
                    .map(_ -> Delivery.UNDELIVERABLE);
            case VNET_PEERING, VNET_GLOBAL_PEERING -> network.firewallSubnet(firewall).map(network.subnets()::get)
                    .filter(subnet -> subnet.peerings().stream().filter(peering -> peering.leadsTo(destination))
                            .anyMatch(peering -> !peering.peering().allowVirtualNetworkAccess()))
                    .map(_ -> Delivery.DROPPED_BY_PEERING);
            case VIRTUAL_NETWORK, VNET_LOCAL, VIRTUAL_NETWORK_GATEWAY, SERVICE_ENDPOINT, INTERFACE_ENDPOINT, PLATFORM,
                    UNKNOWN ->
                Optional.empty();
        };
    }

    /// The class of the source address behind the firewall.
    private int source(Snat snat) {
        Optional<IpAddress> own = firewall.firewall().privateIp().known();
        Optional<IpAddress> shown = switch (snat) {
            case NONE -> Optional.empty();
            case PRIVATE_IP -> own;
            case PUBLIC_IP ->
                firewall.publicSources().stream().flatMap(entry -> entry.known().stream()).findFirst().or(() -> own);
        };
        return shown.isPresent() && shown.get() instanceof Ipv4Address(int bits)
                ? space.sources().classOf(bits)
                : Leg.OWN;
    }
}
