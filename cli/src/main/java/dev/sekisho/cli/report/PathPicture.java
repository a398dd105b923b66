package dev.sekisho.cli.report;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.simulator.proof.NeedProof;
import dev.sekisho.simulator.proof.ProofReport;
import dev.sekisho.simulator.proof.ProofVerdict;
import dev.sekisho.simulator.proof.Witness;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.verdict.RuleRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One way that flows of a cluster take, from the subnet to where they end, and every need that takes it.
///
/// A need goes the way of its witness, which is the flow that fares worst; one that is met in part also the way of a flow
/// that arrives.
///
/// @param verdict what the needs on this way are
/// @param stations what the flows pass, in order
/// @param rules rules of the firewall that decide about them
/// @param destinations where the needs go, as `name or address, port`
public record PathPicture(String verdict, Tone tone, List<Station> stations, Optional<Listing> rules,
        Listing destinations) {

    /// Something that flows pass.
    ///
    /// @param kind what it is, such as `route`
    /// @param name what it is called
    /// @param detail what it does with the flows
    public record Station(String kind, String name, String detail, Tone tone) {}

    /// What needs have in common that are drawn together.
    private record Way(ProofVerdict verdict, List<Station> stations) {}

    /// Returns the ways of a report: those that end badly first, then the most used.
    public static List<PathPicture> of(ProofReport report, Environment environment) {
        SequencedMap<Way, List<Drawn>> ways = new LinkedHashMap<>();
        for (NeedProof proof : report.needs()) {
            boolean partly = proof.verdict() == ProofVerdict.PARTLY;
            proof.witness().ifPresent(witness -> draw(proof, partly ? ProofVerdict.BLOCKED : proof.verdict(), witness,
                    environment, ways));
            proof.arriving().ifPresent(
                    witness -> draw(proof, ProofVerdict.REACHABLE, witness, environment, ways));
        }
        return ways.entrySet().stream()
                .sorted(Comparator
                        .comparing((Map.Entry<Way, List<Drawn>> way) -> way.getKey().verdict()).reversed()
                        .thenComparing(way -> -way.getValue().size()))
                .map(way -> picture(way.getKey(), way.getValue())).toList();
    }

    private record Drawn(NeedProof proof, Optional<RuleRef> rule) {}

    private static void draw(NeedProof proof, ProofVerdict verdict, Witness witness, Environment environment,
            SequencedMap<Way, List<Drawn>> ways) {
        Way way = new Way(verdict, stations(witness, environment));
        ways.computeIfAbsent(way, _ -> new ArrayList<>())
                .add(new Drawn(proof, witness.path().flatMap(PathVerdict::firewall).flatMap(FirewallVerdict::rule)));
    }

    private static PathPicture picture(Way way, List<Drawn> needs) {
        SequencedSet<String> rules = needs.stream().flatMap(drawn -> drawn.rule().stream()).map(RuleRef::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> destinations = needs.stream().map(drawn -> drawn.proof().destination() + ", "
                + drawn.proof().need().protocol().text() + " " + drawn.proof().need().ports()).distinct().toList();
        return new PathPicture(way.verdict().text(), tone(way.verdict()), way.stations(),
                Listing.of(List.copyOf(rules)), new Listing(destinations.size(), destinations));
    }

    private static List<Station> stations(Witness witness, Environment environment) {
        IpAddress sender = witness.path().flatMap(PathVerdict::sourceSeen).orElse(witness.flow().source());
        Station start = new Station(witness.pod() ? "pods" : "nodes", place(sender, environment),
                witness.pod() && !sender.equals(witness.flow().source()) ? "seen as their node" : "", Tone.PLAIN);
        if (witness.path().isEmpty()) {
            return List.of(start, new Station("network", witness.outcome(), "", Tone.GOOD));
        }
        PathVerdict path = witness.path().get();
        return Stream.of(Optional.of(start), path.nsg().flatMap(PathPicture::group), path.route().map(
                route -> route("route", route)), path.firewall().map(PathPicture::firewall),
                path.onward().map(route -> route("onward route", route)), end(path))
                .flatMap(Optional::stream).toList();
    }

    /// The subnet by name and prefixes, or the address where no subnet is described.
    private static String place(IpAddress address, Environment environment) {
        for (VirtualNetwork network : environment.virtualNetworks()) {
            for (Subnet subnet : network.subnets()) {
                if (subnet.prefixes().stream().anyMatch(prefix -> prefix.contains(address))) {
                    return network.name() + "/" + subnet.name() + " " + subnet.prefixes().stream()
                            .map(IpPrefix::toString).collect(Collectors.joining(", "));
                }
            }
        }
        return address.toString();
    }

    private static Optional<Station> group(NsgVerdict verdict) {
        return verdict.nsg().map(name -> new Station("security group", name,
                verdict.action() + verdict.rule().map(rule -> " by " + rule).orElse(""), tone(verdict.action())));
    }

    private static Station route(String kind, RouteVerdict route) {
        String name = route.routeName().or(() -> route.matchedPrefix().map(IpPrefix::toString))
                .orElse("the platform's");
        String prefix = route.routeName().flatMap(_ -> route.matchedPrefix()).map(p -> p + " to ").orElse("to ");
        return new Station(kind, name, prefix + route.nextHopType()
                + route.nextHopIpAddress().map(ip -> " " + ip).orElse(""), Tone.PLAIN);
    }

    private static Station firewall(FirewallVerdict verdict) {
        return new Station("firewall", verdict.firewall(), verdict.action() + verdict.stage()
                .map(stage -> " at " + stage).orElse("") + verdict.reason().map(why -> ": " + why).orElse(""),
                tone(verdict.action()));
    }

    private static Optional<Station> end(PathVerdict path) {
        Optional<String> lost = path.reply().filter(reply -> !reply.arrives()).map(Reply::toString);
        if (path.delivery().isPresent() || lost.isPresent()) {
            return Optional.of(new Station("end", path.delivery().map(Object::toString).orElse("arrives"),
                    lost.map(reply -> "replies: " + reply).orElse(""), Tone.BAD));
        }
        boolean stoppedByFirewall = path.firewall().filter(firewall -> firewall.action() == Action.DENY).isPresent();
        return path.arrives() || stoppedByFirewall ? Optional.empty()
                : Optional.of(new Station("end", path.result().text(), "", Tone.BAD));
    }

    private static Tone tone(Action action) {
        return switch (action) {
            case ALLOW -> Tone.GOOD;
            case DENY -> Tone.BAD;
            case UNKNOWN -> Tone.DOUBTFUL;
        };
    }

    static Tone tone(ProofVerdict verdict) {
        return switch (verdict) {
            case REACHABLE -> Tone.GOOD;
            case BYPASSES_FIREWALL, UNKNOWN -> Tone.DOUBTFUL;
            case PARTLY, BLOCKED -> Tone.BAD;
        };
    }
}
