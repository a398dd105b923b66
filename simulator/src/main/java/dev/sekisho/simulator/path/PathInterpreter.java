package dev.sekisho.simulator.path;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.destination.Destinations;
import dev.sekisho.simulator.destination.RuleSets;
import dev.sekisho.simulator.destination.Surroundings;
import dev.sekisho.simulator.verdict.Basis;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Possibility;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.verdict.Verdicts;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import dev.sekisho.simulator.world.Worlds;
import dev.sekisho.simulator.world.Worlds.Alternative;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Follows flows through an environment, literally and one at a time. Immutable; threads may share it.
public final class PathInterpreter {
    private final Environment environment;
    private final Surroundings surroundings;
    private final Views views;
    private final List<FirewallView> firewalls;
    private final List<RuleSets> ruleSets;
    private final List<SubnetView> beyond;

    /// Prepares an environment.
    public PathInterpreter(Environment environment) {
        this.environment = environment;
        this.surroundings = Surroundings.of(environment);
        this.views = new Views(environment);
        this.firewalls = environment.firewalls().stream().map(views::firewall).toList();
        this.ruleSets = firewalls.stream().map(RuleSets::new).toList();
        this.beyond = environment.firewalls().stream().flatMap(firewall -> views.firewallSubnet(firewall).stream())
                .toList();
    }

    /// Returns what becomes of a flow.
    public PathVerdict evaluate(Flow flow, PathOptions options) {
        List<Alternative<PathRun.Start>> starts = starts(flow, options);
        if (starts.isEmpty()) {
            return noSuchName(flow);
        }
        FirewallsMet met = new FirewallsMet();
        Worlds.Survey<PathVerdict> survey = Worlds.survey(starts,
                (start, world) -> new PathRun(environment, views, firewalls, options, start, met.from(start), world)
                        .follow(),
                verdict -> List.of(verdict.result(), verdict.delivery()));
        return merge(survey, starts);
    }

    /// Where a flow may start and what it may go to, as the network sees it.
    ///
    /// @param view the subnet that it starts in, where that is known
    /// @param insideCluster whether it stays in the overlay of its cluster
    /// @param standsForOthers whether the destination only represents a class of addresses
    public record Beginning(IpAddress source, Optional<SubnetView> view, boolean insideCluster, IpAddress destination,
            boolean standsForOthers) {}

    /// Returns the beginnings whose verdicts [#evaluate] puts together, in its order: one for each address that the name may
    /// have and each address that a pod may show. None where the name does not exist.
    public List<Beginning> beginnings(Flow flow, PathOptions options) {
        return starts(flow, options).stream().map(Alternative::value)
                .map(start -> new Beginning(start.source().address(), start.source().view(),
                        start.source().insideCluster(), start.target().address(), start.target().standsForOthers()))
                .toList();
    }

    private List<Alternative<PathRun.Start>> starts(Flow flow, PathOptions options) {
        PodTranslation translation = new PodTranslation(environment, views, ruleSets, options, flow);
        Optional<SubnetView> view = options.subnet().flatMap(s -> views.subnet(s.network(), s.subnet()))
                .or(() -> translation.towards(flow.source()).getFirst().value().view())
                .or(() -> views.subnetOf(flow.source()));
        List<Alternative<PathRun.Start>> starts = new ArrayList<>();
        for (Alternative<Destinations.Target> target : new Destinations(surroundings, view, ruleSets, beyond)
                .of(flow)) {
            for (Alternative<PodTranslation.Source> source : translation.towards(target.value().address())) {
                List<String> because = new ArrayList<>(target.because());
                because.addAll(source.because());
                starts.add(new Alternative<>(
                        new PathRun.Start(flow, source.value(), target.value()), because));
            }
        }
        return starts;
    }

    private static PathVerdict merge(Worlds.Survey<PathVerdict> survey, List<Alternative<PathRun.Start>> starts) {
        PathVerdict first = survey.distinct().getFirst().value();
        Basis basis = Verdicts.basis(survey, PathVerdict::basis, PathVerdict::toString);
        boolean many = starts.stream().anyMatch(start -> start.value().target().standsForOthers());
        List<PathVerdict> all = survey.all().stream().map(Worlds.Outcome::value).toList();
        boolean sameRoute = all.stream().allMatch(v -> sameHop(v.route(), first.route()));
        if (survey.agrees()) {
            Optional<RouteVerdict> route = sameRoute ? first.route() : Optional.of(RouteVerdict.unknown(Basis.NONE));
            return new PathVerdict(first.result(), first.sourceSeen(),
                    many ? Optional.empty() : first.destination(), first.nsg(),
                    many ? route.map(PathInterpreter::forAll) : route,
                    many ? first.firewall().map(FirewallVerdict::withoutDestination) : first.firewall(),
                    first.onward(), first.delivery(), replyOf(survey), basis);
        }
        boolean sameSource = all.stream().allMatch(v -> v.sourceSeen().equals(first.sourceSeen()));
        Optional<FirewallVerdict> asked = all.stream().flatMap(v -> v.firewall().stream()).findFirst();
        return new PathVerdict(PathResult.UNKNOWN, sameSource ? first.sourceSeen() : Optional.empty(),
                many ? Optional.empty() : first.destination(), Optional.empty(),
                sameRoute && first.route().isPresent() ? first.route() : Optional.of(RouteVerdict.unknown(Basis.NONE)),
                asked.map(firewall -> firewallOf(firewall, all, basis)), Optional.empty(), Optional.empty(),
                Optional.empty(), basis);
    }

    /// The prefix of a service endpoint's route is that of one address; the others have prefixes of their own.
    private static RouteVerdict forAll(RouteVerdict route) {
        return route.nextHopType() == HopType.SERVICE_ENDPOINT
                ? new RouteVerdict(route.nextHopType(), Optional.empty(), route.routeSource(),
                        route.nextHopIpAddress(), route.routeName(), route.basis())
                : route;
    }

    private static boolean sameHop(Optional<RouteVerdict> one, Optional<RouteVerdict> other) {
        return one.isPresent() == other.isPresent() && (one.isEmpty() || one.get().leadsWhere(other.get()));
    }

    /// Replies of which every world says the same go that way; otherwise nobody knows.
    private static Optional<Reply> replyOf(Worlds.Survey<PathVerdict> survey) {
        Optional<Reply> first = survey.distinct().getFirst().value().reply();
        boolean same = survey.all().stream().allMatch(outcome -> outcome.value().reply().map(Reply::way)
                .equals(first.map(Reply::way)));
        return same ? first : Optional.of(Reply.of(Reply.Way.UNKNOWN));
    }

    private static FirewallVerdict firewallOf(FirewallVerdict firewall, List<PathVerdict> all, Basis basis) {
        boolean same = all.stream().allMatch(verdict -> verdict.firewall()
                .filter(other -> other.action() == firewall.action()).isPresent());
        return same
                ? firewall
                : FirewallVerdict.unknown(firewall.firewall(), Basis.NONE.open(basis.possibilities()));
    }

    private static PathVerdict noSuchName(Flow flow) {
        String name = Destinations.nameOf(flow).orElse("");
        Basis basis = new Basis(Set.of(), List.of(new Possibility("no packet is sent",
                List.of("the client finds no address for " + name))),
                List.of(Diagnostic.warning("NO_ADDRESS", SourceLocation.UNKNOWN,
                        "the client finds no address for '" + name + "'")),
                List.of());
        return new PathVerdict(PathResult.UNKNOWN, Optional.of(flow.source()), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), basis);
    }
}
