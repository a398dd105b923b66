package dev.sekisho.simulator.exposure.way;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.ApplicationGateway;
import dev.sekisho.model.network.ApplicationGateway.Side;
import dev.sekisho.simulator.exposure.answer.Answer;
import dev.sekisho.simulator.exposure.entrance.Entrance;
import dev.sekisho.simulator.exposure.entrance.Entry;
import dev.sekisho.simulator.exposure.entrance.Frontend;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ways in through firewalls and Application Gateways, also where several stand one before another: a DNAT rule that leads to a
/// listener, a listener whose backend is an address of a firewall, of another gateway or of a public load balancer.
///
/// Each ends the connection or replaces its source, so every link is a way of its own with replies of its own. A chain never
/// passes the same address and port twice, and one with more than [#MOST] links is not followed.
public final class Chains {
    /// The most links of a chain.
    static final int MOST = 4;
    private static final Answer TOO_LONG = Answer.unknown("a chain of more than " + MOST
            + " firewalls and gateways is not followed");

    private final FirewallEntries firewalls;
    private final GatewayEntries gateways;
    private final List<Place> places;
    private final Map<Frontend, List<Link>> known = new IdentityHashMap<>();

    /// @param places all places that may be before a chain
    public Chains(Environment environment, Views views, List<Place> places) {
        this.firewalls = new FirewallEntries(environment, views);
        this.gateways = new GatewayEntries(environment, views);
        this.places = places;
    }

    private interface Onward {
        Answer ask(Clients clients);
    }

    /// What leads to a frontend from an address and a port before it.
    private record Link(Frontend front, Onward onward) {}

    /// Returns the places that come to an entrance through a gateway, straight or as the first of a chain: the Internet by
    /// public listeners, private places by private ones. To an Ingress, what leads to its gateway too.
    public List<Place> places(Entrance entrance) {
        List<GatewayEntries.Led> leading = new ArrayList<>();
        entrance.frontends().forEach(frontend -> collect(frontend, List.of(), leading));
        List<Place> all = new ArrayList<>();
        for (ApplicationGateway gateway : leading.stream().map(GatewayEntries.Led::gateway).distinct().toList()) {
            for (Place place : places) {
                boolean leads = side(place.kind()).filter(side -> leading.stream().anyMatch(
                        led -> led.gateway().equals(gateway) && led.listener().side() == side)).isPresent();
                if (leads) {
                    all.add(place.through(Place.Kind.APPLICATION_GATEWAY, gateway.name()));
                }
            }
        }
        if (entrance.entry() == Entry.INGRESS) {
            places.stream().filter(place -> place.kind() == Place.Kind.INTERNET_THROUGH_FIREWALL).forEach(all::add);
        }
        return all;
    }

    private void collect(Frontend frontend, List<String> passed, List<GatewayEntries.Led> found) {
        found.addAll(gateways.to(frontend));
        for (Link link : before(frontend)) {
            if (passed.size() < MOST && !passed.contains(link.front().text())) {
                collect(link.front(), with(passed, link), found);
            }
        }
    }

    private static List<String> with(List<String> passed, Link link) {
        List<String> all = new ArrayList<>(passed);
        all.add(link.front().text());
        return all;
    }

    private static Optional<Side> side(Place.Kind kind) {
        return switch (kind) {
            case INTERNET -> Optional.of(Side.PUBLIC);
            case NETWORK, PEERED, OTHER_NETWORK, ON_PREMISES -> Optional.of(Side.PRIVATE);
            case INTERNET_THROUGH_FIREWALL, APPLICATION_GATEWAY, PRIVATE_LINK -> Optional.empty();
        };
    }

    /// Asks for a client of a place that comes through a firewall or a gateway.
    public Answer ask(Clients clients, Frontend frontend, Place place, IpAddress client) {
        return ask(clients, frontend, place, client, List.of()).orElseGet(() -> Answer.no(
                place.kind() == Place.Kind.INTERNET_THROUGH_FIREWALL ? "no DNAT rule leads to it"
                        : "no listener of " + place.through().orElse("") + " leads to it"));
    }

    /// @return the best of all chains; nothing where none leads there
    private Optional<Answer> ask(Clients clients, Frontend frontend, Place place, IpAddress client,
            List<String> passed) {
        List<Answer> all = new ArrayList<>(first(clients, frontend, place, client).stream().toList());
        for (Link link : before(frontend)) {
            if (!passed.contains(link.front().text())) {
                Optional<Answer> front = passed.size() < MOST - 1
                        ? ask(clients, link.front(), place, client, with(passed, link))
                        : first(clients, link.front(), place, client).map(_ -> TOO_LONG);
                front.map(answer -> answer.then(() -> link.onward().ask(clients))).ifPresent(all::add);
            }
        }
        return all.stream().reduce(Answer::orBetter);
    }

    /// The link that the client itself connects to, where it leads straight to the frontend.
    private Optional<Answer> first(Clients clients, Frontend frontend, Place place, IpAddress client) {
        if (place.kind() == Place.Kind.INTERNET_THROUGH_FIREWALL) {
            return firewalls.ask(clients, frontend, place, client);
        }
        Side side = place.start().isPresent() || place.gateway() ? Side.PRIVATE : Side.PUBLIC;
        return gateways.to(frontend).stream()
                .filter(led -> place.through().filter(led.gateway().name()::equals).isPresent()
                        && led.listener().side() == side)
                .map(led -> gateways.ask(clients, frontend, place, client, led)).reduce(Answer::orBetter);
    }

    private List<Link> before(Frontend frontend) {
        return known.computeIfAbsent(frontend, _ -> {
            List<Link> links = new ArrayList<>();
            for (GatewayEntries.Led led : gateways.to(frontend)) {
                led.fronts().forEach(front -> links.add(new Link(front,
                        clients -> gateways.onward(clients, frontend, led.gateway()))));
            }
            for (FirewallEntries.Led led : firewalls.to(frontend)) {
                led.doors().stream().filter(door -> WellKnownRanges.PUBLIC.contains(door.address()))
                        .forEach(door -> links.add(new Link(front(door, frontend),
                                clients -> translated(clients, frontend, led, door))));
            }
            return links;
        });
    }

    /// A public address of a firewall as a gateway sees it.
    private static Frontend front(FirewallEntries.Door door, Frontend behind) {
        return new Frontend(behind.entry(), door.address(), true, false, Optional.empty(),
                Optional.empty(), AddressSet.ALL, behind.protocol(), door.port(), Optional.empty());
    }

    /// What comes to a firewall's address from a gateway shows a public address of that gateway, which may be any.
    private Answer translated(Clients clients, Frontend frontend, FirewallEntries.Led led, FirewallEntries.Door door) {
        Place internet = places.stream().filter(place -> place.kind() == Place.Kind.INTERNET).findFirst()
                .orElseThrow();
        FirewallEntries.Led only = new FirewallEntries.Led(led.firewall(), led.rules(), List.of(door));
        return clients.anyPublic(frontend, client -> firewalls.ask(clients, frontend, internet, client, only));
    }
}
