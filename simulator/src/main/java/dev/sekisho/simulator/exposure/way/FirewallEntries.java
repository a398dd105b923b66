package dev.sekisho.simulator.exposure.way;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.simulator.exposure.answer.Answer;
import dev.sekisho.simulator.exposure.answer.Mend;
import dev.sekisho.simulator.exposure.entrance.Frontend;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.Forwarding;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Ways in through the DNAT rules of firewalls (`FW-51`).
final class FirewallEntries {
    private final Environment environment;
    private final Views views;
    private final Map<Frontend, List<Led>> known = new IdentityHashMap<>();

    FirewallEntries(Environment environment, Views views) {
        this.environment = environment;
        this.views = views;
    }

    /// An address and a port of a firewall that a DNAT rule translates.
    record Door(IpAddress address, int port) {}

    /// What of a firewall leads to a frontend.
    ///
    /// @param rules all rules that do; not empty
    /// @param doors where they take connections; those that are not known are missing
    record Led(Firewall firewall, List<NatRule> rules, List<Door> doors) {
        /// Whether it is not known where any of the rules takes connections.
        boolean unknown() {
            return doors.isEmpty();
        }

        List<Door> publicDoors() {
            return doors.stream().filter(door -> WellKnownRanges.PUBLIC.contains(door.address())).toList();
        }

        /// Only at its own private address a firewall takes connections of networks.
        List<Door> privateDoors() {
            return doors.stream()
                    .filter(door -> firewall.privateIp().known().filter(door.address()::equals).isPresent()).toList();
        }

        /// The same for one address and port alone.
        Led only(Door door) {
            return new Led(firewall, rules, List.of(door));
        }
    }

    /// Returns what leads straight to a frontend.
    List<Led> to(Frontend frontend) {
        return known.computeIfAbsent(frontend, _ -> environment.firewalls().stream().map(firewall -> {
            List<NatRule> leading = rules(firewall).filter(rule -> leadsTo(rule, frontend)).toList();
            return new Led(firewall, leading, leading.stream().flatMap(rule -> doors(rule, firewall).stream())
                    .distinct().toList());
        }).filter(led -> !led.rules().isEmpty()).toList());
    }

    /// Asks for a client of a place, at every address and port of the place's firewall that it can connect to and whose rule leads
    /// to the frontend: public addresses for the Internet, the private one for others.
    ///
    /// @return nothing where no rule does
    Optional<Answer> ask(Clients clients, Frontend frontend, Place place, IpAddress client) {
        return to(frontend).stream().filter(led -> place.through().filter(led.firewall().name()::equals).isPresent())
                .findFirst().flatMap(led -> ask(clients, frontend, place, client, led));
    }

    Optional<Answer> ask(Clients clients, Frontend frontend, Place place, IpAddress client, Led led) {
        boolean inside = place.kind() != Place.Kind.INTERNET_THROUGH_FIREWALL && place.kind() != Place.Kind.INTERNET;
        Optional<Answer> open = led.unknown() ? Optional.of(Answer.unknown("the DNAT rule "
                + led.rules().getFirst().name() + " is for addresses or ports that are not known")) : Optional.empty();
        return (inside ? led.privateDoors() : led.publicDoors()).stream()
                .map(door -> ask(clients, frontend, place, client, led.firewall(), door))
                .reduce(Answer::orBetter).or(() -> open);
    }

    /// What a firewall itself sends to something behind one of its addresses starts in its subnet.
    Place place(Firewall firewall) {
        return new Place(Place.Kind.PEERED, firewall.name(), AddressSet.EMPTY, views.firewallSubnet(firewall)
                .map(view -> new Place.Start(view.network().name(), view.subnet().name())), false,
                Optional.of(firewall.name()));
    }

    private Stream<NatRule> rules(Firewall firewall) {
        return views.firewall(firewall).collections().stream()
                .flatMap(ordered -> ordered.collection().rules().stream())
                .filter(NatRule.class::isInstance).map(NatRule.class::cast);
    }

    private static List<Door> doors(NatRule rule, Firewall firewall) {
        List<IpAddress> addresses = new ArrayList<>();
        for (var entry : rule.destinationAddresses()) {
            entry.known().ifPresent(term -> {
                if (term instanceof AddressTerm.Prefix(IpPrefix prefix) && prefix.isSingleAddress()) {
                    addresses.add(prefix.first());
                }
                Stream.concat(firewall.publicIps().stream(), Stream.of(firewall.privateIp()))
                        .flatMap(own -> own.known().stream())
                        .filter(own -> holds(term, own)).forEach(addresses::add);
            });
        }
        return addresses.stream().distinct().flatMap(address -> rule.destinationPorts().stream()
                .flatMap(entry -> entry.known().stream()).map(term -> new Door(address, first(term)))).toList();
    }

    private static boolean holds(AddressTerm term, IpAddress address) {
        return switch (term) {
            case AddressTerm.Any _ -> true;
            case AddressTerm.Prefix(IpPrefix prefix) -> prefix.contains(address);
            case AddressTerm.Range(var range) -> range.contains(address);
            case AddressTerm.Tag _ -> false;
        };
    }

    private static Answer ask(Clients clients, Frontend frontend, Place place, IpAddress client, Firewall firewall,
            Door door) {
        PathOptions from = place.start().isPresent() ? frontend.isPrivate() ? frontend.options(place.start())
                : PathOptions.NONE.withSubnet(place.start().get().network(), place.start().get().subnet())
                : named(frontend, firewall);
        PathVerdict verdict = clients.evaluate(
                frontend.flow(client, door.address(), door.port(), place.start().isEmpty()), from);
        if (verdict.result() != PathResult.ALLOW || !verdict.arrives()) {
            return Clients.lost(verdict, place).orElseGet(() -> Answer.no(verdict.toString())).after(verdict.basis());
        }
        String wanted = frontend.address() + ":" + frontend.port();
        String translated = verdict.firewall().flatMap(one -> one.forwarding()).flatMap(Forwarding::translated)
                .orElse("");
        if (!translated.equals(wanted)) {
            return Answer.no(translated.isEmpty() ? "no DNAT rule takes it: " + verdict
                    : "an earlier DNAT rule leads to " + translated).after(verdict.basis());
        }
        String why = verdict + " (" + door.address() + ":" + door.port()
                + (door.port() == frontend.port() ? ")" : " to " + wanted + ")");
        Answer answer = frontend.isPrivate()
                ? Clients.dropped(frontend, Clients.seen(verdict).orElse(client)).orElseGet(() -> replied(
                        Answer.yes(why, verdict.reply().map(Reply::way).orElse(Reply.Way.UNKNOWN)), verdict))
                : toPublic(clients, frontend, firewall, door.address(), why);
        return answer.after(verdict.basis());
    }

    private static PathOptions named(Frontend frontend, Firewall firewall) {
        PathOptions named = PathOptions.NONE.withFirewall(firewall.name());
        return frontend.isPrivate() ? frontend.backend().map(named::withBackend).orElse(named) : named;
    }

    private static Answer replied(Answer answer, PathVerdict verdict) {
        Optional<Reply> astray = verdict.reply().filter(reply -> !reply.arrives());
        return astray.map(reply -> answer.with(Mend.ROUTE_BACK)
                .because("replies leave by " + reply.route().map(RouteVerdict::toString).orElse("another way")))
                .orElse(answer);
    }

    /// The documented recipe for a public load balancer behind a firewall: its own address must lead to the Internet.
    private static Answer toPublic(Clients clients, Frontend frontend, Firewall firewall, IpAddress own, String why) {
        return clients.admitted(frontend, own).then(() -> {
            if (frontend.where().isEmpty()) {
                return Answer.yes(why, Reply.Way.SYMMETRIC);
            }
            RouteVerdict back = RouteInterpreter.select(frontend.where().get(), own);
            if (back.nextHopType() == HopType.INTERNET) {
                return Answer.yes(why, Reply.Way.SYMMETRIC).after(back.basis().inStage("return route"));
            }
            return Answer.yes(why, back.nextHopType() == HopType.UNKNOWN ? Reply.Way.UNKNOWN : Reply.Way.LOST)
                    .because("replies to " + own + " leave by " + back)
                    .with(Mend.hostRoute(own.toString(), firewall.name()))
                    .after(back.basis().inStage("return route"));
        });
    }

    private boolean leadsTo(NatRule rule, Frontend frontend) {
        return target(rule).filter(frontend.address()::equals).isPresent()
                && rule.translatedPort().known().filter(term -> first(term) == frontend.port()).isPresent()
                && rule.protocols().stream().anyMatch(protocol -> carries(protocol, frontend));
    }

    /// What a rule translates to; a name as the firewall resolves it.
    private Optional<IpAddress> target(NatRule rule) {
        return rule.target().known().flatMap(target -> switch (target) {
            case NatTarget.Address(IpAddress address) -> Optional.of(address);
            case NatTarget.Name(Fqdn name) -> Optional.ofNullable(environment.knowledge().firewallDns()
                    .get(name.value())).flatMap(addresses -> addresses.stream().findFirst());
        });
    }

    /// Returns a rule of a firewall of which nobody knows where it leads, and which may lead to the frontend.
    Optional<NatRule> perhaps(Frontend frontend, String firewall) {
        return environment.firewalls().stream().filter(one -> one.name().equals(firewall)).flatMap(this::rules)
                .filter(rule -> target(rule).map(frontend.address()::equals).orElseGet(() -> !isNowhere(rule)))
                .filter(rule -> target(rule).isEmpty() || rule.translatedPort().known().isEmpty())
                .filter(rule -> rule.translatedPort().known().filter(term -> first(term) != frontend.port()).isEmpty()
                        && rule.protocols().stream().anyMatch(protocol -> carries(protocol, frontend)))
                .findFirst();
    }

    /// Whether a rule leads to a name that does not exist.
    private boolean isNowhere(NatRule rule) {
        return rule.target().known().filter(target -> target instanceof NatTarget.Name(Fqdn name)
                && environment.knowledge().firewallDns().containsKey(name.value())).isPresent();
    }

    private static boolean carries(NetworkProtocol protocol, Frontend frontend) {
        return switch (protocol) {
            case ANY -> true;
            case TCP -> frontend.protocol().equals(IpProtocol.TCP);
            case UDP -> frontend.protocol().equals(IpProtocol.UDP);
            case ICMP -> false;
        };
    }

    private static int first(PortTerm term) {
        return switch (term) {
            case PortTerm.Any _ -> 1;
            case PortTerm.Range(var range) -> range.first();
        };
    }
}
