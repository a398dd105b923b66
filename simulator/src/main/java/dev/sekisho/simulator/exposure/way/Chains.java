package dev.sekisho.simulator.exposure.way;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// Ways in through firewalls and Application Gateways, also where several stand one before another: a DNAT rule that leads to a
/// listener or to another firewall, a listener whose backend is an address of a firewall, of another gateway or of a public load
/// balancer. Clients of networks and on premises come by DNAT rules for a firewall's private address.
///
/// Each ends the connection or replaces its source, so every link is a way of its own with replies of its own. A chain never
/// passes the same address and port twice, and one with more than [#MOST] links is not followed.
public final class Chains {
    /// The most links of a chain.
    static final int MOST = 4;
    private static final Answer TOO_LONG = Answer.unknown("a chain of more than " + MOST
            + " firewalls and gateways is not followed");

    private static final Answer NO_RULE = Answer.no("no DNAT rule takes it");

    private final FirewallEntries firewalls;
    private final GatewayEntries gateways;
    private final List<Place> places;
    private final Map<Frontend, Before> known = new IdentityHashMap<>();

    /// @param places all places that may be before a chain
    public Chains(Environment environment, Views views, List<Place> places) {
        this.firewalls = new FirewallEntries(environment, views);
        this.gateways = new GatewayEntries(environment, views);
        this.places = places;
    }

    private interface Onward {
        Answer ask(Clients clients);
    }

    /// A listener that leads to a frontend, and the way from its gateway on.
    private record Listening(GatewayEntries.Led led, Onward onward) {}

    /// DNAT rules that lead to a frontend.
    ///
    /// @param to what they translate to: the frontend, or an address of a firewall whose own rules lead to it
    /// @param onward the way from there on; nothing where they lead straight to the frontend
    private record Translating(FirewallEntries.Led led, Frontend to, Optional<Onward> onward) {
        Answer then(Answer answer, Clients clients) {
            return onward.map(next -> answer.then(() -> next.ask(clients))).orElse(answer);
        }
    }

    /// What leads to a frontend from an address and a port before it.
    private record Link(Frontend front, Onward onward) {}

    /// All that stands straight before a frontend. A private address of a firewall is not asked by itself: what comes there is
    /// followed to what is behind.
    private record Before(List<Listening> listening, List<Translating> translating, List<Link> links) {}

    /// Returns the places that come to an entrance through a gateway, straight or as the first of a chain: the Internet by
    /// public listeners, private places by private ones; and private places by a DNAT rule for a firewall's private address. To
    /// an Ingress, what leads to its gateway too.
    public List<Place> places(Entrance entrance) {
        List<GatewayEntries.Led> leading = new ArrayList<>();
        SequencedSet<String> inside = new LinkedHashSet<>();
        entrance.frontends().forEach(frontend -> collect(frontend, List.of(), leading, inside));
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
        inside.forEach(firewall -> places.stream().filter(place -> side(place.kind()).equals(Optional.of(Side.PRIVATE)))
                .forEach(place -> all.add(place.throughFirewall(firewall))));
        if (entrance.entry() == Entry.INGRESS) {
            places.stream().filter(place -> place.kind() == Place.Kind.INTERNET_THROUGH_FIREWALL).forEach(all::add);
        }
        return all;
    }

    private void collect(Frontend frontend, List<String> passed, List<GatewayEntries.Led> found,
            SequencedSet<String> inside) {
        Before before = before(frontend);
        before.listening().forEach(listening -> found.add(listening.led()));
        before.translating().stream().map(Translating::led).filter(led -> !led.privateDoors().isEmpty())
                .forEach(led -> inside.add(led.firewall().name()));
        for (Link link : before.links()) {
            if (passed.size() < MOST && !passed.contains(link.front().text())) {
                collect(link.front(), with(passed, link), found, inside);
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
        Answer answer = ask(clients, frontend, place, client, List.of()).orElseGet(() -> Answer.no(
                place.isThroughFirewall() ? "no DNAT rule leads to it"
                        : "no listener of " + place.through().orElse("") + " leads to it"));
        return answer.isYes() || !place.isThroughFirewall() ? answer
                : place.through().flatMap(firewall -> firewalls.perhaps(frontend, firewall))
                        .map(rule -> Answer.unknown("where the DNAT rule " + rule.name() + " leads is not known: "
                                + rule.target() + ":" + rule.translatedPort()))
                        .map(answer::orBetter).orElse(answer);
    }

    /// @return the best of all chains; nothing where none leads there
    private Optional<Answer> ask(Clients clients, Frontend frontend, Place place, IpAddress client,
            List<String> passed) {
        List<Answer> all = new ArrayList<>(first(clients, frontend, place, client).stream().toList());
        for (Link link : before(frontend).links()) {
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
        if (place.isThroughFirewall()) {
            return before(frontend).translating().stream()
                    .filter(one -> place.through().filter(one.led().firewall().name()::equals).isPresent())
                    .flatMap(one -> firewalls.ask(clients, one.to(), place, client, one.led())
                            .map(answer -> one.then(answer, clients)).stream())
                    .reduce(Answer::orBetter);
        }
        Side side = place.start().isPresent() || place.gateway() ? Side.PRIVATE : Side.PUBLIC;
        return before(frontend).listening().stream()
                .filter(one -> place.through().filter(one.led().gateway().name()::equals).isPresent()
                        && one.led().listener().side() == side)
                .map(one -> gateways.ask(clients, place, client, one.led()).then(() -> one.onward().ask(clients)))
                .reduce(Answer::orBetter);
    }

    private Before before(Frontend frontend) {
        Before already = known.get(frontend);
        if (already != null) {
            return already;
        }
        List<Listening> listening = new ArrayList<>(listening(frontend));
        List<Translating> translating = new ArrayList<>();
        for (FirewallEntries.Led last : firewalls.to(frontend)) {
            translating.add(new Translating(last, frontend, Optional.empty()));
            last.privateDoors().forEach(door -> behind(frontend, last.only(door), door, listening, translating));
        }
        List<Link> links = new ArrayList<>();
        listening.forEach(one -> one.led().fronts().forEach(front -> links.add(new Link(front, one.onward()))));
        translating.forEach(one -> one.led().publicDoors().forEach(
                door -> links.add(new Link(front(door, frontend, false), clients -> translated(clients, one, door)))));
        Before all = new Before(listening, translating, links);
        known.put(frontend, all);
        return all;
    }

    private List<Listening> listening(Frontend frontend) {
        return gateways.to(frontend).stream().map(led -> new Listening(led,
                clients -> gateways.onward(clients, frontend, led.gateway()))).toList();
    }

    /// What leads to a private address of a firewall that translates it, followed through that firewall.
    private void behind(Frontend frontend, FirewallEntries.Led last, FirewallEntries.Door door,
            List<Listening> listening, List<Translating> translating) {
        Frontend at = front(door, frontend, true);
        gateways.to(at).forEach(led -> listening.add(new Listening(led, clients -> gateways.from(led.gateway(),
                (here, instance) -> firewalls.ask(clients, frontend, here, instance, last).orElse(NO_RULE)))));
        firewalls.to(at).stream().filter(led -> !led.firewall().equals(last.firewall()))
                .forEach(led -> translating.add(new Translating(led, at, Optional.of(clients -> led.firewall()
                        .privateIp().known().flatMap(own -> firewalls.ask(clients, frontend,
                                firewalls.place(led.firewall()), own, last))
                        .orElse(NO_RULE)))));
    }

    /// An address of a firewall as what stands before it sees it.
    private static Frontend front(FirewallEntries.Door door, Frontend behind, boolean inside) {
        return new Frontend(behind.entry(), door.address(), true, inside, Optional.empty(),
                Optional.empty(), AddressSet.ALL, behind.protocol(), door.port(), Optional.empty());
    }

    /// What comes to a firewall's address from a gateway shows a public address of that gateway, which may be any.
    private Answer translated(Clients clients, Translating one, FirewallEntries.Door door) {
        Place internet = places.stream().filter(place -> place.kind() == Place.Kind.INTERNET).findFirst()
                .orElseThrow();
        return one.then(clients.anyPublic(one.to(), client -> firewalls
                .ask(clients, one.to(), internet, client, one.led().only(door)).orElse(NO_RULE)), clients);
    }
}
