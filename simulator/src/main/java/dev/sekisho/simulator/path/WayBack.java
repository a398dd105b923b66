package dev.sekisho.simulator.path;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.Forwarding;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.Reply.Way;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.verdict.Snat;
import dev.sekisho.simulator.verdict.Step;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.PeeringView;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import dev.sekisho.simulator.world.World;
import java.util.List;
import java.util.Optional;

/// Follows the replies from the destination back to the sender: by the routes of the destination's subnet, and behind a
/// firewall by the routes of the firewall's subnet. Private endpoints answer without regard to route tables (`R-19`,
/// `FW-39`).
record WayBack(Views views, World world, Notes notes, Optional<PathOptions.Backend> backend) {
    private static final String STAGE = "return route";

    /// Follows replies to traffic that went straight to its destination.
    Reply direct(IpAddress destination, IpAddress client) {
        if (isEndpoint(destination)) {
            notes.step(Step.of(STAGE, "replies of a private endpoint go straight back, whatever its route table says",
                    "R-19"));
            return Reply.of(Way.SYMMETRIC);
        }
        Optional<SubnetView> subnet = backend.map(PathOptions.Backend::view).or(() -> views.subnetOf(destination));
        if (subnet.isEmpty()) {
            return unknown(destination);
        }
        RouteVerdict back = route(subnet.get(), client);
        Way way = switch (back.nextHopType()) {
            case VIRTUAL_NETWORK, VNET_LOCAL, INTERFACE_ENDPOINT -> Way.SYMMETRIC;
            case VNET_PEERING, VNET_GLOBAL_PEERING -> isShut(subnet.get(), client) ? Way.LOST : Way.SYMMETRIC;
            case VIRTUAL_APPLIANCE, VIRTUAL_NETWORK_GATEWAY, SERVICE_ENDPOINT -> Way.ASYMMETRIC;
            case NONE, INTERNET, PLATFORM -> Way.LOST;
            case UNKNOWN -> Way.UNKNOWN;
        };
        return told(way, back, subnet.get(), "from " + destination + " to " + client, "straight to it");
    }

    /// Follows replies to traffic that a firewall passed on.
    Reply through(FirewallView firewall, IpAddress destination, IpAddress client, Forwarding forwarding) {
        Reply toFirewall = switch (forwarding.snat()) {
            case PUBLIC_IP -> {
                notes.step(Step.of(STAGE, "replies come to the firewall's public address", "FW-53"));
                yield Reply.of(Way.SYMMETRIC);
            }
            case PRIVATE_IP, NONE -> toFirewall(firewall, destination, client, forwarding.snat());
        };
        return toFirewall.arrives() ? fromFirewall(firewall, client).orElse(toFirewall) : toFirewall;
    }

    /// The first leg: replies must reach the firewall, by its address if the source was translated, else by a route.
    private Reply toFirewall(FirewallView firewall, IpAddress destination, IpAddress client, Snat snat) {
        Optional<IpAddress> own = firewall.firewall().privateIp().known();
        Optional<IpAddress> seen = snat == Snat.NONE ? Optional.of(client) : own;
        if (isEndpoint(destination)) {
            boolean translated = snat != Snat.NONE;
            String text = "replies of a private endpoint ignore route tables and go straight to "
                    + seen.map(IpAddress::toString).orElse("the firewall");
            notes.step(Step.of(STAGE, text + (translated ? "" : ", past the firewall"), "R-19", "FW-39"));
            if (!translated) {
                asymmetric(SourceLocation.UNKNOWN, text + ", so the firewall sees one side of the connection only;"
                        + " an application rule translates the source and avoids that");
            }
            return Reply.of(translated ? Way.SYMMETRIC : Way.ASYMMETRIC);
        }
        Optional<SubnetView> subnet = backend.map(PathOptions.Backend::view).or(() -> views.subnetOf(destination));
        if (subnet.isEmpty() || seen.isEmpty()) {
            return unknown(destination);
        }
        RouteVerdict back = route(subnet.get(), seen.get());
        boolean toOwn = back.nextHopIpAddress().filter(firewall::isPrivateIp).isPresent();
        Way way = switch (back.nextHopType()) {
            case VIRTUAL_APPLIANCE -> toOwn ? Way.SYMMETRIC
                    : back.nextHopIpAddress().isEmpty() || own.isEmpty() ? Way.UNKNOWN : Way.ASYMMETRIC;
            case VIRTUAL_NETWORK, VNET_LOCAL -> snat == Snat.NONE ? Way.ASYMMETRIC : Way.SYMMETRIC;
            case VNET_PEERING, VNET_GLOBAL_PEERING -> isShut(subnet.get(), seen.get()) ? Way.LOST
                    : snat == Snat.NONE ? Way.ASYMMETRIC : Way.SYMMETRIC;
            case VIRTUAL_NETWORK_GATEWAY, SERVICE_ENDPOINT, INTERFACE_ENDPOINT -> Way.ASYMMETRIC;
            case NONE, INTERNET, PLATFORM -> Way.LOST;
            case UNKNOWN -> Way.UNKNOWN;
        };
        return told(way, back, subnet.get(), "from " + destination + " to " + seen.get(), "through the firewall");
    }

    /// The second leg, where the firewall's subnet is described: a problem, or nothing where there is none.
    private Optional<Reply> fromFirewall(FirewallView firewall, IpAddress client) {
        Optional<SubnetView> subnet = views.firewallSubnet(firewall.firewall())
                .filter(view -> !isFar(view, client));
        if (subnet.isEmpty()) {
            return Optional.empty();
        }
        RouteVerdict back = route(subnet.get(), client);
        Optional<Way> wrong = switch (back.nextHopType()) {
            case VIRTUAL_NETWORK, VNET_LOCAL, VIRTUAL_NETWORK_GATEWAY, UNKNOWN -> Optional.empty();
            case VNET_PEERING, VNET_GLOBAL_PEERING ->
                isShut(subnet.get(), client) ? Optional.of(Way.LOST) : Optional.empty();
            case VIRTUAL_APPLIANCE, SERVICE_ENDPOINT, INTERFACE_ENDPOINT -> Optional.of(Way.ASYMMETRIC);
            case NONE, INTERNET, PLATFORM -> Optional.of(Way.LOST);
        };
        return wrong.map(way -> told(way, back, subnet.get(), "from the firewall to " + client, "to it"));
    }

    /// A source outside everything that the firewall's network knows: how it got there, and so the way back, is not
    /// described.
    private boolean isFar(SubnetView view, IpAddress client) {
        return views.subnetOf(client).isEmpty() && !view.isInNetwork(client)
                && view.peerings().stream().noneMatch(peering -> peering.leadsTo(client));
    }

    private Reply told(Way way, RouteVerdict back, SubnetView subnet, String leg, String right) {
        SourceLocation at = back.basis().steps().isEmpty()
                ? SourceLocation.UNKNOWN
                : back.basis().steps().getFirst().at();
        String text = "replies " + leg + ": " + back;
        notes.step(Step.of(STAGE, text + switch (way) {
            case SYMMETRIC -> ", " + right;
            case ASYMMETRIC -> ", which is not the way that the flow went";
            case LOST -> ", where they are lost";
            case UNKNOWN -> ", which leads nobody knows where";
        }, "R-1", "R-16").at(at));
        switch (way) {
            case ASYMMETRIC -> asymmetric(at.isKnown() ? at : subnet.subnet().at(), text
                    + ", another way than the flow, so a stateful firewall drops them");
            case LOST -> notes.report(Diagnostic.warning("REPLY_LOST", at.isKnown() ? at : subnet.subnet().at(),
                    text + ", so they never arrive"));
            case SYMMETRIC, UNKNOWN -> {}
        }
        return new Reply(way, Optional.of(back));
    }

    private void asymmetric(SourceLocation at, String problem) {
        notes.report(Diagnostic.warning("ASYMMETRIC_REPLY", at, problem));
    }

    private Reply unknown(IpAddress destination) {
        notes.step(Step.of(STAGE, "the routes of " + destination + " are not described, so the way of its replies is"
                + " not known"));
        return Reply.of(Way.UNKNOWN);
    }

    private RouteVerdict route(SubnetView subnet, IpAddress client) {
        return RouteInterpreter.choose(subnet, client, Optional.empty(), world).verdict();
    }

    private boolean isEndpoint(IpAddress destination) {
        return backend.isEmpty() && views.isPrivateEndpoint(destination);
    }

    private static boolean isShut(SubnetView view, IpAddress address) {
        List<PeeringView> leading = view.peerings().stream().filter(peering -> peering.leadsTo(address)).toList();
        return !leading.isEmpty()
                && leading.stream().noneMatch(peering -> peering.peering().allowVirtualNetworkAccess());
    }
}
