package dev.sekisho.generator.format.resource;

import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateDnsZonePlan;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateEndpointPlan;
import dev.sekisho.generator.plan.DeploymentPlan.RoutingPlan;
import dev.sekisho.generator.plan.DeploymentPlan.ServiceEndpointPlan;
import dev.sekisho.generator.plan.DeploymentPlan.SettingValue;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.cluster.NetworkIntent;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.term.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the operator may set when deploying a plan: names of things that exist already, the region, the firewall's
/// address. The values of the plan are the presets, so that the common case needs no parameter.
///
/// A parameter is there only if something uses it.
public final class Parameters {
    private final DeploymentPlan plan;
    private final Parameter location;
    private final Parameter clusterName;
    private final Parameter virtualNetworkName;
    private final Parameter virtualNetworkResourceGroup;
    private final Map<String, Parameter> subnets = new LinkedHashMap<>();
    private final Map<String, Parameter> targets = new LinkedHashMap<>();

    private Parameters(DeploymentPlan plan) {
        this.plan = plan;
        var intent = plan.intent();
        location = Parameter.of("location", "Region of everything that is created", intent.cluster().region());
        clusterName = Parameter.of("clusterName", "Name of the AKS cluster", intent.name());
        virtualNetworkName = Parameter.of("virtualNetworkName", "Existing virtual network of the cluster",
                intent.network().vnet().name());
        virtualNetworkResourceGroup = new Parameter("virtualNetworkResourceGroup",
                "Resource group of the virtual network",
                intent.network().vnet().resourceGroup().<Parameter.Preset>map(Parameter.Preset.Text::new)
                        .orElse(Parameter.Preset.OwnResourceGroup.OWN_RESOURCE_GROUP));
        Symbols symbols = new Symbols();
        for (String subnet : subnetNames()) {
            subnets.put(subnet,
                    Parameter.of(symbols.camel("subnet", subnet) + "Name", "Existing subnet " + subnet, subnet));
        }
        for (PrivateEndpointPlan endpoint : plan.privateEndpoints()) {
            targets.put(endpoint.name(), Parameter.required(symbols.camel("target", endpoint.name()) + "Id",
                    "Resource id of " + endpoint.hosts().stream().findFirst().map(Object::toString)
                            .orElse(endpoint.dependency()) + " ("
                            + endpoint.service() + "), which the private endpoint " + endpoint.name() + " leads to"));
        }
    }

    /// Returns the parameters of a plan.
    public static Parameters of(DeploymentPlan plan) {
        return new Parameters(plan);
    }

    /// Region of everything that is created.
    public Parameter location() {
        return location;
    }

    /// Name of the cluster.
    public Parameter clusterName() {
        return clusterName;
    }

    /// Name of the firewall policy that the groups join; absent where no rule is planned.
    public Optional<Parameter> firewallPolicyName() {
        return plan.firewall().map(firewall -> Parameter.of("firewallPolicyName",
                "Existing firewall policy that the rule collection groups join", firewall.policy().name()));
    }

    /// Resource group of the firewall policy, for formats that reach into several groups.
    public Optional<Parameter> firewallPolicyResourceGroup() {
        return plan.firewall().map(_ -> new Parameter("firewallPolicyResourceGroup",
                "Resource group of the firewall policy", Parameter.Preset.OwnResourceGroup.OWN_RESOURCE_GROUP));
    }

    /// Name of the route table; absent where no route is planned.
    public Optional<Parameter> routeTableName() {
        return plan.routing()
                .map(routing -> Parameter.of("routeTableName", "Name of the route table", routing.table().name()));
    }

    /// Name of the security group of the node subnet; absent where nobody comes in.
    public Optional<Parameter> securityGroupName() {
        return plan.inbound().map(inbound -> Parameter.of("networkSecurityGroupName",
                "Network security group of the node subnet", inbound.securityGroup().name()));
    }

    /// Name of the route table of the gateway; absent where it needs none.
    public Optional<Parameter> gatewayRouteTableName() {
        return gatewayRoutes().map(table -> Parameter.of("gatewayRouteTableName",
                "Name of the route table of GatewaySubnet", table.name()));
    }

    /// Name of the network that holds the gateway; absent where nothing is attached there.
    public Optional<Parameter> gatewayVirtualNetworkName() {
        return gatewayRoutes().map(_ -> gatewayNetwork()
                .map(name -> Parameter.of("gatewayVirtualNetworkName", "Virtual network that holds GatewaySubnet",
                        name))
                .orElseGet(() -> Parameter.required("gatewayVirtualNetworkName",
                        "Virtual network that holds GatewaySubnet, which is the firewall's")));
    }

    /// Resource group of that network.
    public Optional<Parameter> gatewayVirtualNetworkResourceGroup() {
        return gatewayRoutes().map(_ -> new Parameter("gatewayVirtualNetworkResourceGroup",
                "Resource group of the virtual network that holds GatewaySubnet",
                Parameter.Preset.OwnResourceGroup.OWN_RESOURCE_GROUP));
    }

    private Optional<RouteTable> gatewayRoutes() {
        return plan.inbound().flatMap(InboundPlan::gatewayRoutes);
    }

    /// The network with the gateway, unless it is the firewall's, whose name the cluster file does not give.
    private Optional<String> gatewayNetwork() {
        var network = plan.intent().network();
        return network.onPremises().flatMap(site -> Stream
                .concat(Stream.of(new NetworkIntent.PeerIntent(network.vnet().name(), network.vnet().addressSpace())),
                        network.peeredNetworks().stream())
                .filter(one -> one.addressSpace().stream().anyMatch(range -> range.contains(site.gatewaySubnet())))
                .map(NetworkIntent.PeerIntent::name).findFirst());
    }

    /// Private address of the firewall; absent where no route leads there.
    public Optional<Parameter> firewallPrivateIp() {
        return firewall().filter(_ -> plan.routing().stream().flatMap(routing -> routing.table().routes().stream())
                .anyMatch(route -> leadsToFirewall(route.nextHop())))
                .map(firewall -> Parameter.of("firewallPrivateIp",
                        "Private address of the firewall, the next hop of the default route",
                        firewall.privateIp().toString()));
    }

    /// Tells whether a next hop is the address that [#firewallPrivateIp] stands for.
    public boolean leadsToFirewall(NextHop hop) {
        return hop instanceof NextHop.VirtualAppliance(Entry<IpAddress> address)
                && address.known().equals(firewall().map(FirewallIntent::privateIp));
    }

    /// Name of the cluster's virtual network.
    public Parameter virtualNetworkName() {
        return virtualNetworkName;
    }

    /// Resource group of the cluster's virtual network.
    public Parameter virtualNetworkResourceGroup() {
        return virtualNetworkResourceGroup;
    }

    /// Name of a subnet that the plan uses.
    public Parameter subnet(String name) {
        return known(subnets, name);
    }

    /// Names of all subnets that the plan uses, in order of use.
    public List<String> subnetsInUse() {
        return List.copyOf(subnets.keySet());
    }

    /// Id of the resource that a private endpoint leads to.
    public Parameter target(PrivateEndpointPlan endpoint) {
        return known(targets, endpoint.name());
    }

    /// Values of the cluster's settings that only the operator knows, in the order of the settings.
    public List<Parameter> supplied() {
        List<Parameter> supplied = new ArrayList<>();
        plan.clusterSettings().stream().flatMap(setting -> setting.values().stream()).forEach(value -> {
            if (value instanceof SettingValue.Supplied known) {
                supplied.add(supplied(known));
            }
        });
        return supplied.stream().distinct().toList();
    }

    /// Returns the parameter for a value that only the operator knows.
    public Parameter supplied(SettingValue.Supplied value) {
        return Parameter.required(value.name(), value.description());
    }

    /// Id of the firewall's virtual network; absent where no zone is linked to it.
    public Optional<Parameter> firewallVirtualNetworkId() {
        return plan.privateDnsZones().stream().anyMatch(PrivateDnsZonePlan::linkToFirewallNetwork)
                ? Optional.of(Parameter.required("firewallVirtualNetworkId",
                        "Resource id of the firewall's virtual network, whose DNS proxy resolves for the nodes"))
                : Optional.empty();
    }

    private Optional<FirewallIntent> firewall() {
        return plan.intent().network().firewall();
    }

    private List<String> subnetNames() {
        List<String> names = new ArrayList<>();
        plan.routing().map(RoutingPlan::subnets).ifPresent(names::addAll);
        plan.inbound().ifPresent(_ -> names.add(plan.intent().network().nodeSubnet().name()));
        plan.serviceEndpoints().stream().map(ServiceEndpointPlan::subnet).forEach(names::add);
        plan.privateEndpoints().stream().map(PrivateEndpointPlan::subnet).forEach(names::add);
        plan.clusterSettings().stream().flatMap(setting -> setting.values().stream()).forEach(value -> {
            if (value instanceof SettingValue.SubnetId(String subnet)) {
                names.add(subnet);
            }
        });
        return names.stream().distinct().toList();
    }

    private static Parameter known(Map<String, Parameter> parameters, String name) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("the plan does not use " + name);
        }
        return parameter;
    }
}
