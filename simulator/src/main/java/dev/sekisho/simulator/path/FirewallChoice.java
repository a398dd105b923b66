package dev.sekisho.simulator.path;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.world.Question;
import dev.sekisho.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the firewall that a next hop means.
record FirewallChoice(List<FirewallView> firewalls, PathOptions options) {

    /// What is behind a next hop.
    sealed interface Behind {
        /// A described firewall.
        record One(FirewallView firewall) implements Behind {}

        /// An appliance that is not described.
        enum Other implements Behind {
            OTHER
        }

        /// One of several firewalls, and nothing tells which.
        record Open(List<FirewallView> firewalls) implements Behind {}
    }

    /// Returns what is behind a next hop.
    ///
    /// @param view the subnet whose route names it
    Behind behind(SubnetView view, Entry<IpAddress> nextHop, World world) {
        List<FirewallView> same = firewalls.stream()
                .filter(firewall -> firewall.firewall().privateIp().equals(nextHop)).toList();
        if (!same.isEmpty()) {
            return only(narrowed(same, view));
        }
        if (nextHop instanceof Entry.Malformed<IpAddress>) {
            return Behind.Other.OTHER;
        }
        boolean hopKnown = nextHop.known().isPresent();
        List<FirewallView> candidates = firewalls.stream()
                .filter(firewall -> !hopKnown || firewall.firewall().privateIp().known().isEmpty())
                .filter(firewall -> options.firewall().isEmpty() || isNamed(firewall)).toList();
        if (options.firewall().isPresent() || candidates.size() > 1) {
            return only(candidates);
        }
        for (FirewallView candidate : candidates) {
            String name = candidate.firewall().name();
            if (world.holds(new Question("the next hop " + nextHop + " is the firewall " + name,
                    "the next hop " + nextHop + " is not the firewall " + name))) {
                return new Behind.One(candidate);
            }
        }
        return Behind.Other.OTHER;
    }

    /// Returns the firewall to ask where no route tells: the one that was named, or the only one.
    Behind withoutRoute() {
        return only(firewalls.stream().filter(firewall -> options.firewall().isEmpty() || isNamed(firewall)).toList());
    }

    /// Says that several firewalls come into question.
    static Diagnostic ambiguous(List<FirewallView> firewalls) {
        return Diagnostic.error("AMBIGUOUS_FIREWALL", SourceLocation.UNKNOWN,
                "the route does not tell which firewall to ask: "
                        + firewalls.stream().map(f -> f.firewall().name()).collect(Collectors.joining(", ")));
    }

    private static Behind only(List<FirewallView> candidates) {
        return switch (candidates.size()) {
            case 0 -> Behind.Other.OTHER;
            case 1 -> new Behind.One(candidates.getFirst());
            default -> new Behind.Open(candidates);
        };
    }

    /// Of firewalls with one address, the one that was named, else those in the network of the source or a peer of it.
    private List<FirewallView> narrowed(List<FirewallView> same, SubnetView view) {
        List<FirewallView> named = same.stream().filter(this::isNamed).toList();
        if (!named.isEmpty() || same.size() == 1) {
            return named.isEmpty() ? same : named;
        }
        List<FirewallView> near = same.stream().filter(firewall -> firewall.firewall().virtualNetwork()
                .filter(network -> isNear(network, view)).isPresent()).toList();
        return near.isEmpty() ? same : near;
    }

    private static boolean isNear(ResourceRef network, SubnetView view) {
        return network.names(view.network().name()) || view.peerings().stream()
                .anyMatch(peering -> peering.peering().remote().filter(r -> r.names(network.name())).isPresent());
    }

    private boolean isNamed(FirewallView firewall) {
        return options.firewall().filter(name -> name.equalsIgnoreCase(firewall.firewall().name())).isPresent();
    }
}
