package dev.sekisho.simulator.exact.path;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.decision.Ruling;
import dev.sekisho.simulator.exact.firewall.FirewallFunction;
import dev.sekisho.simulator.exact.firewall.RuleMemory;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.path.Appliances;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.route.EffectiveRoutes;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.view.EndpointAddress;
import dev.sekisho.simulator.view.FirewallSubnet;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.PeeringView;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import dev.sekisho.simulator.world.Question;
import dev.sekisho.simulator.world.Worlds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What becomes of every flow in an environment, from wherever it starts.
///
/// Sources are the addresses that the network sees: a pod whose address is translated (`R-23`) is judged by its node's.
/// Sources outside every described subnet meet the firewall itself.
public final class PathFunction {
    private final Environment environment;
    private final RuleMemory memory;
    private final Views views;
    private final Appliances appliances;
    private final Map<String, Layer> subnets = new HashMap<>();
    private final Map<FirewallView, Map<Boolean, Layer>> firewalls = new IdentityHashMap<>();
    private final Map<String, AddressSet> held = new HashMap<>();

    private PathFunction(Environment environment, PathOptions options, RuleMemory memory) {
        this.environment = environment;
        this.memory = memory;
        this.views = new Views(environment);
        this.appliances = new Appliances(views, environment.firewalls().stream().map(views::firewall).toList(),
                options);
        hold();
    }

    /// Returns the layer that decides about every flow of an environment.
    ///
    /// @param options the firewall to ask where no route tells; whether client and firewall resolve names alike
    public static Layer of(Environment environment, PathOptions options) {
        return of(environment, options, new RuleMemory());
    }

    /// Returns the layer that decides about every flow of an environment.
    ///
    /// @param options the firewall to ask where no route tells; whether client and firewall resolve names alike
    /// @param memory what is known of rules from other versions of the environment
    public static Layer of(Environment environment, PathOptions options, RuleMemory memory) {
        return new PathFunction(environment, options, memory).everywhere(options);
    }

    /// The result that stands for every flow that reaches a firewall, in layers of [#reaching].
    public static final Set<PathResult> REACHES = Set.of(PathResult.HANDED_TO, PathResult.UNKNOWN);

    /// Returns the layer that says which flows reach a firewall by the routes of the described subnets: those with a result
    /// among [#REACHES]. Nothing where no described subnet has a route to it, so that routes say nothing about it.
    public static Optional<Layer> reaching(Environment environment, String firewall) {
        PathOptions options = PathOptions.NONE.withFirewall(firewall);
        PathFunction paths = new PathFunction(environment, options, new RuleMemory());
        Layer handed = always(Outcome.outside(PathResult.HANDED_TO, firewall));
        paths.appliances.firewalls().forEach(view -> {
            Layer stand = view.firewall().name().equals(firewall) ? handed
                    : always(Outcome.outside(PathResult.DENY, view.firewall().name()));
            paths.firewalls.put(view, new HashMap<>(Map.of(true, stand, false, stand)));
        });
        boolean routed = paths.described().stream().anyMatch(subnet -> EffectiveRoutes.of(subnet).routes().stream()
                .anyMatch(route -> route.hop() == HopType.VIRTUAL_APPLIANCE));
        return routed ? Optional.of(paths.everywhere(options)) : Optional.empty();
    }

    private Layer everywhere(PathOptions options) {
        List<Layer> layers = new ArrayList<>();
        layers.add(overlays());
        for (SubnetView view : described()) {
            AddressSet own = held.getOrDefault(view.name(), AddressSet.EMPTY);
            if (!own.isEmpty()) {
                layers.add(Layer.inside(List.of(Region.ALL.from(own)), from(view, options)));
            }
        }
        layers.add(elsewhere(options));
        return Layer.inOrder(layers);
    }

    private List<SubnetView> described() {
        List<SubnetView> described = new ArrayList<>();
        for (VirtualNetwork network : environment.virtualNetworks()) {
            for (Subnet subnet : network.subnets()) {
                views.subnet(network.name(), subnet.name()).ifPresent(described::add);
            }
        }
        return described;
    }

    /// Gives each address to the subnet with the longest prefix, the first of equals.
    private void hold() {
        record Prefixed(SubnetView view, IpPrefix prefix) {}
        List<Prefixed> all = new ArrayList<>();
        described().forEach(view -> view.subnet().prefixes().forEach(prefix -> all.add(new Prefixed(view, prefix))));
        AddressSet given = AddressSet.EMPTY;
        for (Prefixed next : all.stream()
                .sorted((one, other) -> Integer.compare(other.prefix().length(), one.prefix().length())).toList()) {
            AddressSet own = AddressSet.of(next.prefix());
            held.merge(next.view().name(), own.difference(given), AddressSet::union);
            given = given.union(own);
        }
    }

    /// Between nodes and pods of an overlay traffic stays in the cluster.
    private Layer overlays() {
        List<Ruling> rulings = environment.clusters().stream()
                .filter(cluster -> cluster.networkPlugin() == NetworkPlugin.OVERLAY)
                .map(cluster -> Ruling.of(
                        Region.ALL.from(AddressSet.ofPrefixes(cluster.nodeSubnets()))
                                .to(AddressSet.ofPrefixes(cluster.podCidrs())),
                        Outcome.outside(PathResult.BYPASSES_FIREWALL, "the overlay of " + cluster.name())))
                .toList();
        return Layer.of(rulings);
    }

    private Layer elsewhere(PathOptions options) {
        AddressSet platform = AddressSet.unionOf(RouteInterpreter.PLATFORM.stream().map(AddressSet::of).toList());
        Layer host = Layer.of(List.of(Ruling.of(Region.ALL.to(platform),
                Outcome.outside(PathResult.PLATFORM, "the host itself"))));
        return Layer.inOrder(List.of(host, switch (appliances.withoutRoute()) {
            case Appliances.Reached.Described(FirewallView one) -> firewall(one, options.sameResolver());
            case Appliances.Reached.Elsewhere _ -> always(Outcome.unknown(List.of()));
            case Appliances.Reached.Ambiguous _ -> always(Outcome.unknown(List.of()));
        }));
    }

    private static Layer always(Outcome outcome) {
        return Layer.of(List.of(Ruling.of(Region.ALL, outcome)));
    }

    private Layer from(SubnetView view, PathOptions options) {
        Layer known = subnets.get(view.name());
        if (known == null) {
            known = Layer.inOrder(List.of(SecurityGroups.of(view, SecurityRule.Direction.OUTBOUND),
                    new RouteLayers(view, (hop, nextHop, way) -> behind(view, hop, nextHop, way, options)).layer()));
            subnets.put(view.name(), known);
        }
        return known;
    }

    private Layer behind(SubnetView view, HopType hop, Optional<Entry<IpAddress>> nextHop, String way,
            PathOptions options) {
        return switch (hop) {
            case NONE -> always(Outcome.outside(PathResult.DROPPED_BY_ROUTE, way));
            case PLATFORM -> always(Outcome.outside(PathResult.PLATFORM, way));
            case UNKNOWN -> always(Outcome.unknown(List.of()));
            case INTERNET, SERVICE_ENDPOINT, VIRTUAL_NETWORK_GATEWAY ->
                always(Outcome.outside(PathResult.BYPASSES_FIREWALL, way));
            case VIRTUAL_NETWORK, VNET_LOCAL, INTERFACE_ENDPOINT -> delivered(view, way, options);
            case VNET_PEERING, VNET_GLOBAL_PEERING -> Layer.inOrder(List.of(shut(view, way),
                    delivered(view, way, options)));
            case VIRTUAL_APPLIANCE -> appliance(view, nextHop.orElseThrow(), way, options);
        };
    }

    /// Peerings that allow no traffic (`R-14`).
    private static Layer shut(SubnetView view, String way) {
        AddressSet open = AddressSet.ofPrefixes(view.network().addressSpace());
        List<AddressSet> closed = new ArrayList<>();
        for (PeeringView peering : view.peerings()) {
            AddressSet remote = AddressSet.ofPrefixes(peering.remoteAddressSpace());
            if (peering.peering().allowVirtualNetworkAccess()) {
                open = open.union(remote);
            } else {
                closed.add(remote);
            }
        }
        return Layer.of(List.of(Ruling.of(Region.ALL.to(AddressSet.unionOf(closed).difference(open)),
                Outcome.outside(PathResult.DROPPED_BY_PEERING, way))));
    }

    /// Traffic that stays in private networks: to a firewall's own address, or past the security groups where it arrives.
    private Layer delivered(SubnetView view, String way, PathOptions options) {
        List<Layer> layers = new ArrayList<>();
        for (FirewallView firewall : appliances.firewalls()) {
            firewall.firewall().privateIp().known().ifPresent(own -> layers.add(
                    Layer.inside(List.of(Region.ALL.to(AddressSet.of(own))), firewall(firewall, view, options))));
        }
        for (SubnetView there : described()) {
            AddressSet judged = held.getOrDefault(there.name(), AddressSet.EMPTY).difference(ignoringGroups(there));
            if (!judged.isEmpty() && !there.subnet().name().equalsIgnoreCase(FirewallSubnet.NAME)) {
                layers.add(Layer.inside(List.of(Region.ALL.to(judged)), inbound(there)));
            }
        }
        layers.add(always(Outcome.outside(PathResult.BYPASSES_FIREWALL, way)));
        return Layer.inOrder(layers);
    }

    private Layer inbound(SubnetView there) {
        return subnets.computeIfAbsent("into " + there.name(),
                _ -> SecurityGroups.of(there, SecurityRule.Direction.INBOUND));
    }

    /// Private endpoints ignore security groups unless their subnet says otherwise (`NSG-10`).
    private static AddressSet ignoringGroups(SubnetView subnet) {
        return AddressSet.unionOf(subnet.privateEndpoints().stream()
                .filter(endpoint -> !endpoint.policies().securityGroups()).map(EndpointAddress::address)
                .map(AddressSet::of).toList());
    }

    /// What is behind an appliance may depend on what nobody knows, such as a next hop that only deployment tells.
    private Layer appliance(SubnetView view, Entry<IpAddress> nextHop, String way, PathOptions options) {
        Worlds.Survey<Appliances.Reached> survey = Worlds.survey(world -> appliances.reach(view, nextHop, world),
                reached -> reached);
        List<Layer> layers = new ArrayList<>();
        for (Worlds.Outcome<Appliances.Reached> outcome : survey.distinct().reversed()) {
            Layer layer = reached(outcome.value(), view, way, options);
            boolean first = outcome == survey.distinct().getFirst();
            layers.add(first ? layer : Layer.inside(List.of(Region.ALL.given(new Question(outcome.because().getFirst(),
                    "not so: " + outcome.because().getFirst()))), layer));
        }
        return Layer.inOrder(layers);
    }

    private Layer reached(Appliances.Reached reached, SubnetView view, String way, PathOptions options) {
        return switch (reached) {
            case Appliances.Reached.Described(FirewallView one) -> firewall(one, view, options);
            case Appliances.Reached.Ambiguous _ -> always(Outcome.unknown(List.of()));
            case Appliances.Reached.Elsewhere.SHUT -> always(Outcome.outside(PathResult.DROPPED_BY_PEERING, way));
            case Appliances.Reached.Elsewhere.TOO_FAR -> always(Outcome.outside(PathResult.DROPPED_BY_ROUTE, way));
            case Appliances.Reached.Elsewhere.UNDESCRIBED -> always(Outcome.outside(PathResult.HANDED_TO, way));
        };
    }

    private Layer firewall(FirewallView firewall, SubnetView view, PathOptions options) {
        return firewall(firewall, options.sameResolver()
                || view.network().dnsServers().stream().anyMatch(firewall::isPrivateIp));
    }

    private Layer firewall(FirewallView firewall, boolean sameResolver) {
        return firewalls.computeIfAbsent(firewall, _ -> new HashMap<>()).computeIfAbsent(sameResolver,
                same -> FirewallFunction.of(firewall, same, memory).layer());
    }
}
