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
import java.util.function.BiFunction;

/// Ways in through the listeners of Application Gateways. A gateway ends the client's connection and opens another one from an
/// address of its own subnet, so there are two ways to follow, and replies of the second need not find the client.
///
/// Security groups of the gateway's subnet see the client, the subnet's addresses and the listener's port. Source: the page
/// "Application Gateway infrastructure configuration".
record GatewayEntries(Environment environment, Views views) {

    /// A listener whose rules lead to a frontend.
    ///
    /// @param fronts what clients of the listener connect to; empty where its addresses are not known
    record Led(ApplicationGateway gateway, Listener listener, List<Frontend> fronts) {}

    /// Returns the listeners whose rules lead straight to a frontend.
    List<Led> to(Frontend frontend) {
        return !frontend.protocol().equals(IpProtocol.TCP) ? List.of()
                : environment.waysIn().applicationGateways().stream().flatMap(gateway -> gateway.listeners().stream()
                        .filter(listener -> frontend.ingress().isPresent()
                                ? frontend.ingress().get() == listener.side()
                                : listener.backends().stream().anyMatch(backend -> leadsTo(backend, frontend)))
                        .map(listener -> new Led(gateway, listener, fronts(gateway, listener)))).toList();
    }

    /// Security groups of the subnet see the address of an instance and the port of the listener.
    private List<Frontend> fronts(ApplicationGateway gateway, Listener listener) {
        boolean inside = listener.side() == Side.PRIVATE;
        Optional<SubnetView> subnet = subnet(gateway);
        Optional<PathOptions.Backend> instance = inside ? Optional.empty()
                : subnet.map(view -> new PathOptions.Backend(view, instance(view), OptionalInt.of(listener.port())));
        return (inside ? gateway.privateIps() : gateway.publicIps()).stream().flatMap(entry -> entry.known().stream())
                .map(address -> new Frontend(Entry.INGRESS, address, true, inside, subnet, instance, AddressSet.ALL,
                        IpProtocol.TCP, listener.port(), Optional.empty()))
                .toList();
    }

    private Optional<SubnetView> subnet(ApplicationGateway gateway) {
        return views.subnet(gateway.subnet().virtualNetwork().name(), gateway.subnet().name());
    }

    private static IpAddress instance(SubnetView subnet) {
        return Places.usable(subnet.subnet().prefixes()).first().orElseThrow();
    }

    private boolean leadsTo(ApplicationGateway.Backend backend, Frontend frontend) {
        return backend.port() == frontend.port() && switch (backend.target()) {
            case ApplicationGateway.Target.Address(IpAddress address) -> address.equals(frontend.address());
            case ApplicationGateway.Target.Name(Fqdn name) -> environment.knowledge().clientDns()
                    .getOrDefault(name.value().toLowerCase(Locale.ROOT), List.of()).contains(frontend.address());
            case ApplicationGateway.Target.Unknown _ -> false;
        };
    }

    /// Asks for a client, up to the gateway.
    Answer ask(Clients clients, Place place, IpAddress client, Led led) {
        Optional<SubnetView> subnet = subnet(led.gateway());
        if (subnet.isEmpty()) {
            return undescribed(led.gateway());
        }
        return led.listener().side() == Side.PUBLIC
                ? fromInternet(subnet.get(), instance(subnet.get()), client, led.gateway(), led.listener())
                : fromInside(clients, place, client, led);
    }

    private static Answer undescribed(ApplicationGateway gateway) {
        return Answer.unknown("the subnet " + gateway.subnet() + " of " + gateway.name() + " is not described");
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

    private static Answer fromInside(Clients clients, Place place, IpAddress client, Led led) {
        return led.fronts().isEmpty()
                ? Answer.unknown("the private address of " + led.gateway().name() + " is not known")
                : clients.toPrivate(led.fronts().getFirst(), place, client)
                        .because(led.gateway().name() + "/" + led.listener().name());
    }

    /// From the gateway's subnet to the frontend, by a private address or out to the Internet with its own public one.
    Answer onward(Clients clients, Frontend frontend, ApplicationGateway gateway) {
        return from(gateway, (here, instance) -> frontend.isPrivate() ? clients.toPrivate(frontend, here, instance)
                : out(clients, frontend, gateway, RouteInterpreter.select(subnet(gateway).orElseThrow(),
                        frontend.address())));
    }

    /// What becomes of a connection that an instance of a gateway opens.
    ///
    /// @param ask for the gateway's subnet and the address of an instance
    Answer from(ApplicationGateway gateway, BiFunction<Place, IpAddress, Answer> ask) {
        Optional<SubnetView> subnet = subnet(gateway);
        if (subnet.isEmpty()) {
            return undescribed(gateway);
        }
        Answer answer = ask.apply(place(gateway, subnet.get()), instance(subnet.get())).behind(true);
        return answer.reply().filter(way -> way == Reply.Way.ASYMMETRIC || way == Reply.Way.LOST).isPresent()
                && answer.mend().isEmpty() ? answer.with(Mend.ROUTE_BACK) : answer;
    }

    private static Answer out(Clients clients, Frontend frontend, ApplicationGateway gateway, RouteVerdict route) {
        return switch (route.nextHopType()) {
            case INTERNET -> clients.shownAs(frontend, gateway.publicIps().stream()
                    .allMatch(entry -> entry.known().isPresent())
                            ? gateway.publicIps().stream().flatMap(entry -> entry.known().stream()).toList()
                            : List.of());
            case NONE -> Answer.no("the gateway's route to it is " + route);
            case VIRTUAL_APPLIANCE, VIRTUAL_NETWORK_GATEWAY, VIRTUAL_NETWORK, VNET_LOCAL, VNET_PEERING,
                    VNET_GLOBAL_PEERING, SERVICE_ENDPOINT, INTERFACE_ENDPOINT, PLATFORM, UNKNOWN ->
                Answer.unknown("the gateway's way to its public address is " + route);
        };
    }

    private static Place place(ApplicationGateway gateway, SubnetView subnet) {
        return new Place(Place.Kind.APPLICATION_GATEWAY, gateway.name(), AddressSet.ofPrefixes(subnet.subnet()
                .prefixes()), Optional.of(new Place.Start(subnet.network().name(), subnet.subnet().name())), false,
                Optional.empty());
    }

    private static Flow flow(IpAddress from, IpAddress to, int port) {
        return new Flow(from, Optional.of(to), Optional.empty(), IpProtocol.TCP, OptionalInt.of(port),
                Optional.empty(), Flow.Marks.NONE);
    }
}
