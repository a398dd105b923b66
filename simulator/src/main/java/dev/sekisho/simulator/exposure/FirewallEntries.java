package dev.sekisho.simulator.exposure;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.view.Views;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Ways in through the DNAT rules of firewalls (`FW-51`).
record FirewallEntries(Environment environment, Views views, PathInterpreter interpreter) {

    Answer ask(Clients clients, Frontend frontend, Place place, IpAddress client) {
        Firewall firewall = environment.firewalls().stream()
                .filter(one -> place.name().equals("Internet through " + one.name())).findFirst().orElseThrow();
        List<NatRule> rules = views.firewall(firewall).collections().stream()
                .flatMap(ordered -> ordered.collection().rules().stream())
                .filter(NatRule.class::isInstance).map(NatRule.class::cast).toList();
        Optional<NatRule> leading = rules.stream().filter(rule -> leadsTo(rule, frontend)).findFirst();
        if (leading.isEmpty()) {
            return notFixed(rules, frontend).orElse(Answer.no("no DNAT rule leads to it"));
        }
        NatRule rule = leading.get();
        Optional<IpAddress> publicAddress = rule.destinationAddresses().stream()
                .flatMap(entry -> entry.known().stream())
                .flatMap(term -> term instanceof AddressTerm.Prefix(IpPrefix prefix) && prefix.isSingleAddress()
                        ? Stream.of(prefix.first())
                        : Stream.<IpAddress>empty())
                .findFirst()
                .or(() -> firewall.publicIps().stream().flatMap(entry -> entry.known().stream()).findFirst());
        Optional<Integer> port = rule.destinationPorts().stream().flatMap(entry -> entry.known().stream())
                .map(FirewallEntries::first).findFirst();
        if (publicAddress.isEmpty() || port.isEmpty()) {
            return Answer.unknown("the DNAT rule " + rule.name() + " is for addresses or ports that are not known");
        }
        PathVerdict verdict = interpreter.evaluate(
                frontend.flow(client, publicAddress.get(), port.get(), true),
                PathOptions.NONE.withFirewall(firewall.name()));
        if (verdict.result() != PathResult.ALLOW || !verdict.arrives()) {
            return Clients.lost(verdict, place).orElse(Answer.no(verdict.toString()));
        }
        String why = verdict + " (" + publicAddress.get() + ":" + port.get() + ")";
        return frontend.isPrivate() ? toPrivate(frontend, verdict, why)
                : toPublic(frontend, firewall, publicAddress.get(), why);
    }

    /// The firewall translates the source to its own private address, so the nodes answer to that (`FW-53`).
    private static Answer toPrivate(Frontend frontend, PathVerdict verdict, String why) {
        IpAddress seen = verdict.firewall().flatMap(firewall -> firewall.forwarding())
                .flatMap(forwarding -> forwarding.sources().stream().findFirst())
                .orElse(verdict.sourceSeen().orElseThrow());
        Optional<Answer> denied = frontend.isAmongNodes() ? Optional.empty()
                : Clients.denied(frontend, frontend.from(seen));
        return denied.orElseGet(
                () -> Answer.yes(why, verdict.reply().map(Reply::way).orElse(Reply.Way.UNKNOWN)));
    }

    /// The documented recipe for a public load balancer behind a firewall: its own address must lead to the Internet.
    private static Answer toPublic(Frontend frontend, Firewall firewall, IpAddress own, String why) {
        Optional<Answer> denied = Clients.denied(frontend, frontend.from(own));
        if (denied.isPresent()) {
            return denied.get();
        }
        RouteVerdict back = RouteInterpreter.select(frontend.nodes(), own);
        if (back.nextHopType() == HopType.INTERNET) {
            return Answer.yes(why, Reply.Way.SYMMETRIC);
        }
        return Answer.yes(why, back.nextHopType() == HopType.UNKNOWN ? Reply.Way.UNKNOWN : Reply.Way.LOST)
                .because("replies to " + own + " leave by " + back)
                .withFix("add a route of " + own + "/32 to Internet to the nodes' route table (R-25), for "
                        + firewall.name()
                        + " to get its replies");
    }

    private static boolean leadsTo(NatRule rule, Frontend frontend) {
        boolean here = frontend.fixed()
                && rule.target().known().filter(new NatTarget.Address(frontend.address())::equals).isPresent();
        return here && port(rule.translatedPort()).filter(port -> port == frontend.port()).isPresent()
                && rule.protocols().stream().anyMatch(protocol -> carries(protocol, frontend));
    }

    /// A rule that leads into the frontend's subnet may mean it.
    private static Optional<Answer> notFixed(List<NatRule> rules, Frontend frontend) {
        if (frontend.fixed() || !frontend.isPrivate()) {
            return Optional.empty();
        }
        for (NatRule rule : rules) {
            Optional<IpAddress> target = rule.target().known()
                    .flatMap(to -> to instanceof NatTarget.Address(IpAddress address) ? Optional.of(address)
                            : Optional.empty());
            boolean near = target.isPresent() && frontend.subnet().filter(view -> view.subnet().prefixes().stream()
                    .anyMatch(prefix -> prefix.contains(target.get()))).isPresent();
            if (near && port(rule.translatedPort()).filter(port -> port == frontend.port()).isPresent()) {
                return Optional.of(Answer.unknown("the DNAT rule " + rule.name() + " leads to " + target.get()
                        + ", which is this Service only if Azure gives it that address")
                        .withFix("fix the address: service.beta.kubernetes.io/azure-load-balancer-ipv4: "
                                + target.get()));
            }
        }
        return Optional.empty();
    }

    private static boolean carries(NetworkProtocol protocol, Frontend frontend) {
        return switch (protocol) {
            case ANY -> true;
            case TCP -> frontend.protocol().equals(IpProtocol.TCP);
            case UDP -> frontend.protocol().equals(IpProtocol.UDP);
            case ICMP -> false;
        };
    }

    private static Optional<Integer> port(Entry<PortTerm> entry) {
        return entry.known().map(FirewallEntries::first);
    }

    private static int first(PortTerm term) {
        return switch (term) {
            case PortTerm.Any _ -> 1;
            case PortTerm.Range(var range) -> range.first();
        };
    }
}
