package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedTarget;
import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.decision.FlowClasses;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.path.BehindFirewalls;
import dev.sekisho.simulator.exact.path.PathFunction;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.NameSet;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.path.PathOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The flows that stand for all flows of a need: one for each class of sources, names, addresses and ports that the decision
/// function of the environment tells apart. What becomes of them becomes of every flow of the need.
///
/// Threads may share it, one at a time.
final class NeedClasses implements Representatives {
    private final Decisions decisions;
    private final int function;
    private final FlowClasses classes;
    private final AddressSet sources;
    private final Environment environment;

    private NeedClasses(Decisions decisions, int function, FlowClasses classes, AddressSet sources,
            Environment environment) {
        this.decisions = decisions;
        this.function = function;
        this.classes = classes;
        this.sources = sources;
        this.environment = environment;
    }

    /// Prepares the classes of an environment.
    ///
    /// @throws dev.sekisho.simulator.exact.diagram.TooLarge if there are too many
    static NeedClasses of(Environment environment, ClusterNetwork cluster, ClusterNeeds needs) {
        List<Region> apart = BehindFirewalls.told(environment);
        List<Region> told = new ArrayList<>(apart);
        for (EgressNeed need : needs.needs()) {
            need.alternatives()
                    .forEach(targets -> targets.forEach(target -> told.add(region(need, target, environment))));
        }
        List<IpPrefix> ranges = new ArrayList<>(cluster.nodeSubnets());
        ranges.addAll(cluster.podCidrs());
        ranges.forEach(range -> told.add(Region.ALL.from(Samples.usableAddresses(range))));
        Layer layer = PathFunction.of(environment, PathOptions.NONE);
        Decisions decisions = Decisions.about(layer, Layer.inside(told, Layer.of(List.of())));
        int function = decisions.settled(decisions.of(layer));
        return new NeedClasses(decisions, function, new FlowClasses(decisions, function, apart),
                AddressSet.unionOf(ranges.stream().map(Samples::usableAddresses).toList()), environment);
    }

    /// The flows of a need towards one target, from anywhere.
    static Region region(EgressNeed need, NeedTarget target, Environment environment) {
        Region spoken = Region.ALL.speaking(kinds(need), ports(need));
        return switch (target) {
            case NeedTarget.Name(FqdnPattern pattern) -> spoken.named(NameSet.of(List.of(pattern)));
            case NeedTarget.Tag(var tag) ->
                spoken.to(environment.serviceTags().find(tag).orElse(AddressSet.EMPTY).ipv4());
            case NeedTarget.Address(IpPrefix prefix) -> spoken.to(AddressSet.of(prefix));
            case NeedTarget.Anywhere _ -> spoken.named(NameSet.of(List.of(FqdnPattern.ANY)));
        };
    }

    private static PortSet ports(EgressNeed need) {
        boolean portless = kinds(need).stream().noneMatch(FlowKind::hasPorts);
        return portless ? PortSet.ANY : need.ports();
    }

    private static Set<FlowKind> kinds(EgressNeed need) {
        return switch (need.protocol()) {
            case HTTP -> EnumSet.of(FlowKind.HTTP);
            case HTTPS -> EnumSet.of(FlowKind.HTTPS);
            case MSSQL -> EnumSet.of(FlowKind.MSSQL);
            case TCP -> EnumSet.of(FlowKind.TCP);
            case UDP -> EnumSet.of(FlowKind.UDP);
            case ICMP -> EnumSet.of(FlowKind.ICMP);
            case ANY -> need.ports().isAny() ? EnumSet.of(FlowKind.TCP, FlowKind.UDP, FlowKind.ICMP)
                    : EnumSet.of(FlowKind.TCP, FlowKind.UDP);
        };
    }

    /// Returns what a firewall that lets a need through allows: where a rule goes by address, whatever is spoken in TCP, and ICMP
    /// of either version.
    private Region needed(EgressNeed need, NeedTarget target) {
        Region region = region(need, target, environment);
        boolean anyTcp = region.kinds().stream().anyMatch(FlowKind.ANY_TCP::contains)
                && (!need.protocol().isApplication() || target instanceof NeedTarget.Address
                        || target instanceof NeedTarget.Tag);
        Set<FlowKind> kinds = EnumSet.copyOf(region.kinds());
        if (anyTcp) {
            kinds.addAll(FlowKind.ANY_TCP);
        }
        if (kinds.contains(FlowKind.ICMP)) {
            kinds.add(FlowKind.ICMPV6);
        }
        return region.speaking(kinds, region.ports());
    }

    private List<Region> needed(List<NeedProof> proofs) {
        return proofs.stream().flatMap(proof -> proof.targets().stream().map(target -> needed(proof.need(), target)))
                .toList();
    }

    /// Returns what the environment's firewalls allow the cluster beyond what was proven.
    synchronized List<Excess> excess(List<NeedProof> proofs) {
        return Excess.of(decisions, function, sources, needed(proofs));
    }

    /// Returns what the rules that allow more have to keep.
    synchronized List<Tightening> tightenings(List<NeedProof> proofs) {
        return Tightening.of(decisions, function, sources, needed(proofs));
    }

    @Override
    public synchronized List<Member<IpAddress, AddressSet>> sources(IpPrefix range) {
        return members(classes.sources(Region.ALL.from(Samples.usableAddresses(range))));
    }

    @Override
    public synchronized List<Member<String, List<String>>> names(EgressNeed need, FqdnPattern pattern) {
        List<FlowClasses.NameClass> names = classes.names(from(need).named(NameSet.of(List.of(pattern))));
        return names.isEmpty()
                ? Samples.of(pattern).stream().map(name -> new Member<>(name, List.of(name))).toList()
                : names.stream().map(found -> new Member<>(found.example(), found.patterns())).toList();
    }

    @Override
    public synchronized List<Member<IpAddress, AddressSet>> destinations(EgressNeed need, AddressSet addresses) {
        return members(classes.destinations(from(need).to(addresses)));
    }

    private static List<Member<IpAddress, AddressSet>> members(List<AddressSet> classes) {
        return classes.stream().flatMap(set -> set.first().stream().map(address -> new Member<>(address, set)))
                .toList();
    }

    @Override
    public synchronized List<Member<Integer, PortSet>> ports(EgressNeed need, NeedTarget target) {
        return classes.ports(region(need, target, environment).from(sources)).stream()
                .map(set -> new Member<>(Math.max(1, set.ranges().getFirst().first()), set)).toList();
    }

    private Region from(EgressNeed need) {
        return Region.ALL.from(sources).speaking(kinds(need), ports(need));
    }
}
