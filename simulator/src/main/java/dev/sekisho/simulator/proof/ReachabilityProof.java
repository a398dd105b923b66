package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedTarget;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.diagram.TooLarge;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.verdict.Verdicts;
import dev.sekisho.simulator.view.OrderedCollection;
import dev.sekisho.simulator.view.Views;
import dev.sekisho.simulator.world.Worlds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Evaluates every need of a cluster through an environment.
///
/// Of a need's alternatives the first that is reachable counts; where none is, the one that comes nearest. A service tag
/// that is not loaded is proven by an address that only the tag holds, and the proof says so.
///
/// Each class of flows that the environment's decision function tells apart is evaluated by one of its flows, so that the
/// answer holds for every source, name, address and port of a need.
///
/// Needs are proven side by side on all processors, and a flow that stands for several needs is evaluated once.
public final class ReachabilityProof {
    private final Presumed presumed;
    private final Environment environment;
    private final PathInterpreter interpreter;
    private final ClusterNetwork cluster;
    private final Representatives representatives;
    private final ProofSource.Population population;
    /// The names that needs over private endpoints name exactly, by service.
    private final Map<String, Set<String>> endpointNames = new HashMap<>();
    private final Map<Asked, PathVerdict> verdicts = new ConcurrentHashMap<>();

    private ReachabilityProof(Environment environment, ClusterNetwork cluster, ClusterNeeds needs) {
        this.presumed = Presumed.of(environment, needs);
        this.environment = presumed.environment();
        this.interpreter = new PathInterpreter(this.environment);
        this.cluster = cluster;
        this.representatives = representatives(this.environment, cluster, needs);
        this.population = ProofSource.Population.of(cluster, representatives);
        for (EgressNeed need : needs.needs()) {
            need.privateEndpoint().ifPresent(endpoint -> endpointNames
                    .computeIfAbsent(endpoint.service(), _ -> new HashSet<>()).addAll(exactNames(need)));
        }
    }

    private static Representatives representatives(Environment environment, ClusterNetwork cluster,
            ClusterNeeds needs) {
        try {
            return NeedClasses.of(environment, cluster, needs);
        } catch (TooLarge _) {
            return EdgeRepresentatives.of(environment);
        }
    }

    /// Proves the needs of the one cluster that the environment describes.
    ///
    /// @throws IllegalArgumentException if the environment describes no cluster, or several
    public static ProofReport of(Environment environment, ClusterNeeds needs) {
        if (environment.clusters().size() != 1) {
            throw new IllegalArgumentException(
                    "the environment describes " + environment.clusters().size() + " clusters");
        }
        return of(environment, environment.clusters().getFirst(), needs);
    }

    /// Proves the needs of a cluster.
    ///
    /// @param cluster one of the environment's clusters, or one that the environment does not describe
    /// @throws TooLarge if the environment tells too many flows apart
    public static ProofReport of(Environment environment, ClusterNetwork cluster, ClusterNeeds needs) {
        return new ReachabilityProof(with(cluster, environment), cluster, needs).report(needs);
    }

    /// Returns an environment that describes the cluster.
    static Environment with(ClusterNetwork cluster, Environment environment) {
        if (environment.clusters().stream().anyMatch(known -> known.name().equalsIgnoreCase(cluster.name()))) {
            return environment;
        }
        List<ClusterNetwork> clusters = new ArrayList<>(environment.clusters());
        clusters.add(cluster);
        return environment.withClusters(clusters);
    }

    private ProofReport report(ClusterNeeds needs) {
        List<Attempt> chosen = needs.needs().parallelStream().map(this::prove).toList();
        Set<RuleRef> used = new HashSet<>();
        chosen.forEach(attempt -> used.addAll(attempt.rules()));
        List<NeedProof> proofs = chosen.stream().map(Attempt::proof).toList();
        return representatives instanceof NeedClasses classes
                ? new ProofReport(proofs, unusedRules(used), excess(classes, needs, proofs),
                        classes.tightenings(proofs))
                : new ProofReport(proofs, unusedRules(used), List.of(), List.of());
    }

    /// What is presumed of tags helps to meet needs; it does not make anything allowed beyond them.
    private List<Excess> excess(NeedClasses classes, ClusterNeeds needs, List<NeedProof> proofs) {
        if (!presumed.tags()) {
            return classes.excess(proofs);
        }
        try {
            return NeedClasses.of(presumed.described(), cluster, needs).excess(proofs);
        } catch (TooLarge _) {
            return List.of();
        }
    }

    /// A flow and who asks about it.
    private record Asked(Flow flow, PathOptions options) {}

    /// What came of one alternative, and the rules that let its flows through.
    private record Attempt(NeedProof proof, Set<RuleRef> rules) {}

    private Attempt prove(EgressNeed need) {
        Optional<Attempt> best = Optional.empty();
        for (List<NeedTarget> alternative : need.alternatives()) {
            Attempt attempt = attempt(need, alternative);
            if (best.isEmpty() || attempt.proof().verdict().compareTo(best.get().proof().verdict()) < 0) {
                best = Optional.of(attempt);
            }
            if (attempt.proof().verdict() == ProofVerdict.REACHABLE) {
                break;
            }
        }
        return best.orElseThrow();
    }

    private Attempt attempt(EgressNeed need, List<NeedTarget> alternative) {
        NeedFlows flows = new NeedFlows(environment, need, representatives, siblings(need));
        List<NeedParts.Told> told = new ArrayList<>();
        for (ProofSource source : population.of(need.sources())) {
            PathOptions options = source.pod() ? PathOptions.NONE.withCluster(cluster.name()) : PathOptions.NONE;
            for (NeedTarget target : alternative) {
                if (staysAmongPods(need, target)) {
                    NeedFlow first = flows.flows(source, target).getFirst();
                    told.add(new NeedParts.Told(FlowProof.amongPods(source, first.flow(), podRoutes()), source.all(),
                            first));
                    continue;
                }
                for (NeedFlow flow : flows.flows(source, target)) {
                    PathVerdict verdict = verdicts.computeIfAbsent(new Asked(flow.flow(), options),
                            asked -> interpreter.evaluate(asked.flow(), asked.options()));
                    if (representatives instanceof EdgeRepresentatives) {
                        requireAllTried(flow.flow(), verdict);
                    }
                    told.add(new NeedParts.Told(
                            FlowProof.of(need, flow.flow(), source.pod(), verdict, environment),
                            source.all(), flow));
                }
            }
        }
        return combined(need, alternative, told);
    }

    /// Edges stand for the flows between them only where each of them is followed to every address that it may have.
    private static void requireAllTried(Flow flow, PathVerdict verdict) {
        if (verdict.basis().diagnostics().stream()
                .anyMatch(problem -> problem.code().equals(Verdicts.TOO_MANY_UNKNOWNS))) {
            throw new TooLarge("the environment tells too many flows apart, among them more than " + Worlds.LIMIT
                    + " kinds of addresses that " + flow.destinationName().orElse("a destination") + " may have");
        }
    }

    private static List<String> exactNames(EgressNeed need) {
        return need.alternatives().stream().flatMap(List::stream)
                .flatMap(target -> target instanceof NeedTarget.Name(FqdnPattern pattern)
                        ? pattern.exactName().stream() : Stream.<Fqdn>empty())
                .map(Fqdn::value).toList();
    }

    private Set<String> siblings(EgressNeed need) {
        return need.privateEndpoint().map(endpoint -> endpointNames.getOrDefault(endpoint.service(), Set.of()))
                .orElse(Set.of());
    }

    /// Nodes and pods reach the pods' own range by the cluster's network, outside of what an environment describes: the
    /// overlay, or the routes that AKS writes for each node (`R-22`, `R-23`).
    private boolean staysAmongPods(EgressNeed need, NeedTarget target) {
        boolean ownNetwork = switch (cluster.networkPlugin()) {
            case OVERLAY, KUBENET -> true;
            case NODE_SUBNET, POD_SUBNET -> false;
        };
        return ownNetwork && need.layers().equals(Set.of(EgressNeed.Layer.LOCAL))
                && target instanceof NeedTarget.Address(IpPrefix prefix)
                && cluster.podCidrs().stream().anyMatch(range -> range.contains(prefix));
    }

    private List<Presumption> podRoutes() {
        return PodRoutes.areMissing(presumed.described(), cluster) ? List.of(Presumption.POD_ROUTES) : List.of();
    }

    private Attempt combined(EgressNeed need, List<NeedTarget> alternative, List<NeedParts.Told> told) {
        List<FlowProof> proofs = told.stream().map(NeedParts.Told::proof).toList();
        Optional<FlowProof> worst = proofs.stream().max(Comparator.comparing(FlowProof::verdict));
        SequencedSet<String> by = new LinkedHashSet<>();
        SequencedSet<Presumption> assumptions = new LinkedHashSet<>();
        Set<RuleRef> rules = new HashSet<>();
        for (FlowProof proof : proofs) {
            proof.by().ifPresent(by::add);
            proof.assumptions().stream().map(this::inFull).forEach(assumptions::add);
            proof.rule().ifPresent(rules::add);
        }
        if (representatives instanceof EdgeRepresentatives) {
            assumptions.add(Presumption.EDGES);
        }
        NeedFlows flows = new NeedFlows(environment, need, representatives, siblings(need));
        for (NeedTarget target : alternative) {
            if (flows.presumesEndpoint(target)) {
                assumptions.add(Presumption.SHARED_ENDPOINT);
            }
            if (target instanceof NeedTarget.Tag(ServiceTagName tag) && presumed.standIns().containsKey(tag)) {
                assumptions.add(Presumption.notLoaded(tag));
            }
        }
        ProofVerdict verdict = verdict(proofs, worst);
        Optional<Witness> arriving = verdict == ProofVerdict.PARTLY
                ? proofs.stream().min(Comparator.comparing(FlowProof::verdict)).map(FlowProof::witness)
                : Optional.empty();
        return new Attempt(new NeedProof(need, verdict, alternative, List.copyOf(by), worst.map(FlowProof::witness),
                arriving, NeedParts.of(told), List.copyOf(assumptions)), rules);
    }

    /// Says what the FQDN tag was presumed to hold, where the environment does not.
    private Presumption inFull(Presumption assumption) {
        boolean presumedTag = assumption.number().equals(Presumption.TAGGED_NAMES.number())
                && TaggedNames.areOpenIn(presumed.described());
        return presumedTag ? Presumption.TAGGED_NAMES : assumption;
    }

    private static ProofVerdict verdict(List<FlowProof> proofs, Optional<FlowProof> worst) {
        boolean mixed = worst.filter(proof -> proof.verdict() == ProofVerdict.BLOCKED).isPresent()
                && proofs.stream().anyMatch(proof -> proof.verdict() != ProofVerdict.BLOCKED);
        return mixed ? ProofVerdict.PARTLY : worst.map(FlowProof::verdict).orElse(ProofVerdict.UNKNOWN);
    }

    private List<RuleRef> unusedRules(Set<RuleRef> used) {
        Views views = new Views(environment);
        return environment.firewalls().stream().flatMap(firewall -> views.firewall(firewall).collections().stream())
                .filter(ReachabilityProof::allows)
                .flatMap(ordered -> ordered.collection().rules().stream().map(ordered::refer))
                .filter(rule -> !used.contains(rule)).distinct().toList();
    }

    private static boolean allows(OrderedCollection ordered) {
        return switch (ordered.collection()) {
            case NetworkRuleCollection network -> network.action() == FilterAction.ALLOW;
            case ApplicationRuleCollection application -> application.action() == FilterAction.ALLOW;
            case NatRuleCollection _ -> false;
        };
    }
}
