package dev.sekisho.simulator.exposure;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.nsg.NsgInterpreter;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.RouteVerdict;
import java.util.Optional;

/// Follows one client to a frontend and the replies back.
///
/// A load balancer of Azure hands packets to the nodes with their addresses unchanged, so the nodes' security group sees the
/// client and the frontend's address, and replies leave by the routes of the nodes' subnet (`R-16`).
record Clients(PathInterpreter interpreter, FirewallEntries entries) {
    private static final IpAddress SOMEBODY = IpAddress.parse("203.0.113.9");

    Answer ask(Frontend frontend, Place place, IpAddress client) {
        Optional<Answer> refused = refused(frontend, client);
        return switch (place.kind()) {
            case INTERNET -> frontend.isPrivate() ? Answer.no("its address is private")
                    : refused.orElseGet(() -> arrivingFromInternet(frontend, client));
            case INTERNET_THROUGH_FIREWALL -> entries.ask(this, frontend, place, client);
            case NETWORK, PEERED, OTHER_NETWORK, ON_PREMISES ->
                frontend.isPrivate() ? refused.orElseGet(() -> toPrivate(frontend, place, client))
                        : toPublic(frontend, place, client);
        };
    }

    /// By the list in the manifest, of which Azure's cloud provider makes security rules.
    private static Optional<Answer> refused(Frontend frontend, IpAddress client) {
        Frontend.Allowed allowed = frontend.allowed();
        if (allowed.everybody() || allowed.addresses().contains(client)) {
            return Optional.empty();
        }
        return Optional.of(allowed.unknownTags()
                ? Answer.unknown("the manifest allows service tags whose addresses are not loaded")
                : Answer.no("the manifest's allowed sources do not hold it"));
    }

    private Answer toPrivate(Frontend frontend, Place place, IpAddress client) {
        if (place.start().isEmpty()) {
            return arriving(frontend, client, place);
        }
        Place.Start start = place.start().get();
        PathVerdict verdict = interpreter.evaluate(frontend.from(client),
                PathOptions.NONE.withSubnet(start.network(), start.subnet()));
        Optional<Answer> lost = lost(verdict, place);
        if (lost.isPresent()) {
            return lost.get();
        }
        Optional<Answer> denied = frontend.isAmongNodes() ? Optional.empty()
                : denied(frontend, verdict.sourceSeen().orElse(client));
        if (denied.isPresent()) {
            return denied.get();
        }
        boolean direct = verdict.result() == PathResult.BYPASSES_FIREWALL;
        if (direct && place.gateway()) {
            return arriving(frontend, client, place);
        }
        Reply.Way way = frontend.isAmongNodes() ? way(verdict) : wayFromNodes(frontend, place, client);
        return replied(Answer.yes(verdict.toString(), way), frontend, client, direct);
    }

    private Reply.Way wayFromNodes(Frontend frontend, Place place, IpAddress client) {
        IpAddress node = Places.usable(frontend.nodes().subnet().prefixes()).first().orElseThrow();
        PathOptions options = place.start().map(start -> PathOptions.NONE.withSubnet(start.network(), start.subnet()))
                .orElse(PathOptions.NONE);
        return way(interpreter.evaluate(frontend.flow(client, node, frontend.port(), false), options));
    }

    /// Within one subnet nothing is between.
    private static Reply.Way way(PathVerdict verdict) {
        return verdict.reply().map(Reply::way).orElse(Reply.Way.SYMMETRIC);
    }

    /// Where the way of the packet is not described up to the nodes' network: security groups and the way back decide.
    private static Answer arriving(Frontend frontend, IpAddress client, Place place) {
        Optional<Answer> denied = denied(frontend, client);
        if (denied.isPresent()) {
            return denied.get();
        }
        RouteVerdict back = RouteInterpreter.select(frontend.nodes(), client);
        Reply.Way way = switch (back.nextHopType()) {
            case VIRTUAL_NETWORK, VNET_LOCAL, VNET_PEERING, VNET_GLOBAL_PEERING, INTERFACE_ENDPOINT ->
                Reply.Way.SYMMETRIC;
            case VIRTUAL_NETWORK_GATEWAY -> place.gateway() ? Reply.Way.SYMMETRIC : Reply.Way.ASYMMETRIC;
            case VIRTUAL_APPLIANCE, SERVICE_ENDPOINT -> Reply.Way.ASYMMETRIC;
            case NONE, INTERNET, PLATFORM -> Reply.Way.LOST;
            case UNKNOWN -> Reply.Way.UNKNOWN;
        };
        return replied(Answer.yes("no rule and no route keeps it out", way), frontend, client, true);
    }

    private static Answer replied(Answer answer, Frontend frontend, IpAddress client, boolean direct) {
        Reply.Way way = answer.reply().orElse(Reply.Way.UNKNOWN);
        if (way == Reply.Way.SYMMETRIC || way == Reply.Way.UNKNOWN) {
            return answer;
        }
        RouteVerdict back = RouteInterpreter.select(frontend.nodes(), client);
        Answer told = answer.because("replies leave by " + back);
        if (direct && back.nextHopType() == HopType.VIRTUAL_APPLIANCE) {
            return told
                    .withFix("send requests through the same firewall, by a route for the Service's subnet where they "
                            + "start, or give the nodes' route table a route for these clients that passes the firewall by (R-16)");
        }
        return back.nextHopType() == HopType.NONE
                ? told.withFix("take the route to None out of the nodes' route table for these clients (R-7)")
                : told;
    }

    /// A client of the Internet, at a public load balancer.
    Answer arrivingFromInternet(Frontend frontend, IpAddress client) {
        Optional<Answer> denied = denied(frontend, client);
        if (denied.isPresent()) {
            return denied.get();
        }
        RouteVerdict back = RouteInterpreter.select(frontend.nodes(), client);
        String replies = "replies leave by " + back;
        return switch (back.nextHopType()) {
            case INTERNET -> Answer.yes("a public load balancer", Reply.Way.SYMMETRIC);
            case UNKNOWN -> Answer.yes("a public load balancer", Reply.Way.UNKNOWN).because(replies);
            case VIRTUAL_APPLIANCE -> Answer.yes("a public load balancer", Reply.Way.LOST)
                    .because(replies + ", to a firewall that saw no request and drops them")
                    .withFix(
                            "make the load balancer internal and let a DNAT rule of the firewall lead to it; or let the "
                                    + "DNAT rule lead to the public address, with a route of the firewall's public address/32 to "
                                    + "Internet (R-16, R-25)");
            case NONE, VIRTUAL_NETWORK_GATEWAY, VIRTUAL_NETWORK, VNET_LOCAL, VNET_PEERING, VNET_GLOBAL_PEERING,
                    SERVICE_ENDPOINT, INTERFACE_ENDPOINT, PLATFORM ->
                Answer.yes("a public load balancer", Reply.Way.LOST).because(replies)
                        .withFix("make the load balancer internal");
        };
    }

    /// From inside, at a public address: out through the firewall or straight, then in from the Internet.
    private Answer toPublic(Frontend frontend, Place place, IpAddress client) {
        if (place.gateway()) {
            return refused(frontend, SOMEBODY).orElseGet(() -> arrivingFromInternet(frontend, SOMEBODY))
                    .because("by its own way to the Internet");
        }
        if (place.start().isEmpty()) {
            return Answer.unknown("its way to the Internet is not described");
        }
        Place.Start start = place.start().get();
        PathVerdict verdict = interpreter.evaluate(frontend.from(client),
                PathOptions.NONE.withSubnet(start.network(), start.subnet()));
        boolean straight = verdict.route().filter(route -> route.nextHopType() == HopType.INTERNET).isPresent();
        if (!straight) {
            Optional<Answer> lost = lost(verdict, place);
            if (lost.isPresent()) {
                return lost.get();
            }
        }
        IpAddress seen = verdict.firewall().flatMap(firewall -> firewall.forwarding())
                .flatMap(forwarding -> forwarding.sources().stream().findFirst()).orElse(SOMEBODY);
        return refused(frontend, seen).orElseGet(() -> arrivingFromInternet(frontend, seen))
                .because("seen as " + (seen.equals(SOMEBODY) ? "a public address" : seen) + " after "
                        + verdict.result());
    }

    /// What a security group of the nodes says.
    private static Optional<Answer> denied(Frontend frontend, IpAddress client) {
        return denied(frontend, frontend.from(client));
    }

    static Optional<Answer> denied(Frontend frontend, Flow flow) {
        NsgVerdict verdict = NsgInterpreter.inbound(frontend.nodes(), flow);
        return switch (verdict.action()) {
            case ALLOW -> Optional.empty();
            case DENY -> Optional.of(Answer.no("denied by " + verdict));
            case UNKNOWN -> Optional.of(Answer.unknown("security group: " + verdict));
        };
    }

    /// A packet that does not get to the frontend.
    static Optional<Answer> lost(PathVerdict verdict, Place place) {
        HopType hop = verdict.route().map(RouteVerdict::nextHopType).orElse(HopType.UNKNOWN);
        String why = verdict.toString();
        String peering = place.kind() == Place.Kind.OTHER_NETWORK ? "; the networks are not peered (R-14)" : "";
        return switch (verdict.result()) {
            case UNKNOWN ->
                Optional.of(Answer.unknown(why.equals("Unknown") && !verdict.basis().possibilities().isEmpty()
                        ? "it depends on " + verdict.basis().possibilities().getFirst()
                        : why));
            case HANDED_TO -> Optional.of(Answer.unknown("handed to an appliance that is not described" + peering));
            case DENY, DROPPED_BY_NSG, DROPPED_BY_ROUTE, DROPPED_BY_PEERING -> Optional.of(Answer.no(why + peering));
            case ALLOW -> verdict.arrives() ? Optional.empty() : Optional.of(Answer.no(why + peering));
            case PLATFORM -> Optional.of(Answer.no(why));
            case BYPASSES_FIREWALL -> switch (hop) {
                case VIRTUAL_NETWORK, VNET_LOCAL, VNET_PEERING, VNET_GLOBAL_PEERING, INTERFACE_ENDPOINT, UNKNOWN ->
                    verdict.arrives() ? Optional.empty() : Optional.of(Answer.no(why));
                case INTERNET, NONE, PLATFORM, VIRTUAL_APPLIANCE, SERVICE_ENDPOINT, VIRTUAL_NETWORK_GATEWAY ->
                    Optional.of(Answer.no("its route does not lead there: " + verdict.route().map(Object::toString)
                            .orElse("") + peering));
            };
        };
    }
}
