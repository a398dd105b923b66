package dev.sekisho.generator.plan;

import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.generator.inbound.InboundPlan.ServicePlan;
import dev.sekisho.generator.naming.AzureNames;
import dev.sekisho.generator.naming.StandInAddresses;
import dev.sekisho.generator.plan.DeploymentPlan.FirewallPlan;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateEndpointPlan;
import dev.sekisho.generator.plan.DeploymentPlan.RoutingPlan;
import dev.sekisho.generator.plan.DeploymentPlan.ServiceEndpointPlan;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.NetworkIntent;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.cluster.OutboundType;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.firewall.DnsSettings;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.PrivateEndpointNetworkPolicies;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.ServiceEndpoint;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The environment that a plan makes, together with what it presumes: the firewall with a policy that holds the plan's
/// groups only, the peering between its network and the cluster's, and a way from there to private destinations beyond.
///
/// Nothing is invented that could change an answer: names have no addresses, service tags none either. A private endpoint
/// whose address Azure is still to choose stands at a free address of its subnet, because every one of them is routed alike
/// (`R-19`). The FQDN tag of AKS is taken to hold the names that Microsoft says it holds (`FW-42`).
public final class PlannedEnvironment {
    private static final SourceLocation GENERATED = SourceLocation.UNKNOWN;
    private static final String FIREWALL_SUBNET = "AzureFirewallSubnet";

    private final DeploymentPlan plan;
    private final ClusterIntent intent;
    private final NetworkIntent network;
    private final Surroundings surroundings;
    private final InboundSurroundings clients;

    private PlannedEnvironment(DeploymentPlan plan) {
        this.plan = plan;
        this.intent = plan.intent();
        this.network = intent.network();
        this.surroundings = Surroundings.of(network);
        this.clients = new InboundSurroundings(network, plan.inbound());
    }

    /// Returns the environment of a plan.
    public static Environment of(DeploymentPlan plan) {
        return new PlannedEnvironment(plan).environment();
    }

    private Environment environment() {
        List<VirtualNetwork> networks = new ArrayList<>(List.of(clusterNetwork()));
        network.firewall().filter(_ -> surroundings.firewallElsewhere()).map(this::firewallNetwork)
                .ifPresent(networks::add);
        networks.addAll(clients.peers());
        List<RouteTable> tables = new ArrayList<>(plan.routing().map(RoutingPlan::table).stream().toList());
        tables.addAll(clients.routeTables());
        Environment planned = new Environment(networks, tables, securityGroups(),
                network.firewall().map(this::firewall).stream().toList(),
                network.firewall().map(this::policy).stream().toList(),
                plan.firewall().map(FirewallPlan::ipGroups).orElse(List.of()), privateEndpoints(),
                List.of(cluster()),
                ServiceTags.NONE, knowledge(), Readings.RECOMMENDED);
        return plan.inbound()
                .map(new PlannedWaysIn(new ResourceRef(network.vnet().name()), networks)::of)
                .map(planned::withWaysIn).orElse(planned);
    }

    /// With the ranges that the settings of the cluster get.
    private ClusterNetwork cluster() {
        ClusterNetwork cluster = ClusterNetwork.of(intent);
        List<IpPrefix> ranges = ClusterOptions.authorizedRanges(intent, WayOut.of(intent));
        return cluster.apiServer().map(access -> cluster.withApiServer(access.withAuthorizedIpRanges(ranges)))
                .orElse(cluster);
    }

    private VirtualNetwork clusterNetwork() {
        String name = network.vnet().name();
        List<Peering> peerings = new ArrayList<>();
        network.firewall().filter(_ -> surroundings.firewallElsewhere())
                .map(firewall -> InboundSurroundings.peering(name, firewallNetworkName(firewall),
                        clients.hasGateway(network.vnet().addressSpace()),
                        clients.hasGateway(surroundings.firewallRanges())))
                .ifPresent(peerings::add);
        peerings.addAll(clients.peerings());
        List<IpPrefix> space = network.vnet().addressSpace();
        return new VirtualNetwork(name, space, subnets(), peerings,
                joined(surroundings.firewallElsewhere() ? List.of() : networksBeyond(), clients.learned(space)),
                Resolution.servers(network), GENERATED);
    }

    private VirtualNetwork firewallNetwork(FirewallIntent firewall) {
        String name = firewallNetworkName(firewall);
        List<IpPrefix> space = surroundings.firewallRanges();
        List<Subnet> described = new ArrayList<>(List.of(firewallSubnet(firewall)));
        if (!firewall.vnetAddressSpace().isEmpty()) {
            described.addAll(clients.others(space, described));
        }
        return new VirtualNetwork(name, space, described,
                List.of(InboundSurroundings.peering(name, network.vnet().name(), clients.hasGateway(space),
                        clients.hasGateway(network.vnet().addressSpace()))),
                joined(networksBeyond(), clients.learned(space)), List.of(), GENERATED);
    }

    private static List<IpPrefix> joined(List<IpPrefix> first, List<IpPrefix> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().sorted().toList();
    }

    /// Private networks that needs lead to and that are neither the cluster's nor the firewall's: the firewall's network
    /// is taken to have a route to them through its gateway. The plan warns that it must.
    private List<IpPrefix> networksBeyond() {
        return RoutesBeyond.of(plan.needs(), surroundings).stream().sorted().toList();
    }

    private static String firewallNetworkName(FirewallIntent firewall) {
        return AzureNames.of(firewall.name(), "vnet");
    }

    private static Subnet firewallSubnet(FirewallIntent firewall) {
        return Subnet.plain(FIREWALL_SUBNET, Surroundings.firewallSubnet(firewall.privateIp()), GENERATED);
    }

    private List<Subnet> subnets() {
        Map<String, SubnetIntent> subnets = new LinkedHashMap<>();
        Stream.concat(Stream.of(Optional.of(network.nodeSubnet()), network.podSubnet(),
                network.privateEndpointSubnet(), integratedApiServer()).flatMap(Optional::stream),
                clients.ofServices().stream()).forEach(subnet -> subnets.putIfAbsent(subnet.name(), subnet));
        List<Subnet> described = new ArrayList<>(subnets.values().stream().map(this::subnet).toList());
        network.firewall().filter(_ -> !surroundings.firewallElsewhere()).map(PlannedEnvironment::firewallSubnet)
                .filter(own -> described.stream().flatMap(subnet -> subnet.prefixes().stream())
                        .noneMatch(prefix -> own.prefixes().stream().anyMatch(prefix::overlaps)))
                .ifPresent(described::add);
        described.addAll(clients.others(network.vnet().addressSpace(), described));
        return described;
    }

    private Optional<SubnetIntent> integratedApiServer() {
        ApiServer apiServer = intent.cluster().apiServer();
        return apiServer.access() == ApiServer.Access.VNET_INTEGRATION ? apiServer.subnet() : Optional.empty();
    }

    private Subnet subnet(SubnetIntent subnet) {
        Optional<ResourceRef> routeTable = plan.routing().filter(routing -> routing.subnets().contains(subnet.name()))
                .map(routing -> new ResourceRef(routing.table().name()));
        List<ServiceEndpoint> serviceEndpoints = plan.serviceEndpoints().stream()
                .filter(endpoint -> endpoint.subnet().equals(subnet.name())).map(ServiceEndpointPlan::service)
                .distinct().map(service -> new ServiceEndpoint(service, List.of())).toList();
        boolean apiServer = integratedApiServer().filter(subnet::equals).isPresent();
        Optional<ResourceRef> blocking = blocking().map(group -> new ResourceRef(group.name()));
        Optional<ResourceRef> ofNodes = plan.inbound().filter(_ -> subnet.equals(network.nodeSubnet()))
                .map(inbound -> new ResourceRef(inbound.securityGroup().name()));
        return new Subnet(subnet.name(), List.of(subnet.prefix()), routeTable, ofNodes.or(() -> blocking),
                ofNodes.flatMap(_ -> blocking), serviceEndpoints, PrivateEndpointNetworkPolicies.DISABLED,
                apiServer ? List.of("Microsoft.ContainerService/managedClusters") : List.of(), GENERATED);
    }

    private List<NetworkSecurityGroup> securityGroups() {
        return Stream.concat(plan.inbound().map(InboundPlan::securityGroup).stream(), blocking().stream()).toList();
    }

    private Optional<NetworkSecurityGroup> blocking() {
        return intent.cluster().outboundType() == OutboundType.BLOCK
                ? Optional.of(BlockedEgress.securityGroup(intent.name()))
                : Optional.empty();
    }

    private Firewall firewall(FirewallIntent firewall) {
        String home = surroundings.firewallElsewhere() ? firewallNetworkName(firewall) : network.vnet().name();
        return new Firewall(firewall.name(), firewall.tier(),
                new FirewallRules.Policy(new ResourceRef(Planner.policyName(firewall))),
                Entry.of(firewall.privateIp()), firewall.publicIps().stream().map(Entry::of).toList(),
                Optional.of(new ResourceRef(home)), false, false, List.of(), GENERATED);
    }

    private FirewallPolicy policy(FirewallIntent firewall) {
        return new FirewallPolicy(Planner.policyName(firewall), firewall.tier(), Optional.empty(),
                plan.firewall().map(planned -> planned.policy().ruleCollectionGroups()).orElse(List.of()),
                PolicySettings.NONE.withDns(new DnsSettings(List.of(), firewall.dnsProxy())), GENERATED);
    }

    private List<PrivateEndpoint> privateEndpoints() {
        StandInAddresses free = StandInAddresses.in(PrivateEndpoints.subnet(intent).prefix(),
                Stream.concat(plan.privateEndpoints().stream().flatMap(endpoint -> endpoint.address().stream()),
                        plan.inbound().stream().flatMap(inbound -> inbound.services().stream())
                                .map(ServicePlan::address))
                        .toList());
        List<PrivateEndpoint> described = new ArrayList<>();
        for (PrivateEndpointPlan endpoint : plan.privateEndpoints()) {
            IpAddress address = endpoint.address().orElseGet(free::next);
            described.add(new PrivateEndpoint(endpoint.name(), List.of(address),
                    new PrivateEndpoint.Placement.InSubnet(new ResourceRef(network.vnet().name()), endpoint.subnet()),
                    endpoint.hosts(), GENERATED));
        }
        AzureNames names = AzureNames.scope();
        plan.privateEndpoints().forEach(endpoint -> names.next(endpoint.name()));
        for (PrivateEndpoints.Endpoint endpoint : PrivateEndpoints.of(intent, plan.needs().needs()).existing()) {
            endpoint.address().ifPresent(address -> described.add(new PrivateEndpoint(
                    names.next("existing", Units.of(endpoint.first())), List.of(address),
                    new PrivateEndpoint.Placement.Stated(networkOf(address), PrivateEndpointNetworkPolicies.DISABLED),
                    endpoint.hosts(), GENERATED)));
        }
        return described;
    }

    private List<IpPrefix> networkOf(IpAddress address) {
        return surroundings.firewallRanges().stream().anyMatch(range -> range.contains(address))
                ? surroundings.firewallRanges()
                : surroundings.clusterRanges();
    }

    private Knowledge knowledge() {
        Knowledge none = Knowledge.NONE;
        return new Knowledge(PlannedNames.firewallDns(plan), none.clientDns(), PlannedNames.fqdnTags(plan),
                none.webCategories(), none.threatFeed(), none.infrastructureFqdns());
    }
}
