package dev.sekisho.simulator.exposure.way;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.simulator.exposure.answer.Answer;
import dev.sekisho.simulator.exposure.answer.Mend;
import dev.sekisho.simulator.exposure.entrance.Frontend;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.Delivery;
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
    record Led(Firewall firewall, List<NatRule> rules, List<Door> doors) {}

    /// Returns what leads straight to a frontend.
    List<Led> to(Frontend frontend) {
        return known.computeIfAbsent(frontend, _ -> environment.firewalls().stream().map(firewall -> {
            List<NatRule> leading = rules(firewall).filter(rule -> leadsTo(rule, frontend)).toList();
            return new Led(firewall, leading, leading.stream().flatMap(rule -> doors(rule, firewall).stream())
                    .distinct().toList());
        }).filter(led -> !led.rules().isEmpty()).toList());
    }

    /// Asks for a client of the Internet, at every address and port of the place's firewall whose rule leads to the frontend.
    ///
    /// @return nothing where no rule does
    Optional<Answer> ask(Clients clients, Frontend frontend, Place place, IpAddress client) {
        return to(frontend).stream().filter(led -> place.through().filter(led.firewall().name()::equals).isPresent())
                .findFirst().map(led -> ask(clients, frontend, place, client, led));
    }

    Answer ask(Clients clients, Frontend frontend, Place place, IpAddress client, Led led) {
        return led.doors().stream().map(door -> ask(clients, frontend, place, client, led.firewall(), door))
                .reduce(Answer::orBetter).orElseGet(() -> Answer.unknown("the DNAT rule "
                        + led.rules().getFirst().name() + " is for addresses or ports that are not known"));
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
                firewall.publicIps().stream().flatMap(own -> own.known().stream())
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
        PathOptions named = PathOptions.NONE.withFirewall(firewall.name());
        PathVerdict verdict = clients.evaluate(frontend.flow(client, door.address(), door.port(), true),
                frontend.isPrivate() ? frontend.backend().map(named::withBackend).orElse(named) : named);
        if (verdict.result() == PathResult.ALLOW && frontend.isPrivate() && door.port() != frontend.port()
                && frontend.where().isPresent()
                && verdict.delivery().filter(how -> how != Delivery.DROPPED_BY_NSG).isEmpty()) {
            return translated(clients, frontend, client, verdict, door).after(verdict.basis());
        }
        if (verdict.result() != PathResult.ALLOW || !verdict.arrives()) {
            return Clients.lost(verdict, place).orElseGet(() -> Answer.no(verdict.toString())).after(verdict.basis());
        }
        String translated = frontend.address() + ":" + frontend.port();
        Optional<String> elsewhere = verdict.firewall().flatMap(one -> one.forwarding())
                .flatMap(Forwarding::translated).filter(to -> !to.equals(translated));
        if (elsewhere.isPresent()) {
            return Answer.no("an earlier DNAT rule leads to " + elsewhere.get()).after(verdict.basis());
        }
        String why = verdict + " (" + door.address() + ":" + door.port() + ")";
        Answer answer = frontend.isPrivate()
                ? Clients.dropped(frontend, Clients.seen(verdict).orElse(client)).orElseGet(() -> Answer.yes(why,
                        verdict.reply().map(Reply::way).orElse(Reply.Way.UNKNOWN)))
                : toPublic(clients, frontend, firewall, door.address(), why);
        return answer.after(verdict.basis());
    }

    /// Where the rule changes the port, security groups of the nodes see the new one.
    private static Answer translated(Clients clients, Frontend frontend, IpAddress client, PathVerdict verdict,
            Door door) {
        String to = frontend.address() + ":" + frontend.port();
        Optional<String> elsewhere = verdict.firewall().flatMap(one -> one.forwarding())
                .flatMap(Forwarding::translated).filter(other -> !other.equals(to));
        if (elsewhere.isPresent()) {
            return Answer.no("an earlier DNAT rule leads to " + elsewhere.get());
        }
        IpAddress seen = Clients.seen(verdict).orElse(client);
        return clients.admitted(frontend, seen).then(() -> {
            RouteVerdict back = RouteInterpreter.select(frontend.where().orElseThrow(), seen);
            Reply.Way way = Clients.wayBack(back);
            String by = verdict.firewall().flatMap(one -> one.rule()).map(rule -> " by " + rule).orElse("");
            return Answer.yes(verdict.result() + by + " (" + door.address() + ":" + door.port() + " to " + to + ")",
                    way);
        });
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

    private static boolean leadsTo(NatRule rule, Frontend frontend) {
        boolean here = rule.target().known().filter(new NatTarget.Address(frontend.address())::equals).isPresent();
        return here && rule.translatedPort().known().filter(term -> first(term) == frontend.port()).isPresent()
                && rule.protocols().stream().anyMatch(protocol -> carries(protocol, frontend));
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
