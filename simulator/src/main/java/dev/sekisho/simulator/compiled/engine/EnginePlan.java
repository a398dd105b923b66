package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.simulator.compiled.clause.AddressTerms;
import dev.sekisho.simulator.compiled.clause.FlowClasses;
import dev.sekisho.simulator.compiled.clause.RuleTable;
import dev.sekisho.simulator.compiled.distinction.Distinctions;
import dev.sekisho.simulator.compiled.filter.FirewallPlan;
import dev.sekisho.simulator.compiled.filter.GateDecisions;
import dev.sekisho.simulator.compiled.filter.Ruling;
import dev.sekisho.simulator.compiled.filter.SecurityGate;
import dev.sekisho.simulator.compiled.rules.field.AddressPartition;
import dev.sekisho.simulator.compiled.way.Leg;
import dev.sekisho.simulator.compiled.way.LegPlan;
import dev.sekisho.simulator.compiled.way.Network;
import dev.sekisho.simulator.compiled.way.RoutePlan;
import dev.sekisho.simulator.compiled.way.Way;
import dev.sekisho.simulator.verdict.Basis;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.RouteSource;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.view.SubnetView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Makes the tables of a [PathTables]: first every rule list is resolved to sets, then the classes are found that tell all of
/// these sets apart, then every table is filled, one class at a time. An address stands for its class.
final class EnginePlan {
    final FlowClasses space;
    final int[] zones;
    final int[][] wayOf;
    final int[][] namedWayOf;
    final boolean[] serviceNames;
    final List<Way> ways = new ArrayList<>();
    final SecurityGate[] outbound;
    final SecurityGate[] inbound;
    final GateDecisions gateDecisions = new GateDecisions();
    final PathTables.FirewallTables[] firewalls;
    final List<Ruling> rulings = new ArrayList<>();
    final List<Leg> legs = new ArrayList<>();
    final boolean[] platform;
    final boolean[] nodes;
    final boolean[] pods;

    private final Network network;
    private final List<RoutePlan> routes;
    private final Map<Way, Integer> wayNumbers = new HashMap<>();
    private final Map<Leg, Integer> legNumbers = new HashMap<>();

    private EnginePlan(Environment environment, Network network) {
        this.network = network;
        this.routes = network.subnets().stream().map(RoutePlan::new).toList();
        List<SecurityGate.Plan> out = gates(SecurityRule.Direction.OUTBOUND);
        List<SecurityGate.Plan> in = gates(SecurityRule.Direction.INBOUND);
        List<FirewallPlan> plans = network.firewalls().stream().map(view -> new FirewallPlan(view, rulings)).toList();
        AddressSet podAddresses = addresses(environment, ClusterNetwork::podCidrs);
        AddressSet nodeAddresses = addresses(environment, ClusterNetwork::nodeSubnets);
        this.space = space(environment, out, in, plans);
        this.platform = marks(space.destinations(), AddressTerms.PLATFORM);
        this.pods = marks(space.destinations(), podAddresses);
        this.nodes = marks(space.sources(), nodeAddresses);
        this.zones = zones(podAddresses);
        this.outbound = out.stream().map(plan -> plan.compile(space)).toArray(SecurityGate[]::new);
        this.inbound = in.stream().map(plan -> plan.compile(space)).toArray(SecurityGate[]::new);
        this.serviceNames = new boolean[space.names().classCount()];
        routes.forEach(plan -> space.namesOf(plan.namesOfUnknownServices()).forEach(name -> serviceNames[name] = true));
        this.wayOf = new int[network.subnets().size() + 1][];
        this.wayOf[0] = numbers(destination -> number(wayNumbers, ways, withoutSubnet(destination)));
        Map<List<Object>, int[]> sameRoutes = new HashMap<>();
        for (int i = 0; i < network.subnets().size(); i++) {
            SubnetView view = network.subnets().get(i);
            RoutePlan plan = routes.get(i);
            wayOf[i + 1] = sameRoutes.computeIfAbsent(List.of(view.network(), view.routeTable(),
                    view.serviceEndpoints()),
                    _ -> numbers(destination -> number(wayNumbers, ways, way(view, plan, destination, false))));
        }
        this.namedWayOf = wayOf.clone();
        for (int i = 0; i < network.subnets().size(); i++) {
            SubnetView view = network.subnets().get(i);
            RoutePlan plan = routes.get(i);
            if (plan.hasUnknownServices()) {
                namedWayOf[i + 1] = numbers(
                        destination -> number(wayNumbers, ways, way(view, plan, destination, true)));
            }
        }
        this.firewalls = new PathTables.FirewallTables[plans.size()];
        for (int i = 0; i < firewalls.length; i++) {
            firewalls[i] = tables(plans.get(i), i);
        }
    }

    static EnginePlan of(Environment environment, Optional<String> firewall) {
        return new EnginePlan(environment, new Network(environment, firewall));
    }

    /// The subnets, in the order of the zones.
    List<SubnetView> subnets() {
        return network.subnets();
    }

    /// Whether flows that stand for several may be put together from the tables: not where routes are in question, because each
    /// flow has then several verdicts itself, nor where subnets cannot be told by their names.
    boolean isComposable() {
        return areNamesClear() && routes.stream().noneMatch(RoutePlan::isUncertain);
    }

    /// Whether replies to public addresses may go by a service endpoint, for all that is known.
    boolean hasUncertainServices() {
        return routes.stream().anyMatch(RoutePlan::hasUncertainServices);
    }

    private boolean areNamesClear() {
        return network.subnets().stream().map(view -> view.name().toLowerCase(Locale.ROOT)).distinct()
                .count() == network.subnets().size();
    }

    private List<SecurityGate.Plan> gates(SecurityRule.Direction direction) {
        return network.subnets().stream().map(view -> SecurityGate.Plan.of(view, direction, gateDecisions)).toList();
    }

    private static AddressSet addresses(Environment environment,
            Function<ClusterNetwork, List<IpPrefix>> prefixes) {
        return AddressSet.ofPrefixes(environment.clusters().stream().map(prefixes).flatMap(List::stream).toList());
    }

    private FlowClasses space(Environment environment, List<SecurityGate.Plan> out, List<SecurityGate.Plan> in,
            List<FirewallPlan> plans) {
        FlowClasses.Collector all = new FlowClasses.Collector();
        out.forEach(plan -> plan.groups().forEach(all::network));
        in.forEach(plan -> plan.groups().forEach(all::network));
        for (FirewallPlan plan : plans) {
            all.network(plan.network());
            all.application(plan.application());
            all.names(plan.openNames());
        }
        routes.forEach(plan -> all.names(plan.namesOfUnknownServices()));
        new Distinctions(environment, network, all).collect();
        return all.space();
    }

    private static boolean[] marks(AddressPartition partition, AddressSet set) {
        boolean[] marks = new boolean[partition.classCount()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = set.contains(new Ipv4Address(partition.representative(i)));
        }
        return marks;
    }

    /// The subnet of each class of sources. Two subnets of one name cannot be told by what refers to them.
    private int[] zones(AddressSet podAddresses) {
        boolean clear = areNamesClear();
        int[] places = new int[space.sources().classCount()];
        for (int i = 0; i < places.length; i++) {
            IpAddress source = new Ipv4Address(space.sources().representative(i));
            places[i] = !clear || podAddresses.contains(source)
                    ? PathTables.OPEN
                    : network.subnetOf(source).orElse(PathTables.NO_SUBNET);
        }
        return places;
    }

    private int[] numbers(Function<IpAddress, Integer> of) {
        int[] numbers = new int[space.destinations().classCount()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = of.apply(new Ipv4Address(space.destinations().representative(i)));
        }
        return numbers;
    }

    private static <T> int number(Map<T, Integer> numbers, List<T> all, T value) {
        return numbers.computeIfAbsent(value, added -> {
            all.add(added);
            return all.size() - 1;
        });
    }

    private Way withoutSubnet(IpAddress destination) {
        return AddressTerms.PLATFORM.contains(destination)
                ? new Way(Optional.empty(), Set.of(), new Way.Next.End(PathResult.PLATFORM))
                : network.withoutSubnet();
    }

    private Way way(SubnetView view, RoutePlan plan, IpAddress destination, boolean named) {
        if (AddressTerms.PLATFORM.contains(destination)) {
            RouteVerdict route = new RouteVerdict(HopType.PLATFORM, Optional.empty(), RouteSource.PLATFORM,
                    Optional.empty(), Optional.empty(), Basis.NONE);
            return new Way(Optional.of(route), Set.of(), new Way.Next.End(PathResult.PLATFORM));
        }
        return plan.choose(destination, named)
                .map(chosen -> new Way(Optional.of(chosen.route()), chosen.assumptions(),
                        network.after(view, chosen, destination)))
                .orElse(Way.OPEN);
    }

    private PathTables.FirewallTables tables(FirewallPlan plan, int firewall) {
        LegPlan legPlan = new LegPlan(network, network.firewalls().get(firewall),
                network.firewallSubnet(network.firewalls().get(firewall)).map(routes::get), space);
        RuleTable networkRules = RuleTable.compile(plan.network(), space, space.destinations()::members,
                space.networkCounts(), false);
        RuleTable applicationRules = RuleTable.compile(plan.application(), space, space::namesOf,
                space.applicationCounts(), true);
        boolean[] open = new boolean[space.names().classCount()];
        for (FqdnPattern pattern : plan.openNames()) {
            space.names().members(pattern).forEach(name -> open[name] = true);
        }
        return new PathTables.FirewallTables(networkRules, applicationRules, open, plan.noRule(),
                numbers(destination -> number(legNumbers, legs, legPlan.packets(destination, true))),
                numbers(destination -> number(legNumbers, legs, legPlan.packets(destination, false))),
                numbers(destination -> number(legNumbers, legs, legPlan.connection(destination))));
    }
}
