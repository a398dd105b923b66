package dev.sekisho.simulator.exposure.way;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.network.ApplicationGateway;
import dev.sekisho.model.network.ApplicationGateway.Listener;
import dev.sekisho.model.network.ApplicationGateway.Side;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exposure.answer.Answer;
import dev.sekisho.simulator.exposure.answer.Mend;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.exposure.entrance.Entrance;
import dev.sekisho.simulator.exposure.entrance.Entry;
import dev.sekisho.simulator.exposure.entrance.Frontend;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.exposure.place.Places;
import dev.sekisho.simulator.nsg.NsgInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Ways in through the listeners of Application Gateways. A gateway ends the client's connection and opens another one from an
/// address of its own subnet, so there are two ways to follow, and replies of the second need not find the client.
///
/// Security groups of the gateway's subnet see the client, the subnet's addresses and the listener's port. Source: the page
/// "Application Gateway infrastructure configuration".
public record GatewayEntries(Environment environment, Views views, List<Place> places) {

    /// Returns the places that come to an entrance through a gateway: the Internet by public listeners, private places by
    /// private ones.
    public List<Place> places(Entrance entrance) {
        List<Place> all = new ArrayList<>();
        for (ApplicationGateway gateway : environment.waysIn().applicationGateways()) {
            for (Place place : places) {
                Optional<Side> side = side(place.kind());
                boolean leads = side.isPresent() && entrance.frontends().stream()
                        .anyMatch(frontend -> !listeners(gateway, side.get(), frontend).isEmpty());
                if (leads) {
                    all.add(place.through(Place.Kind.APPLICATION_GATEWAY, gateway.name()));
                }
            }
        }
        return all;
    }

    private static Optional<Side> side(Place.Kind kind) {
        return switch (kind) {
            case INTERNET -> Optional.of(Side.PUBLIC);
            case NETWORK, PEERED, OTHER_NETWORK, ON_PREMISES -> Optional.of(Side.PRIVATE);
            case INTERNET_THROUGH_FIREWALL, APPLICATION_GATEWAY, PRIVATE_LINK -> Optional.empty();
        };
    }

    /// The listeners whose rules lead to a frontend.
    private List<Listener> listeners(ApplicationGateway gateway, Side side, Frontend frontend) {
        return !frontend.protocol().equals(IpProtocol.TCP) ? List.of()
                : gateway.listeners().stream().filter(listener -> listener.side() == side)
                        .filter(listener -> frontend.ingress().isPresent() ? frontend.ingress().get() == side
                                : listener.backends().stream().anyMatch(backend -> leadsTo(backend, frontend)))
                        .toList();
    }

    private boolean leadsTo(ApplicationGateway.Backend backend, Frontend frontend) {
        return backend.port() == frontend.port() && switch (backend.target()) {
            case ApplicationGateway.Target.Address(IpAddress address) -> address.equals(frontend.address());
            case ApplicationGateway.Target.Name(Fqdn name) -> environment.knowledge().clientDns()
                    .getOrDefault(name.value().toLowerCase(Locale.ROOT), List.of()).contains(frontend.address());
            case ApplicationGateway.Target.Unknown _ -> false;
        };
    }

    /// Asks for a client, at every listener that leads to the frontend.
    public Answer ask(Clients clients, Frontend frontend, Place place, IpAddress client) {
        ApplicationGateway gateway = environment.waysIn().applicationGateways().stream()
                .filter(one -> place.through().filter(one.name()::equals).isPresent()).findFirst().orElseThrow();
        Side side = place.start().isPresent() || place.gateway() ? Side.PRIVATE : Side.PUBLIC;
        Answer best = Answer.no("no listener of " + gateway.name() + " leads to it");
        for (Listener listener : listeners(gateway, side, frontend)) {
            Answer answer = ask(clients, frontend, place, client, gateway, listener);
            if (answer.isYes()) {
                return answer;
            }
            best = best.reach() == Reach.UNKNOWN ? best : answer;
        }
        return best;
    }

    private Answer ask(Clients clients, Frontend frontend, Place place, IpAddress client, ApplicationGateway gateway,
            Listener listener) {
        Optional<SubnetView> subnet = views.subnet(gateway.subnet().virtualNetwork().name(), gateway.subnet().name());
        if (subnet.isEmpty()) {
            return Answer.unknown("the subnet " + gateway.subnet() + " of " + gateway.name() + " is not described");
        }
        IpAddress instance = Places.usable(subnet.get().subnet().prefixes()).first().orElseThrow();
        Answer front = listener.side() == Side.PUBLIC
                ? fromInternet(subnet.get(), instance, client, gateway, listener)
                : fromInside(clients, subnet.get(), place, client, gateway, listener);
        return front.then(() -> onward(clients, frontend, subnet.get(), instance));
    }

    private static Answer fromInternet(SubnetView subnet, IpAddress instance, IpAddress client,
            ApplicationGateway gateway, Listener listener) {
        NsgVerdict verdict = NsgInterpreter.inbound(subnet, flow(client, instance, listener.port()));
        RouteVerdict back = RouteInterpreter.select(subnet, client);
        String name = gateway.name() + "/" + listener.name();
        Answer answer = switch (verdict.action()) {
            case DENY -> Answer.no(name + ": denied by " + verdict);
            case UNKNOWN -> Answer.unknown(name + ": security group " + verdict);
            case ALLOW -> back.nextHopType() == HopType.INTERNET ? Answer.yes(name, Reply.Way.SYMMETRIC)
                    : Answer.yes(name, back.nextHopType() == HopType.UNKNOWN ? Reply.Way.UNKNOWN : Reply.Way.LOST)
                            .because("replies of the gateway leave by " + back).with(Mend.GATEWAY_INTERNET);
        };
        return answer.after(back.basis().inStage("return route")).after(verdict.basis());
    }

    private static Answer fromInside(Clients clients, SubnetView subnet, Place place, IpAddress client,
            ApplicationGateway gateway, Listener listener) {
        Optional<IpAddress> address = gateway.privateIps().stream().flatMap(entry -> entry.known().stream())
                .findFirst();
        if (address.isEmpty()) {
            return Answer.unknown("the private address of " + gateway.name() + " is not known");
        }
        Frontend front = new Frontend(Entry.INGRESS, address.get(), true, true, Optional.of(subnet), Optional.empty(),
                AddressSet.ALL, IpProtocol.TCP, listener.port(), Optional.empty());
        return clients.toPrivate(front, place, client).because(gateway.name() + "/" + listener.name());
    }

    /// From the gateway's subnet to the frontend.
    private static Answer onward(Clients clients, Frontend frontend, SubnetView subnet, IpAddress instance) {
        if (!frontend.isPrivate()) {
            return Answer.unknown("a gateway in front of a public address is not followed");
        }
        PathOptions options = PathOptions.NONE.withSubnet(subnet.network().name(), subnet.subnet().name());
        PathVerdict verdict = clients.evaluate(flow(instance, frontend.address(), frontend.port()),
                frontend.backend().map(options::withBackend).orElse(options));
        Place here = new Place(Place.Kind.APPLICATION_GATEWAY, "", AddressSet.EMPTY, Optional.empty(), false,
                Optional.empty());
        Answer answer = Clients.lost(verdict, here).or(() -> Clients.dropped(frontend, Clients.seen(verdict)
                .orElse(instance)))
                .orElseGet(() -> Answer.yes(verdict.toString(),
                        verdict.reply().map(Reply::way).orElse(Reply.Way.SYMMETRIC)));
        return (answer.reply().filter(way -> way == Reply.Way.ASYMMETRIC || way == Reply.Way.LOST).isPresent()
                ? answer.with(Mend.ROUTE_BACK)
                : answer).after(verdict.basis());
    }

    private static Flow flow(IpAddress from, IpAddress to, int port) {
        return new Flow(from, Optional.of(to), Optional.empty(), IpProtocol.TCP, OptionalInt.of(port),
                Optional.empty(), Flow.Marks.NONE);
    }
}
