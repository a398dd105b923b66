package dev.sekisho.simulator.exact.path;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.decision.Ruling;
import dev.sekisho.simulator.exact.space.NameSet;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.route.EffectiveRoute;
import dev.sekisho.simulator.route.EffectiveRoutes;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.route.UserRoutes;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.RouteSource;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.EndpointAddress;
import dev.sekisho.simulator.view.ServiceEndpointView;
import dev.sekisho.simulator.view.ServiceNames;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.world.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The routes of one subnet as layers: the one that Azure prefers first (`R-1` to `R-29`).
///
/// @param hops says what becomes of the flows that a route takes
record RouteLayers(SubnetView view, Hops hops) {

    /// What becomes of flows by a next hop.
    @FunctionalInterface
    interface Hops {
        /// Returns the layer behind a next hop.
        ///
        /// @param nextHop the appliance, for that type alone
        /// @param way the route, for people
        Layer behind(HopType hop, Optional<Entry<IpAddress>> nextHop, String way);
    }

    /// A route and the flows that it would take if no better one did.
    private record Candidate(EffectiveRoute route, Region region) {}

    Layer layer() {
        EffectiveRoutes all = EffectiveRoutes.of(view);
        List<Layer> layers = new ArrayList<>();
        AddressSet platform = AddressSet.unionOf(RouteInterpreter.PLATFORM.stream().map(AddressSet::of).toList());
        layers.add(Layer.of(List.of(Ruling.of(Region.ALL.to(platform),
                Outcome.outside(PathResult.PLATFORM, "the host itself")))));
        if (view.routeTable() instanceof Attached.Undescribed<RouteTable>(var reference)) {
            layers.add(Layer.of(List.of(Ruling.of(Region.ALL.given(new Question(
                    "the route table " + reference.name() + ", which is not described, has a route of its own for it",
                    "the route table " + reference.name() + ", which is not described, has no route for it")),
                    Outcome.unknown(List.of())))));
        }
        List<Candidate> endpoints = serviceEndpoints();
        boolean overridable = view.readings().serviceEndpointOverridable();
        if (!overridable) {
            endpoints.forEach(endpoint -> layers.add(taking(endpoint)));
        }
        all.unknown().forEach(route -> layers.add(unknown(route, all)));
        inOrder(all, overridable ? endpoints : List.of()).forEach(candidate -> layers.add(taking(candidate)));
        return Layer.inOrder(layers);
    }

    private Layer taking(Candidate candidate) {
        EffectiveRoute route = candidate.route();
        return Layer.inside(List.of(candidate.region()), hops.behind(route.hop(), route.nextHopIp(), text(route)));
    }

    private static String text(EffectiveRoute route) {
        return "route " + route.name().orElseGet(() -> route.prefix().toString()) + " to " + route.hop();
    }

    /// A route whose prefixes are not known may take any flow, but none that a user route to its single address takes, and
    /// no service tag holds an address that is not public.
    private Layer unknown(Route route, EffectiveRoutes all) {
        boolean tag = route.destination() instanceof Entry.Known<Route.Destination>;
        AddressSet single = AddressSet.ofPrefixes(all.routes().stream()
                .filter(r -> r.isUser() && r.rank() == EffectiveRoute.EXPLICIT && r.prefix().isSingleAddress())
                .map(EffectiveRoute::prefix).toList());
        AddressSet possible = (tag ? WellKnownRanges.PUBLIC : AddressSet.ALL).difference(single);
        HopType hop = UserRoutes.hop(route.nextHop());
        return Layer.inside(List.of(Region.ALL.to(possible).given(new Question(
                "the route " + route.name() + " to " + route.destination() + " covers the destination",
                "the route " + route.name() + " to " + route.destination() + " does not cover the destination"))),
                hops.behind(hop, UserRoutes.address(route.nextHop()), "route " + route.name() + " to " + hop));
    }

    /// The known routes, the best first. Of two user routes to one prefix nobody knows which is used (`R-18`).
    private List<Candidate> inOrder(EffectiveRoutes all, List<Candidate> endpoints) {
        List<EffectiveRoute> sorted = all.routes().stream().sorted(EffectiveRoute.BY_PREFERENCE.reversed()).toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < sorted.size();) {
            EffectiveRoute best = sorted.get(i);
            int next = i + 1;
            List<Candidate> rivals = new ArrayList<>();
            while (next < sorted.size() && isTie(best, sorted.get(next))) {
                rivals.add(rival(best, sorted.get(next++)));
            }
            candidates.addAll(rivals.reversed());
            candidates.add(new Candidate(best, Region.ALL.to(covered(best, all, endpoints))));
            i = next;
        }
        endpoints.forEach(endpoint -> insert(candidates, endpoint));
        return candidates;
    }

    private static boolean isTie(EffectiveRoute best, EffectiveRoute other) {
        return best.isUser() && other.isUser() && other.prefix().equals(best.prefix())
                && EffectiveRoute.BY_PREFERENCE.compare(other, best) == 0;
    }

    private static Candidate rival(EffectiveRoute best, EffectiveRoute rival) {
        Region region = Region.ALL.to(AddressSet.of(rival.prefix()));
        return new Candidate(rival, rival.leadsWhere(best) ? region.to(AddressSet.EMPTY)
                : region.given(new Question(
                        "of two routes to " + best.prefix() + " Azure uses " + rival.name().orElse(""),
                        "of two routes to " + best.prefix() + " Azure does not use " + rival.name().orElse(""))));
    }

    private static void insert(List<Candidate> candidates, Candidate endpoint) {
        int place = 0;
        while (place < candidates.size()
                && EffectiveRoute.BY_PREFERENCE.compare(candidates.get(place).route(), endpoint.route()) > 0) {
            place++;
        }
        candidates.add(place, endpoint);
    }

    /// The addresses of a route's prefix for which it takes part in the choice at all.
    private AddressSet covered(EffectiveRoute route, EffectiveRoutes all, List<Candidate> endpoints) {
        AddressSet own = AddressSet.of(route.prefix());
        if (route.isLearned()) {
            boolean overridden = EffectiveRoutes.overridingPrefixes(view).stream()
                    .anyMatch(prefix -> prefix.contains(route.prefix()));
            List<AddressSet> stronger = new ArrayList<>(all.routes().stream().filter(EffectiveRoute::beatsLearned)
                    .map(r -> AddressSet.of(r.prefix())).toList());
            endpoints.forEach(endpoint -> stronger.add(endpoint.region().destinations()));
            return overridden ? AddressSet.EMPTY : own.difference(AddressSet.unionOf(stronger));
        }
        boolean replaced = route.hop() == HopType.INTERFACE_ENDPOINT && view.privateEndpoints().stream()
                .filter(endpoint -> own.contains(endpoint.address())).anyMatch(endpoint -> isReplaced(endpoint, all));
        return replaced ? AddressSet.EMPTY : own;
    }

    /// A user route inside the range of the endpoint's network replaces the endpoint's route, if the endpoint's subnet
    /// lets route tables apply (`R-19`).
    private static boolean isReplaced(EndpointAddress endpoint, EffectiveRoutes all) {
        return endpoint.policies().routeTables() && all.routes().stream()
                .anyMatch(route -> route.isUser() && route.prefix().contains(endpoint.address())
                        && endpoint.networkAddressSpace().stream().anyMatch(range -> range.contains(route.prefix())));
    }

    /// The service endpoints of the subnet as routes, the longest prefix first (`R-4`).
    private List<Candidate> serviceEndpoints() {
        List<Candidate> candidates = new ArrayList<>();
        for (ServiceEndpointView endpoint : view.serviceEndpoints()) {
            if (endpoint.prefixes().isPresent()) {
                List<IpPrefix> prefixes = endpoint.prefixes().get();
                AddressSet near = AddressSet.ofPrefixes(prefixes);
                Region region = Region.ALL.to(near);
                boolean one = !view.readings().serviceEndpointOverridable();
                if (one && !prefixes.isEmpty()) {
                    candidates.add(candidate(endpoint, prefixes.getFirst(), region));
                } else {
                    prefixes.forEach(prefix -> candidates
                            .add(candidate(endpoint, prefix, Region.ALL.to(AddressSet.of(prefix)))));
                }
                if (endpoint.paired()) {
                    endpoint.elsewhere().forEach(prefix -> candidates.add(candidate(endpoint, prefix,
                            Region.ALL.to(AddressSet.of(prefix).difference(near)).given(new Question(
                                    "the destination is in the region that is paired with the network's",
                                    "the destination is in a region that is not paired with the network's")))));
                }
                continue;
            }
            IpPrefix single = IpAddress.parse("0.0.0.0").toPrefix();
            Region open = Region.ALL.to(WellKnownRanges.PUBLIC);
            candidates.add(candidate(endpoint, single, open.named(NameSet.of(
                    ServiceNames.endings(endpoint.endpoint().service()).stream()
                            .map(ending -> new FqdnPattern(true, ending)).toList()))));
            candidates.add(candidate(endpoint, single, open.named(NameSet.UNNAMED).given(Question.contains(
                    "the service endpoint " + endpoint.endpoint().service(), "the destination"))));
        }
        return candidates;
    }

    private static Candidate candidate(ServiceEndpointView endpoint, IpPrefix prefix, Region region) {
        return new Candidate(new EffectiveRoute(Optional.of(endpoint.endpoint().service()), RouteSource.DEFAULT, prefix,
                HopType.SERVICE_ENDPOINT, Optional.empty(), EffectiveRoute.EXPLICIT,
                SourceLocation.UNKNOWN), region);
    }
}
