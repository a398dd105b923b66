package dev.sekisho.simulator.path;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.destination.Destinations;
import dev.sekisho.simulator.firewall.Encounter;
import dev.sekisho.simulator.firewall.FirewallInterpreter;
import dev.sekisho.simulator.nsg.NsgInterpreter;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.Forwarding;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.verdict.Step;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import dev.sekisho.simulator.world.World;
import java.util.List;
import java.util.Optional;

/// One flow from one source to one address in one world.
final class PathRun {
    private final Environment environment;
    private final Views views;
    private final List<FirewallView> firewalls;
    private final PathOptions options;
    private final Start start;
    private final FirewallsMet met;
    private final World world;
    private final Notes notes;
    private final Flow flow;
    private final IpAddress destination;
    private final Optional<Fqdn> name;
    private final Appliances appliances;
    private Optional<NsgVerdict> nsg = Optional.empty();
    private Optional<RouteVerdict> route = Optional.empty();

    /// Where a run starts.
    record Start(Flow flow, PodTranslation.Source source, Destinations.Target target) {}

    PathRun(Environment environment, Views views, List<FirewallView> firewalls, PathOptions options, Start start,
            FirewallsMet met, World world) {
        this.environment = environment;
        this.views = views;
        this.firewalls = firewalls;
        this.options = options;
        this.start = start;
        this.met = met;
        this.world = world;
        this.notes = new Notes(options.everyRule());
        this.destination = start.target().address();
        this.name = Destinations.nameOf(start.flow()).flatMap(Fqdn::tryParse);
        this.flow = Destinations.towards(start.flow().withSource(start.source().address()), start.target());
        this.appliances = new Appliances(views, firewalls, options);
    }

    PathVerdict follow() {
        notes.step(Step.of("source", start.source().text(), "R-23"));
        if (start.target().standsForOthers()) {
            notes.step(Step.of("destination", name.map(Fqdn::value).orElse("the destination")
                    + " has no known address; " + destination + " stands for the public addresses", "DNS-1"));
        } else if (start.flow().destination().isEmpty()) {
            notes.step(Step.of("destination", name.map(Fqdn::value).orElse("the destination") + " is " + destination,
                    "DNS-1"));
        }
        if (start.source().insideCluster()) {
            return end(PathResult.BYPASSES_FIREWALL);
        }
        Optional<SubnetView> view = start.source().view();
        if (view.isEmpty()) {
            return RouteInterpreter.isPlatform(destination) ? end(PathResult.PLATFORM) : withoutSubnet();
        }
        Optional<NsgVerdict> denied = outboundGroups(view.get());
        if (denied.isPresent()) {
            nsg = denied;
            return end(PathResult.DROPPED_BY_NSG);
        }
        RouteInterpreter.Choice chosen = RouteInterpreter.choose(view.get(), destination, name, world);
        notes.include(chosen.verdict().basis());
        route = Optional.of(chosen.verdict());
        return afterRoute(view.get(), chosen);
    }

    private Optional<NsgVerdict> outboundGroups(SubnetView view) {
        NsgVerdict verdict = NsgInterpreter.decide(SecurityRule.Direction.OUTBOUND, view, flow, world,
                options.everyRule());
        notes.include(verdict.basis());
        nsg = Optional.of(verdict).filter(v -> v.nsg().isPresent());
        return nsg.filter(v -> v.action() == Action.DENY);
    }

    private PathVerdict afterRoute(SubnetView view, RouteInterpreter.Choice chosen) {
        Optional<FirewallView> own = appliances.at(destination);
        return switch (chosen.verdict().nextHopType()) {
            case NONE -> end(PathResult.DROPPED_BY_ROUTE);
            case PLATFORM -> end(PathResult.PLATFORM);
            case UNKNOWN -> end(PathResult.UNKNOWN);
            case INTERNET, SERVICE_ENDPOINT, VIRTUAL_NETWORK_GATEWAY -> end(PathResult.BYPASSES_FIREWALL);
            case VIRTUAL_NETWORK, VNET_LOCAL, INTERFACE_ENDPOINT ->
                own.isPresent() ? ask(own.get()) : deliver(view);
            case VNET_PEERING, VNET_GLOBAL_PEERING -> {
                if (Appliances.isShut(view, destination)) {
                    notes.step(Step.of("peering", "the peering does not allow traffic between the networks", "R-14"));
                    yield end(PathResult.DROPPED_BY_PEERING);
                }
                yield own.isPresent() ? ask(own.get()) : deliver(view);
            }
            case VIRTUAL_APPLIANCE -> toAppliance(view, chosen.nextHop().orElseThrow());
        };
    }

    private PathVerdict toAppliance(SubnetView view, Entry<IpAddress> nextHop) {
        return switch (appliances.reach(view, nextHop, world)) {
            case Appliances.Reached.Described(FirewallView one) -> ask(one);
            case Appliances.Reached.Ambiguous(List<FirewallView> several) -> {
                notes.report(FirewallChoice.ambiguous(several));
                yield end(PathResult.UNKNOWN);
            }
            case Appliances.Reached.Elsewhere.SHUT -> {
                notes.step(Step.of("peering", "the peering towards the appliance does not allow traffic", "R-14"));
                yield end(PathResult.DROPPED_BY_PEERING);
            }
            case Appliances.Reached.Elsewhere.TOO_FAR -> {
                notes.report(Diagnostic.error("NEXT_HOP_UNREACHABLE",
                        route.map(r -> r.basis().steps().getFirst().at()).orElse(SourceLocation.UNKNOWN),
                        "the next hop " + nextHop
                                + " is neither in the network nor in a direct peer of it (R-9)"));
                yield end(PathResult.DROPPED_BY_ROUTE);
            }
            case Appliances.Reached.Elsewhere.UNDESCRIBED -> {
                notes.step(Step.of("next hop", "an appliance at " + nextHop + ", which is not described", "R-9"));
                yield end(PathResult.HANDED_TO);
            }
        };
    }

    private PathVerdict deliver(SubnetView view) {
        Arrival arrival = new Arrival(views, world, notes, options.backend());
        Optional<NsgVerdict> denied = arrival.denied(flow, destination);
        if (denied.isPresent()) {
            notes.include(denied.get().basis());
            nsg = denied;
            return end(PathResult.DROPPED_BY_NSG);
        }
        boolean sameSubnet = options.backend().map(PathOptions.Backend::view).or(() -> views.subnetOf(destination))
                .filter(s -> s.name().equals(view.name())).isPresent();
        Optional<Reply> reply = sameSubnet || flow.marks().reply()
                ? Optional.empty()
                : Optional.of(new WayBack(views, world, notes, options.backend()).direct(destination, flow.source()));
        return end(PathResult.BYPASSES_FIREWALL, Optional.empty(),
                new Onward.Leg(Optional.empty(), Optional.empty(), reply));
    }

    /// Where no described subnet holds the source, the firewall itself is asked.
    private PathVerdict withoutSubnet() {
        notes.step(Step.of("route", "no described subnet holds " + flow.source() + ", so its routes are not known"));
        Appliances.Reached asked = appliances.withoutRoute();
        Notes reason = new Notes(false);
        reason.report(Diagnostic.note("SOURCE_UNKNOWN", SourceLocation.UNKNOWN, "no described subnet holds "
                + flow.source() + switch (asked) {
                    case Appliances.Reached.Described _ -> "; the verdict is the firewall's own";
                    case Appliances.Reached.Elsewhere _ ->
                        firewalls.isEmpty() ? ", and no firewall is described" : "";
                    case Appliances.Reached.Ambiguous _ -> "";
                }));
        route = Optional.of(RouteVerdict.unknown(reason.basis()));
        notes.include(reason.basis());
        return switch (asked) {
            case Appliances.Reached.Described(FirewallView one) -> ask(one);
            case Appliances.Reached.Elsewhere _ -> end(PathResult.UNKNOWN);
            case Appliances.Reached.Ambiguous(List<FirewallView> several) -> {
                notes.report(FirewallChoice.ambiguous(several));
                yield end(PathResult.UNKNOWN);
            }
        };
    }

    private PathVerdict ask(FirewallView firewall) {
        boolean sameResolver = options.sameResolver() || start.source().view()
                .filter(view -> view.network().dnsServers().stream().anyMatch(firewall::isPrivateIp)).isPresent();
        FirewallVerdict verdict = FirewallInterpreter.decide(
                met.with(firewall, () -> Encounter.of(firewall, flow, sameResolver, options.everyRule())),
                world);
        notes.include(verdict.basis());
        return switch (verdict.action()) {
            case DENY -> end(PathResult.DENY, Optional.of(verdict), Onward.Leg.NONE);
            case UNKNOWN ->
                end(PathResult.UNKNOWN, Optional.of(verdict), Onward.Leg.NONE);
            case ALLOW -> {
                Onward.Leg leg = verdict.forwarding().map(forwarding -> follow(firewall, verdict, forwarding))
                        .orElse(Onward.Leg.NONE);
                yield end(PathResult.ALLOW, Optional.of(verdict), leg);
            }
        };
    }

    private Onward.Leg follow(FirewallView firewall, FirewallVerdict verdict, Forwarding forwarding) {
        IpAddress real = forwarding.realDestination().orElse(destination);
        return new Onward(environment, views, firewall, world, notes, options.backend()).follow(flow, verdict,
                forwarding, real);
    }

    private PathVerdict end(PathResult result) {
        return end(result, Optional.empty(), Onward.Leg.NONE);
    }

    private PathVerdict end(PathResult result, Optional<FirewallVerdict> firewall, Onward.Leg leg) {
        return new PathVerdict(result, Optional.of(flow.source()), Optional.of(destination), nsg, route, firewall,
                leg.route(), leg.delivery(), leg.reply(), notes.basis());
    }
}
