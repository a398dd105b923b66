package dev.sekisho.generator.format.resource;

import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.DeploymentPlan.FirewallPlan;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateDnsZonePlan;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateEndpointPlan;
import dev.sekisho.generator.plan.DeploymentPlan.SettingValue;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All resources of a plan, with the existing ones that they hang on, in an order in which each follows what it needs.
///
/// Groups of one policy depend on each other in a chain, because Azure updates one group of a policy at a time; so do
/// the routes of a table. The route table itself has no `routes`: they are children, beside which the cloud provider
/// may keep its own (`R-22`).
public final class AzureResources {
    /// Version of the network resources' API.
    public static final String NETWORK_API = "2023-11-01";
    private static final String DNS_API = "2020-06-01";

    private final DeploymentPlan plan;
    private final Parameters parameters;
    private final Parameter createRouteTable;
    private final Parameter createGatewayRouteTable;
    private final Parameter createSecurityGroup;
    private final Symbols symbols = new Symbols();
    private final List<AzureResource> resources = new ArrayList<>();
    private final Map<String, String> ipGroups = new HashMap<>();
    private final Map<String, String> subnets = new HashMap<>();
    private final Map<String, String> zones = new HashMap<>();

    private AzureResources(DeploymentPlan plan, Parameters parameters) {
        this.plan = plan;
        this.parameters = parameters;
        createRouteTable = new Parameter("createRouteTable",
                "Off where the route table exists already: a template that states a table drops the routes that the"
                        + " cloud provider keeps in it",
                Parameter.Preset.Switch.ON);
        createGatewayRouteTable = new Parameter("createGatewayRouteTable",
                "Off where GatewaySubnet has a route table already: name it, and the routes join it",
                Parameter.Preset.Switch.ON);
        createSecurityGroup = new Parameter("createNetworkSecurityGroup",
                "Off where the node subnet has a security group already: name it, and the rules join it",
                Parameter.Preset.Switch.ON);
        plan.firewall().ifPresent(this::firewall);
        plan.routing().ifPresent(routing -> routeTable(routing.table(), "routeTable",
                parameters.routeTableName().orElseThrow(), createRouteTable));
        plan.inbound().ifPresent(this::inbound);
        if (!subnetsInUse().isEmpty() || !plan.privateDnsZones().isEmpty()) {
            network();
        }
        plan.privateDnsZones().forEach(this::zone);
        plan.privateEndpoints().forEach(this::endpoint);
    }

    /// Returns the resources of a plan in which [Expressible] finds nothing to refuse.
    public static AzureResources of(DeploymentPlan plan) {
        return new AzureResources(plan, Parameters.of(plan));
    }

    /// Returns all resources, existing ones included.
    public List<AzureResource> all() {
        return List.copyOf(resources);
    }

    /// Returns the parameters that the resources or the cluster's settings use.
    public List<Parameter> parameters() {
        List<Parameter> used = new ArrayList<>();
        if (resources.stream().anyMatch(resource -> resource.location().filter(Value.ParameterValue.class::isInstance)
                .isPresent())) {
            used.add(parameters.location());
        }
        parameters.firewallPolicyName().ifPresent(used::add);
        parameters.routeTableName().ifPresent(used::add);
        plan.routing().ifPresent(_ -> used.add(createRouteTable));
        parameters.securityGroupName().ifPresent(name -> used.addAll(List.of(name, createSecurityGroup)));
        parameters.gatewayRouteTableName().ifPresent(name -> used.addAll(List.of(name, createGatewayRouteTable)));
        parameters.firewallPrivateIp().ifPresent(used::add);
        if (resources.stream().anyMatch(resource -> resource.symbol().equals("virtualNetwork"))) {
            used.add(parameters.virtualNetworkName());
            used.add(parameters.virtualNetworkResourceGroup());
        }
        subnetsInUse().forEach(subnet -> used.add(parameters.subnet(subnet)));
        parameters.firewallVirtualNetworkId().ifPresent(used::add);
        plan.privateEndpoints().forEach(endpoint -> used.add(parameters.target(endpoint)));
        return List.copyOf(used);
    }

    /// Returns the options of `az aks create` that fit the plan, word by word.
    public List<Value> clusterOptions() {
        List<Value> words = new ArrayList<>();
        plan.clusterSettings().forEach(setting -> {
            words.add(new Value.Text(setting.option()));
            setting.values().forEach(value -> words.add(switch (value) {
                case SettingValue.Literal(String text) -> new Value.Text(text);
                case SettingValue.SubnetId(String subnet) -> subnetId(subnet);
                case SettingValue.Supplied(String name, String _) -> new Value.Text("<" + name + ">");
            }));
        });
        return List.copyOf(words);
    }

    private List<String> subnetsInUse() {
        return parameters.subnetsInUse().stream()
                .filter(subnet -> plan.privateEndpoints().stream().anyMatch(e -> e.subnet().equals(subnet))
                        || plan.clusterSettings().stream().flatMap(setting -> setting.values().stream())
                                .anyMatch(new SettingValue.SubnetId(subnet)::equals))
                .toList();
    }

    private void firewall(FirewallPlan firewall) {
        existing("firewallPolicy", "Microsoft.Network/firewallPolicies", Optional.empty(),
                parameters.firewallPolicyName().orElseThrow(), Optional.empty());
        for (IpGroup group : firewall.ipGroups()) {
            String symbol = symbols.camel("ipGroup", group.name());
            ipGroups.put(group.name(), symbol);
            add(symbol, "Microsoft.Network/ipGroups", NETWORK_API, Optional.empty(), group.name(), "", here(),
                    List.of(), Value.Fields.NONE.with("ipAddresses", new Value.Items(Value.texts(group.members()))));
        }
        FirewallValues values = new FirewallValues(this::ipGroup);
        List<String> before = List.of();
        for (RuleCollectionGroup group : firewall.policy().ruleCollectionGroups()) {
            String symbol = symbols.camel("ruleCollectionGroup", group.name());
            add(symbol, "Microsoft.Network/firewallPolicies/ruleCollectionGroups", NETWORK_API,
                    Optional.of("firewallPolicy"), group.name(),
                    before.isEmpty() ? "" : "After the group before it: Azure updates one group of a policy at a time.",
                    Optional.empty(), before, values.group(group));
            before = List.of(symbol);
        }
    }

    private Value ipGroup(ResourceRef reference) {
        String symbol = ipGroups.get(reference.id());
        return symbol == null ? new Value.Text(reference.id()) : new Value.IdOf(symbol);
    }

    private void routeTable(RouteTable planned, String word, Parameter name, Parameter create) {
        String table = symbols.camel("", word);
        resources.add(new AzureResource(table, "Microsoft.Network/routeTables", NETWORK_API, Optional.empty(),
                new Value.ParameterValue(name),
                "The routes are resources of their own, so that the table may hold routes of others too (R-22).",
                here(), new AzureResource.Role.MadeIf(create), List.of(),
                Value.Fields.NONE.with("disableBgpRoutePropagation",
                        new Value.Flag(planned.disableBgpRoutePropagation()))));
        List<String> before = List.of();
        for (Route route : planned.routes()) {
            String symbol = symbols.camel("route", route.name());
            add(symbol, "Microsoft.Network/routeTables/routes", NETWORK_API, Optional.of(table), route.name(),
                    RouteComment.of(route, plan), Optional.empty(), before, route(route));
            before = List.of(symbol);
        }
    }

    /// Like routes, rules are resources of their own, in a chain.
    private void inbound(InboundPlan inbound) {
        String group = symbols.camel("", "networkSecurityGroup");
        resources.add(new AzureResource(group, "Microsoft.Network/networkSecurityGroups", NETWORK_API,
                Optional.empty(), new Value.ParameterValue(parameters.securityGroupName().orElseThrow()),
                "The rules are resources of their own, so that the group may hold rules of others too.", here(),
                new AzureResource.Role.MadeIf(createSecurityGroup), List.of(), Value.Fields.NONE));
        SecurityRuleValues values = new SecurityRuleValues(entry -> new Value.Text(entry.toString()),
                reference -> new Value.Text(reference.id()));
        List<String> before = List.of();
        for (SecurityRule rule : inbound.securityGroup().securityRules()) {
            String symbol = symbols.camel("securityRule", rule.name());
            add(symbol, "Microsoft.Network/networkSecurityGroups/securityRules", NETWORK_API, Optional.of(group),
                    rule.name(), "", Optional.empty(), before, values.rule(rule));
            before = List.of(symbol);
        }
        inbound.gatewayRoutes().ifPresent(table -> routeTable(table, "gatewayRouteTable",
                parameters.gatewayRouteTableName().orElseThrow(), createGatewayRouteTable));
    }

    private Value.Fields route(Route route) {
        Value.Fields fields = Value.Fields.NONE.with("addressPrefix", route.destination().toString())
                .with("nextHopType", route.nextHop().azureName());
        return switch (route.nextHop()) {
            case NextHop.VirtualAppliance(var address) -> fields.with("nextHopIpAddress",
                    parameters.leadsToFirewall(route.nextHop())
                            ? parameters.firewallPrivateIp().<Value>map(Value.ParameterValue::new).orElseThrow()
                            : new Value.Text(address.toString()));
            case NextHop.Platform _ -> fields;
        };
    }

    private void network() {
        existing("virtualNetwork", "Microsoft.Network/virtualNetworks", Optional.empty(),
                parameters.virtualNetworkName(), Optional.of(parameters.virtualNetworkResourceGroup()));
        for (String subnet : subnetsInUse()) {
            String symbol = symbols.camel("subnet", subnet);
            subnets.put(subnet, symbol);
            existing(symbol, "Microsoft.Network/virtualNetworks/subnets", Optional.of("virtualNetwork"),
                    parameters.subnet(subnet), Optional.of(parameters.virtualNetworkResourceGroup()));
        }
    }

    private void zone(PrivateDnsZonePlan zone) {
        String symbol = symbols.camel("zone", zone.zone());
        zones.put(zone.zone(), symbol);
        add(symbol, "Microsoft.Network/privateDnsZones", DNS_API, Optional.empty(), zone.zone(), "", global(),
                List.of(), Value.Fields.NONE);
        link(symbol, zone, "cluster", new Value.IdOf("virtualNetwork"), "");
        if (zone.linkToFirewallNetwork()) {
            link(symbol, zone, "firewall",
                    parameters.firewallVirtualNetworkId().<Value>map(Value.ParameterValue::new).orElseThrow(),
                    "The firewall resolves for the nodes, so its network must see the zone.");
        }
    }

    private void link(String zoneSymbol, PrivateDnsZonePlan zone, String network, Value id, String comment) {
        add(symbols.camel("link " + zone.zone(), network), "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
                DNS_API, Optional.of(zoneSymbol), plan.intent().name() + "-" + network, comment, global(), List.of(),
                Value.Fields.NONE.with("registrationEnabled", new Value.Flag(false)).with("virtualNetwork",
                        Value.Fields.NONE.with("id", id)));
    }

    private void endpoint(PrivateEndpointPlan endpoint) {
        String symbol = symbols.camel("endpoint", endpoint.name());
        Value.Fields connection = Value.Fields.NONE.with("name", endpoint.name()).with("properties",
                Value.Fields.NONE
                        .with("privateLinkServiceId", new Value.ParameterValue(parameters.target(endpoint)))
                        .with("groupIds", new Value.Items(Value.texts(List.of(endpoint.groupId())))));
        add(symbol, "Microsoft.Network/privateEndpoints", NETWORK_API, Optional.empty(), endpoint.name(),
                PrivateLinkMember.comment(endpoint), here(), List.of(),
                Value.Fields.NONE.with("subnet", Value.Fields.NONE.with("id", subnetId(endpoint.subnet())))
                        .with("privateLinkServiceConnections", new Value.Items(List.of(connection)))
                        .withAny("ipConfigurations", addresses(endpoint)));
        if (!endpoint.zones().isEmpty()) {
            add(symbols.camel("zoneGroup", endpoint.name()), "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
                    NETWORK_API, Optional.of(symbol), "default", "", Optional.empty(), List.of(),
                    Value.Fields.NONE.with("privateDnsZoneConfigs",
                            new Value.Items(endpoint.zones().stream().<Value>map(this::zoneConfig).toList())));
        }
    }

    private static List<Value> addresses(PrivateEndpointPlan endpoint) {
        return endpoint.address()
                .flatMap(address -> PrivateLinkMember.of(endpoint.groupId()).<Value>map(member -> Value.Fields.NONE
                        .with("name", endpoint.groupId())
                        .with("properties", Value.Fields.NONE.with("groupId", endpoint.groupId())
                                .with("memberName", member).with("privateIPAddress", address.toString()))))
                .stream().toList();
    }

    private Value zoneConfig(String zone) {
        return Value.Fields.NONE.with("name", zone.replace('.', '-')).with("properties",
                Value.Fields.NONE.with("privateDnsZoneId", new Value.IdOf(symbolOf(zones, zone))));
    }

    private Value subnetId(String subnet) {
        return new Value.IdOf(symbolOf(subnets, subnet));
    }

    private static String symbolOf(Map<String, String> symbols, String name) {
        String symbol = symbols.get(name);
        if (symbol == null) {
            throw new IllegalStateException(name + " is not declared before it is used");
        }
        return symbol;
    }

    private Optional<Value> here() {
        return Optional.of(new Value.ParameterValue(parameters.location()));
    }

    private static Optional<Value> global() {
        return Optional.of(new Value.Text("global"));
    }

    private void add(String symbol, String type, String apiVersion, Optional<String> parent, String name,
            String comment, Optional<Value> location, List<String> dependsOn, Value.Fields properties) {
        resources.add(new AzureResource(symbol, type, apiVersion, parent, new Value.Text(name), comment, location,
                AzureResource.Role.Made.MADE, dependsOn, properties));
    }

    private void existing(String symbol, String type, Optional<String> parent, Parameter name,
            Optional<Parameter> resourceGroup) {
        resources.add(new AzureResource(symbol, type, NETWORK_API, parent, new Value.ParameterValue(name), "",
                Optional.empty(), new AzureResource.Role.Existing(resourceGroup), List.of(), Value.Fields.NONE));
    }
}
