package dev.sekisho.simulator.path;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.Delivery;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.Forwarding;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.verdict.Snat;
import dev.sekisho.simulator.verdict.Step;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import dev.sekisho.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The way from the firewall to the destination, and back: the routes of the firewall's own subnet (`R-21`), the
/// peering that receives the traffic (`R-15`), the security group there, and replies that go astray (`FW-39`).
record Onward(Environment environment, Views views, FirewallView firewall, World world, Notes notes,
        Optional<PathOptions.Backend> backend) {
    private static final String STAGE = "onward route";

    /// How the traffic goes on.
    record Leg(Optional<RouteVerdict> route, Optional<Delivery> delivery, Optional<Reply> reply) {
        /// Goes no further.
        static final Leg NONE = new Leg(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Follows traffic that the firewall let through.
    ///
    /// @param destination the address that the firewall sends it to
    Leg follow(Flow flow, FirewallVerdict verdict, Forwarding forwarding, IpAddress destination) {
        if (verdict.delivery().isPresent()) {
            return new Leg(Optional.empty(), verdict.delivery(), Optional.empty());
        }
        Optional<IpAddress> own = firewall.firewall().privateIp().known();
        IpAddress source = forwarding.snat() == Snat.NONE
                ? flow.source()
                : forwarding.sources().stream().findFirst().or(() -> own).orElse(flow.source());
        Optional<SubnetView> subnet = views.firewallSubnet(firewall.firewall());
        Optional<RouteVerdict> route = subnet
                .map(view -> RouteInterpreter.choose(view, destination, Optional.empty(), world).verdict());
        route.map(RouteVerdict::basis).ifPresent(basis -> notes.include(basis.inStage(STAGE)));
        Optional<Delivery> lost = route.flatMap(r -> lostByRoute(r, subnet.orElseThrow(), destination, forwarding))
                .or(() -> lostByPeering(destination, forwarding));
        if (lost.isEmpty()) {
            Arrival arrival = new Arrival(views, world, notes, backend);
            lost = arrival.denied(arriving(flow.withSource(source), forwarding), destination).map(nsg -> {
                notes.include(nsg.basis());
                return Delivery.DROPPED_BY_NSG;
            });
        }
        Optional<Reply> reply = lost.isEmpty() && !flow.marks().reply()
                ? Optional.of(new WayBack(views, world, notes, backend).through(firewall, destination, flow.source(),
                        forwarding))
                : Optional.empty();
        return new Leg(route, lost, reply);
    }

    /// A DNAT rule may replace the port too; what is behind the firewall sees the new one (`FW-51`).
    private static Flow arriving(Flow flow, Forwarding forwarding) {
        return forwarding.translatedPort().isEmpty() ? flow : flow.withPort(forwarding.translatedPort().getAsInt());
    }

    private Optional<Delivery> lostByRoute(RouteVerdict route, SubnetView subnet, IpAddress destination,
            Forwarding forwarding) {
        return switch (route.nextHopType()) {
            case NONE -> Optional.of(Delivery.DROPPED_BY_ROUTE);
            case INTERNET -> {
                boolean unroutable = forwarding.snat() == Snat.NONE || !WellKnownRanges.PUBLIC.contains(destination);
                yield unroutable ? Optional.of(Delivery.UNDELIVERABLE) : Optional.empty();
            }
            case VIRTUAL_APPLIANCE -> {
                boolean loop = route.nextHopIpAddress().filter(firewall::isPrivateIp).isPresent();
                if (loop) {
                    notes.report(
                            Diagnostic.error("ROUTING_LOOP", subnet.subnet().at(), "the firewall's own subnet sends "
                                    + destination + " back to the firewall"));
                }
                warnAboutDefault(subnet, forwarding);
                yield loop ? Optional.of(Delivery.UNDELIVERABLE) : Optional.empty();
            }
            case VIRTUAL_NETWORK_GATEWAY -> {
                warnAboutDefault(subnet, forwarding);
                yield Optional.empty();
            }
            case VNET_PEERING, VNET_GLOBAL_PEERING -> subnet.peerings().stream()
                    .filter(peering -> peering.leadsTo(destination))
                    .anyMatch(peering -> !peering.peering().allowVirtualNetworkAccess())
                            ? Optional.of(Delivery.DROPPED_BY_PEERING)
                            : Optional.empty();
            case VIRTUAL_NETWORK, VNET_LOCAL, SERVICE_ENDPOINT, INTERFACE_ENDPOINT, PLATFORM, UNKNOWN ->
                Optional.empty();
        };
    }

    private void warnAboutDefault(SubnetView subnet, Forwarding forwarding) {
        if (forwarding.snat() == Snat.PUBLIC_IP && !firewall.forcedTunneling()) {
            notes.report(Diagnostic.warning("FIREWALL_DEFAULT_ROUTE", subnet.subnet().at(),
                    "without forced tunnelling the firewall's subnet must send 0.0.0.0/0 to the Internet (R-21)"));
        }
    }

    /// The network of the destination must accept traffic that did not originate in the firewall's network (`R-15`).
    private Optional<Delivery> lostByPeering(IpAddress destination, Forwarding forwarding) {
        boolean forwarded = forwarding.snat() == Snat.NONE;
        for (Peering peering : receiving(destination)) {
            boolean shut = !peering.allowVirtualNetworkAccess() || forwarded && !peering.allowForwardedTraffic();
            if (shut) {
                notes.step(Step.of(STAGE, "the peering " + peering.name() + " does not accept the traffic", "R-15")
                        .at(peering.at()));
                return Optional.of(Delivery.DROPPED_BY_PEERING);
            }
        }
        return Optional.empty();
    }

    /// The peerings by which the destination's network receives traffic from the firewall's.
    private List<Peering> receiving(IpAddress destination) {
        Stream<Peering> stated = firewall.firewall().remotePeerings().stream().filter(
                peering -> peering.remoteAddressSpace().stream().anyMatch(prefix -> prefix.contains(destination)));
        Stream<Peering> described = environment.virtualNetworks().stream()
                .filter(network -> network.addressSpace().stream().anyMatch(prefix -> prefix.contains(destination)))
                .flatMap(network -> network.peerings().stream()).filter(this::leadsToFirewall);
        return Stream.concat(stated, described).toList();
    }

    private boolean leadsToFirewall(Peering peering) {
        Optional<IpAddress> own = firewall.firewall().privateIp().known();
        boolean byAddress = own.isPresent()
                && peering.remoteAddressSpace().stream().anyMatch(prefix -> prefix.contains(own.get()));
        Optional<VirtualNetwork> network = firewall.firewall().virtualNetwork().flatMap(views::network);
        return byAddress || network.isPresent()
                && peering.remote().filter(remote -> remote.names(network.get().name())).isPresent();
    }
}
