package dev.sekisho.simulator.path;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.PeeringView;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import dev.sekisho.simulator.world.World;
import java.util.List;
import java.util.Optional;

/// The appliances that routes lead to: which of them is a described firewall, and whether traffic gets there.
public record Appliances(Views views, List<FirewallView> firewalls, PathOptions options) {
    public Appliances {
        firewalls = List.copyOf(firewalls);
    }

    /// What traffic for an appliance reaches.
    public sealed interface Reached {
        /// A described firewall.
        record Described(FirewallView firewall) implements Reached {}

        /// One of several firewalls, and nothing tells which.
        record Ambiguous(List<FirewallView> firewalls) implements Reached {
            public Ambiguous {
                firewalls = List.copyOf(firewalls);
            }
        }

        /// None of the described firewalls.
        enum Elsewhere implements Reached {
            /// An appliance that is not described.
            UNDESCRIBED,
            /// Nothing, because the peering on the way allows no traffic (`R-14`).
            SHUT,
            /// Nothing, because the address is neither in the network nor in a direct peer of it (`R-9`).
            TOO_FAR
        }
    }

    /// Returns what traffic of a subnet reaches by a next hop.
    public Reached reach(SubnetView view, Entry<IpAddress> nextHop, World world) {
        Optional<IpAddress> address = nextHop.known();
        if (address.isPresent() && isShut(view, address.get())) {
            return Reached.Elsewhere.SHUT;
        }
        Reached reached = reached(new FirewallChoice(firewalls, options).behind(view, nextHop, world));
        Optional<FirewallView> firewall = reached instanceof Reached.Described(FirewallView one) ? Optional.of(one)
                : Optional.empty();
        return address.isPresent() && !isNear(view, address.get(), firewall) ? Reached.Elsewhere.TOO_FAR : reached;
    }

    /// Returns the firewall to ask where no route tells: the one that was named, or the only one.
    public Reached withoutRoute() {
        return reached(new FirewallChoice(firewalls, options).withoutRoute());
    }

    /// Returns the firewall whose own address something is.
    public Optional<FirewallView> at(IpAddress address) {
        return firewalls.stream().filter(firewall -> firewall.isPrivateIp(address)).findFirst();
    }

    /// Tells whether every peering that leads to an address outside the network allows no traffic (`R-14`).
    public static boolean isShut(SubnetView view, IpAddress address) {
        List<PeeringView> leading = view.peerings().stream().filter(peering -> peering.leadsTo(address)).toList();
        return !view.isInNetwork(address) && !leading.isEmpty()
                && leading.stream().noneMatch(peering -> peering.peering().allowVirtualNetworkAccess());
    }

    private static Reached reached(FirewallChoice.Behind behind) {
        return switch (behind) {
            case FirewallChoice.Behind.One(FirewallView one) -> new Reached.Described(one);
            case FirewallChoice.Behind.Other _ -> Reached.Elsewhere.UNDESCRIBED;
            case FirewallChoice.Behind.Open(List<FirewallView> several) -> new Reached.Ambiguous(several);
        };
    }

    /// An appliance must be in the network or in a direct peer (`R-9`). A description that tells of no peering and of
    /// no network around the firewall leaves that out, it does not deny it.
    private boolean isNear(SubnetView view, IpAddress address, Optional<FirewallView> firewall) {
        boolean near = view.isInNetwork(address) || view.peerings().stream().anyMatch(p -> p.leadsTo(address));
        if (near) {
            return true;
        }
        Optional<VirtualNetwork> network = firewall.flatMap(f -> f.firewall().virtualNetwork())
                .flatMap(views::network);
        boolean named = firewall.flatMap(f -> f.firewall().virtualNetwork())
                .filter(ref -> ref.names(view.network().name()) || view.peerings().stream()
                        .anyMatch(p -> p.peering().remote().filter(r -> r.names(ref.name())).isPresent()))
                .isPresent();
        boolean told = !view.peerings().isEmpty() || network.isPresent()
                || view.gatewayRoutes().stream().anyMatch(p -> p.length() > 0 && p.contains(address));
        return named || !told;
    }
}
