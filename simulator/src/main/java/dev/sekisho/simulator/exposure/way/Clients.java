package dev.sekisho.simulator.exposure.way;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exposure.answer.Answer;
import dev.sekisho.simulator.exposure.answer.Mend;
import dev.sekisho.simulator.exposure.entrance.Frontend;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.nsg.NsgInterpreter;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.Forwarding;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.view.SubnetView;
import java.util.List;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Follows one client to a frontend and the replies back.
///
/// A load balancer of Azure hands packets to the nodes with their source unchanged, so the nodes' security groups see that,
/// and replies leave by the routes of the nodes' subnet (`R-16`). What else may be on the way is told by the interpreter.
public final class Clients {
    private final PathInterpreter interpreter;
    private final PublicAddresses shown;
    private final boolean detailed;

    /// @param shown the public addresses that clients inside show
    /// @param detailed whether answers tell about every rule
    public Clients(PathInterpreter interpreter, PublicAddresses shown, boolean detailed) {
        this.interpreter = interpreter;
        this.shown = shown;
        this.detailed = detailed;
    }

    /// Asks for a client of a network, on premises or the Internet.
    public Answer ask(Frontend frontend, Place place, IpAddress client) {
        if (place.kind() == Place.Kind.INTERNET) {
            return frontend.isPrivate() ? Answer.no("its address is private") : fromInternet(frontend, client);
        }
        return frontend.isPrivate() ? toPrivate(frontend, place, client) : toPublic(frontend, place, client);
    }

    /// The same for another environment.
    public Clients at(PathInterpreter other) {
        return new Clients(other, shown, detailed);
    }

    PathVerdict evaluate(Flow flow, PathOptions options) {
        return interpreter.evaluate(flow, detailed ? options.withEveryRule() : options);
    }

    /// A client that reaches a private address by the routes where it is. Private endpoints ask neither security groups nor
    /// route tables (`R-19`), so where the way of replies through a gateway goes, the interpreter knows.
    Answer toPrivate(Frontend frontend, Place place, IpAddress client) {
        if (place.start().isEmpty()) {
            return arriving(frontend, client, place);
        }
        PathVerdict verdict = evaluate(frontend.from(client), frontend.options(place.start()));
        Optional<Answer> lost = lost(verdict, place);
        if (lost.isPresent()) {
            return lost.get().after(verdict.basis());
        }
        boolean direct = verdict.result() == PathResult.BYPASSES_FIREWALL;
        boolean endpoint = verdict.route().filter(route -> route.nextHopType() == HopType.INTERFACE_ENDPOINT)
                .isPresent();
        if (direct && place.gateway() && !endpoint) {
            return arriving(frontend, client, place);
        }
        IpAddress seen = seen(verdict).orElse(client);
        Reply.Way way = verdict.reply().map(Reply::way).orElse(Reply.Way.SYMMETRIC);
        return replied(dropped(frontend, seen).orElseGet(() -> Answer.yes(verdict.toString(), way)), frontend, seen,
                direct).after(verdict.basis());
    }

    /// The source that the destination sees after the firewall, where that replaces it.
    static Optional<IpAddress> seen(PathVerdict verdict) {
        return verdict.firewall().flatMap(firewall -> firewall.forwarding())
                .flatMap(forwarding -> forwarding.sources().stream().findFirst()).or(verdict::sourceSeen);
    }

    /// Nodes drop what is outside of the ranges that the Service itself lists.
    static Optional<Answer> dropped(Frontend frontend, IpAddress seen) {
        return frontend.kept().contains(seen) ? Optional.empty()
                : Optional.of(Answer.no("nodes drop " + seen + ", which is outside of loadBalancerSourceRanges"));
    }

    /// Where the way of the packet is not described up to the frontend's subnet: security groups and the way back decide.
    Answer arriving(Frontend frontend, IpAddress client, Place place) {
        if (frontend.where().isEmpty()) {
            return Answer.unknown("the subnet of " + frontend.text() + " is not described");
        }
        SubnetView where = frontend.where().get();
        return admitted(frontend, client).then(() -> {
            RouteVerdict back = RouteInterpreter.select(where, client);
            Reply.Way way = place.gateway() && back.nextHopType() == HopType.VIRTUAL_NETWORK_GATEWAY
                    ? Reply.Way.SYMMETRIC
                    : wayBack(back);
            return replied(Answer.yes("no rule and no route keeps it out", way), frontend, client, true)
                    .after(back.basis());
        });
    }

    /// The way of replies by a route, to somebody who came straight from a network.
    static Reply.Way wayBack(RouteVerdict back) {
        return switch (back.nextHopType()) {
            case VIRTUAL_NETWORK, VNET_LOCAL, VNET_PEERING, VNET_GLOBAL_PEERING, INTERFACE_ENDPOINT ->
                Reply.Way.SYMMETRIC;
            case VIRTUAL_APPLIANCE, VIRTUAL_NETWORK_GATEWAY, SERVICE_ENDPOINT -> Reply.Way.ASYMMETRIC;
            case NONE, INTERNET, PLATFORM -> Reply.Way.LOST;
            case UNKNOWN -> Reply.Way.UNKNOWN;
        };
    }

    /// What the security groups and the nodes themselves say about a packet with this source.
    Answer admitted(Frontend frontend, IpAddress seen) {
        if (frontend.where().isEmpty()) {
            return Answer.yes("", Reply.Way.SYMMETRIC);
        }
        NsgVerdict verdict = NsgInterpreter.inbound(frontend.where().get(), frontend.arriving(seen));
        Answer answer = switch (verdict.action()) {
            case ALLOW -> dropped(frontend, seen).orElseGet(() -> Answer.yes("", Reply.Way.SYMMETRIC));
            case DENY -> Answer.no("denied by " + verdict);
            case UNKNOWN -> Answer.unknown("security group: " + open(verdict.basis().possibilities(), verdict));
        };
        return answer.after(verdict.basis());
    }

    private static String open(List<?> possibilities, Object otherwise) {
        return possibilities.isEmpty() ? otherwise.toString() : "it depends on " + possibilities.getFirst();
    }

    /// Says how replies leave, and what would mend it where they go astray.
    private static Answer replied(Answer answer, Frontend frontend, IpAddress client, boolean direct) {
        Reply.Way way = answer.reply().orElse(Reply.Way.UNKNOWN);
        if (!answer.isYes() || way == Reply.Way.SYMMETRIC || way == Reply.Way.UNKNOWN || frontend.where().isEmpty()) {
            return answer;
        }
        RouteVerdict back = RouteInterpreter.select(frontend.where().get(), client);
        Answer told = answer.because("replies leave by " + back);
        return switch (back.nextHopType()) {
            case VIRTUAL_APPLIANCE -> told.with(direct ? Mend.SAME_FIREWALL : Mend.ROUTE_BACK);
            case NONE -> told.with(Mend.NO_ROUTE_TO_NONE);
            case INTERNET, VIRTUAL_NETWORK_GATEWAY, VIRTUAL_NETWORK, VNET_LOCAL, VNET_PEERING, VNET_GLOBAL_PEERING,
                    SERVICE_ENDPOINT, INTERFACE_ENDPOINT, PLATFORM, UNKNOWN ->
                told.with(Mend.ROUTE_BACK);
        };
    }

    /// A client of the Internet, or one that looks like one, at a public load balancer.
    Answer fromInternet(Frontend frontend, IpAddress client) {
        if (frontend.where().isEmpty()) {
            return Answer.yes("a public address", Reply.Way.SYMMETRIC);
        }
        return admitted(frontend, client).then(() -> {
            RouteVerdict back = RouteInterpreter.select(frontend.where().get(), client);
            String replies = "replies leave by " + back;
            String open = "a public load balancer";
            Answer answer = switch (back.nextHopType()) {
                case INTERNET -> Answer.yes(open, Reply.Way.SYMMETRIC);
                case UNKNOWN -> Answer.yes(open, Reply.Way.UNKNOWN).because(replies);
                case VIRTUAL_APPLIANCE -> Answer.yes(open, Reply.Way.LOST)
                        .because(replies + ", to a firewall that saw no request and drops them").with(Mend.INTERNAL);
                case NONE, VIRTUAL_NETWORK_GATEWAY, VIRTUAL_NETWORK, VNET_LOCAL, VNET_PEERING, VNET_GLOBAL_PEERING,
                        SERVICE_ENDPOINT, INTERFACE_ENDPOINT, PLATFORM ->
                    Answer.yes(open, Reply.Way.LOST).because(replies).with(Mend.PRIVATE_ADDRESS);
            };
            return answer.after(back.basis().inStage("return route"));
        });
    }

    /// From inside, at a public address: out through the firewall or straight, then in from the Internet.
    private Answer toPublic(Frontend frontend, Place place, IpAddress client) {
        if (place.gateway()) {
            return shownAs(frontend, List.of()).because("by its own way to the Internet");
        }
        if (place.start().isEmpty()) {
            return Answer.unknown("its way to the Internet is not described");
        }
        Place.Start start = place.start().get();
        PathVerdict verdict = evaluate(frontend.from(client),
                PathOptions.NONE.withSubnet(start.network(), start.subnet()));
        boolean straight = verdict.route().filter(route -> route.nextHopType() == HopType.INTERNET).isPresent();
        Optional<Answer> lost = straight ? Optional.empty() : lost(verdict, place);
        if (lost.isPresent()) {
            return lost.get().after(verdict.basis());
        }
        List<IpAddress> out = straight ? shown.shownBy(start) : verdict.firewall()
                .flatMap(firewall -> firewall.forwarding()).map(Forwarding::sources).orElse(List.of());
        return shownAs(frontend, out).because("seen as "
                + (out.isEmpty() ? "a public address" : out.getFirst()) + " after " + verdict.result())
                .after(verdict.basis());
    }

    /// A client that shows one of these public addresses, nobody knows which; where there are none, any at all.
    Answer shownAs(Frontend frontend, List<IpAddress> addresses) {
        return agreed(addresses.isEmpty() ? shown.any(frontend) : Optional.of(addresses),
                address -> fromInternet(frontend, address));
    }

    /// Asks for every public address that a client may show, where nobody says which.
    Answer anyPublic(Frontend frontend, Function<IpAddress, Answer> ask) {
        return agreed(shown.any(frontend), ask);
    }

    /// What all addresses get, with the worst replies; where they do not agree, nobody knows.
    private static Answer agreed(Optional<List<IpAddress>> addresses, Function<IpAddress, Answer> ask) {
        Optional<Answer> worst = Optional.empty();
        for (IpAddress address : addresses.orElse(List.of())) {
            Answer answer = ask.apply(address);
            if (worst.isPresent() && answer.reach() != worst.get().reach()) {
                return Answer.unknown("it depends on the public address that it shows: " + answer.why()
                        + "; with another: " + worst.get().why());
            }
            if (worst.isEmpty() || Answer.rank(answer.reply()) < Answer.rank(worst.get().reply())) {
                worst = Optional.of(answer);
            }
        }
        return worst.orElseGet(() -> Answer.unknown("the public address that it shows is not described"));
    }

    /// A packet that does not get to the frontend.
    static Optional<Answer> lost(PathVerdict verdict, Place place) {
        HopType hop = verdict.route().map(RouteVerdict::nextHopType).orElse(HopType.UNKNOWN);
        String why = verdict.toString();
        String peering = place.kind() == Place.Kind.OTHER_NETWORK ? "; the networks are not peered (R-14)" : "";
        return switch (verdict.result()) {
            case UNKNOWN -> Optional.of(Answer.unknown(open(verdict.basis().possibilities(), verdict)));
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
