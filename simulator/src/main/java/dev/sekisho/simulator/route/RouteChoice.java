package dev.sekisho.simulator.route;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.RouteSource;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.verdict.Step;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.EndpointAddress;
import dev.sekisho.simulator.view.ServiceEndpointView;
import dev.sekisho.simulator.view.ServiceNames;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.world.Question;
import dev.sekisho.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One choice of a route: candidates leave one exception after the other, the most specific of the rest wins.
final class RouteChoice {
    private static final String STAGE = "route";

    private final SubnetView view;
    private final IpAddress destination;
    private final Optional<Fqdn> name;
    private final World world;
    private final EffectiveRoutes all;
    private final List<EffectiveRoute> candidates;
    private final Notes notes = new Notes(true);
    private final List<Step> considered = new ArrayList<>();

    RouteChoice(SubnetView view, IpAddress destination, Optional<Fqdn> name, World world) {
        this.view = view;
        this.destination = destination;
        this.name = name;
        this.world = world;
        this.all = EffectiveRoutes.of(view);
        this.candidates = new ArrayList<>(
                all.routes().stream().filter(route -> route.prefix().contains(destination)).toList());
    }

    RouteInterpreter.Choice choose() {
        if (view.routeTable() instanceof Attached.Undescribed<RouteTable>(var reference) && world.holds(new Question(
                "the route table " + reference.name() + ", which is not described, has a route of its own for it",
                "the route table " + reference.name() + ", which is not described, has no route for it"))) {
            return new RouteInterpreter.Choice(RouteVerdict.unknown(notes.basis()), Optional.empty());
        }
        Optional<EffectiveRoute> endpoint = serviceEndpoint();
        if (endpoint.isPresent()) {
            if (view.readings().serviceEndpointOverridable()) {
                candidates.add(endpoint.get());
            } else {
                candidates.forEach(route -> lost(route, "a service endpoint of the subnet covers the destination",
                        "R-4"));
                return chosen(endpoint.get(), "R-4");
            }
        }
        dropLearnedRoutes();
        dropPrivateEndpoint();
        EffectiveRoute best = mostSpecific();
        candidates.stream().filter(route -> route != best).forEach(route -> lost(route, whyNot(route, best),
                route.prefix().length() < best.prefix().length() ? "R-1" : "R-2"));
        for (Route route : all.unknown()) {
            if (couldBeat(route, best) && world.holds(question(route))) {
                return chosen(route);
            }
        }
        checkAssumptions(best);
        return chosen(best, "R-1");
    }

    /// A service endpoint of the subnet that covers the destination, as a route (`R-4`).
    private Optional<EffectiveRoute> serviceEndpoint() {
        Optional<EffectiveRoute> longest = Optional.empty();
        for (ServiceEndpointView endpoint : view.serviceEndpoints()) {
            for (IpPrefix prefix : prefixes(endpoint)) {
                if (longest.isEmpty() || prefix.length() > longest.get().prefix().length()) {
                    longest = Optional.of(new EffectiveRoute(Optional.of(endpoint.endpoint().service()),
                            RouteSource.DEFAULT, prefix, HopType.SERVICE_ENDPOINT, Optional.empty(),
                            EffectiveRoute.EXPLICIT, SourceLocation.UNKNOWN));
                }
            }
        }
        if (longest.isPresent() && candidates.stream().anyMatch(EffectiveRoute::isUser)) {
            notes.assume(Assumption.R_4);
        }
        return longest;
    }

    private List<IpPrefix> prefixes(ServiceEndpointView endpoint) {
        if (endpoint.prefixes().isPresent()) {
            List<IpPrefix> covering = covering(endpoint.prefixes().get());
            List<IpPrefix> possible = covering.isEmpty() && endpoint.paired() ? covering(endpoint.elsewhere())
                    : List.of();
            return possible.isEmpty() || !world.holds(new Question(
                    destination + " is in the region that is paired with the network's",
                    destination + " is in a region that is not paired with the network's")) ? covering : possible;
        }
        String service = endpoint.endpoint().service();
        if (!WellKnownRanges.PUBLIC.contains(destination)) {
            return List.of();
        }
        boolean covered = name.isPresent()
                ? ServiceNames.owns(service, name.get().value())
                : world.holds(Question.contains("the service endpoint " + service, destination));
        return covered ? List.of(destination.toPrefix()) : List.of();
    }

    private List<IpPrefix> covering(List<IpPrefix> prefixes) {
        return prefixes.stream().filter(prefix -> prefix.contains(destination)).toList();
    }

    /// System routes of the network, its peers and endpoints beat BGP (`R-3`); so does `hasBgpOverride` (`R-26`).
    private void dropLearnedRoutes() {
        if (candidates.stream().anyMatch(EffectiveRoute::beatsLearned)) {
            drop(candidates.stream().filter(EffectiveRoute::isLearned).toList(),
                    "a route of the network or a peering covers the destination", "R-3");
        }
        List<IpPrefix> overriding = EffectiveRoutes.overridingPrefixes(view);
        List<EffectiveRoute> overridden = candidates.stream().filter(EffectiveRoute::isLearned)
                .filter(route -> overriding.stream().anyMatch(prefix -> prefix.contains(route.prefix()))).toList();
        if (!overridden.isEmpty()) {
            notes.assume(Assumption.R_26);
            drop(overridden, "a user route has hasBgpOverride", "R-26");
        }
    }

    /// A user route inside the range of the endpoint's network replaces the endpoint's route, if the endpoint's subnet
    /// lets route tables apply (`R-19`).
    private void dropPrivateEndpoint() {
        for (EndpointAddress endpoint : view.privateEndpoints()) {
            boolean replaced = endpoint.address().equals(destination) && endpoint.policies().routeTables()
                    && candidates.stream().anyMatch(route -> route.isUser() && endpoint.networkAddressSpace().stream()
                            .anyMatch(range -> range.contains(route.prefix())));
            if (replaced) {
                drop(candidates.stream().filter(route -> route.hop() == HopType.INTERFACE_ENDPOINT).toList(),
                        "a user route inside the endpoint's network replaces it", "R-19");
            }
        }
    }

    private EffectiveRoute mostSpecific() {
        EffectiveRoute best = candidates.stream().max(EffectiveRoute.BY_PREFERENCE).orElseThrow();
        EffectiveRoute choice = best;
        for (EffectiveRoute rival : candidates) {
            boolean tie = rival != best && rival.isUser() && rival.prefix().equals(best.prefix())
                    && EffectiveRoute.BY_PREFERENCE.compare(rival, best) == 0 && !rival.leadsWhere(best);
            if (tie && world.holds(new Question("of two routes to " + best.prefix() + " Azure uses "
                    + rival.name().orElse(""),
                    "of two routes to " + best.prefix() + " Azure does not use "
                            + rival.name().orElse("")))) {
                choice = rival;
            }
        }
        return choice;
    }

    private boolean couldBeat(Route unknown, EffectiveRoute best) {
        boolean fullLength = best.isUser() && best.rank() == EffectiveRoute.EXPLICIT && best.prefix().isSingleAddress();
        boolean sameHop = UserRoutes.hop(unknown.nextHop()) == best.hop()
                && UserRoutes.address(unknown.nextHop()).equals(best.nextHopIp());
        boolean privateTag = unknown.destination() instanceof Entry.Known<Route.Destination>
                && !WellKnownRanges.PUBLIC.contains(destination);
        return !fullLength && !sameHop && !privateTag;
    }

    private Question question(Route route) {
        return new Question("the route " + route.name() + " to " + route.destination() + " covers " + destination,
                "the route " + route.name() + " to " + route.destination() + " does not cover " + destination);
    }

    private void checkAssumptions(EffectiveRoute best) {
        if (best.hop() == HopType.NONE && !best.isUser() && all.learnsDefault()) {
            notes.assume(Assumption.R_6);
        }
        boolean replacesEndpoint = best.isUser() && best.prefix().isSingleAddress() && view.privateEndpoints().stream()
                .anyMatch(endpoint -> endpoint.address().equals(destination) && !endpoint.policies().routeTables());
        if (replacesEndpoint) {
            notes.assume(Assumption.R_19);
        }
    }

    private void drop(List<EffectiveRoute> dropped, String why, String rule) {
        dropped.forEach(route -> lost(route, why, rule));
        candidates.removeAll(dropped);
    }

    private void lost(EffectiveRoute route, String why, String rule) {
        considered.add(Step.of(STAGE, route + ": not used, " + why, rule).at(route.at()));
    }

    private static String whyNot(EffectiveRoute route, EffectiveRoute best) {
        if (route.prefix().length() < best.prefix().length()) {
            return best.prefix() + " is more specific";
        }
        return route.source() == best.source()
                ? "another route to the same prefix is preferred"
                : "for the same prefix " + best.source() + " wins over " + route.source();
    }

    private RouteInterpreter.Choice chosen(EffectiveRoute route, String rule) {
        boolean isDefault = route.prefix().equals(Ipv4Prefix.ALL) && !route.isUser();
        notes.step(Step.of(STAGE, view.name() + " to " + destination + ": " + route
                + (isDefault ? ", the system's default route" : ""), rule).at(route.at()).with(considered));
        boolean prefixKnown = route.hop() != HopType.SERVICE_ENDPOINT || view.serviceEndpoints().stream()
                .anyMatch(endpoint -> endpoint.prefixes().filter(list -> list.contains(route.prefix())).isPresent());
        RouteVerdict verdict = new RouteVerdict(route.hop(),
                prefixKnown ? Optional.of(route.prefix()) : Optional.empty(), route.source(),
                route.nextHopIp().flatMap(Entry::known), route.isUser() ? route.name() : Optional.empty(),
                notes.basis());
        return new RouteInterpreter.Choice(verdict, route.nextHopIp());
    }

    private RouteInterpreter.Choice chosen(Route route) {
        notes.step(Step.of(STAGE, view.name() + " to " + destination + ": the route " + route.name() + " to "
                + route.destination() + ", whose prefixes are not known", "R-12").at(route.at()).with(considered));
        Optional<Entry<IpAddress>> address = UserRoutes.address(route.nextHop());
        RouteVerdict verdict = new RouteVerdict(UserRoutes.hop(route.nextHop()), Optional.empty(), RouteSource.USER,
                address.flatMap(Entry::known), Optional.of(route.name()), notes.basis());
        return new RouteInterpreter.Choice(verdict, address);
    }
}
