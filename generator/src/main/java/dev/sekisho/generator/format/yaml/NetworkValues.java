package dev.sekisho.generator.format.yaml;

import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.GatewayType;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.PrivateEndpointNetworkPolicies;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import java.util.List;
import java.util.Optional;

/// The sections of an environment about networks: what is in them, their routes, security groups, endpoints, clusters.
final class NetworkValues {
    private NetworkValues() {}

    static Value.Fields of(Environment environment) {
        return Value.Fields.NONE
                .withAny("virtualNetworks", environment.virtualNetworks().stream().map(NetworkValues::network).toList())
                .withAny("routeTables", environment.routeTables().stream().map(NetworkValues::routeTable).toList())
                .withAny("networkSecurityGroups",
                        environment.networkSecurityGroups().stream().map(NetworkValues::securityGroup).toList())
                .withAny("privateEndpoints",
                        environment.privateEndpoints().stream().map(NetworkValues::privateEndpoint).toList())
                .and(WaysInValues.of(environment.waysIn()))
                .withAny("clusters", environment.clusters().stream().map(NetworkValues::cluster).toList());
    }

    private static Value.Fields network(VirtualNetwork network) {
        return reference(Value.Fields.NONE.with("name", network.name()), "location", network.location())
                .with("addressSpace", new Value.Items(Value.texts(network.addressSpace())))
                .withTexts("dnsServers", network.dnsServers()).withTexts("bgpRoutes", network.gatewayRoutes())
                .withTexts("gateways", network.gateways().stream().map(GatewayType::azureName).toList())
                .withAny("subnets", network.subnets().stream().map(NetworkValues::subnet).toList())
                .withAny("peerings", network.peerings().stream().map(NetworkValues::peering).toList());
    }

    private static Value.Fields subnet(Subnet subnet) {
        Value.Fields fields = oneOrMore(Value.Fields.NONE.with("name", subnet.name()), "prefix", "prefixes",
                subnet.prefixes());
        fields = reference(fields, "routeTable", subnet.routeTable());
        fields = reference(fields, "networkSecurityGroup", subnet.networkSecurityGroup());
        fields = reference(fields, "networkInterfaceSecurityGroup", subnet.networkInterfaceSecurityGroup());
        Value.Fields gateway = subnet.natGateway()
                .map(nat -> Value.Fields.NONE.with("natGateway",
                        Value.Fields.NONE.withTexts("publicIps", nat.publicIps())))
                .orElse(Value.Fields.NONE);
        return policies(fields.and(gateway).withAny("serviceEndpoints", subnet.serviceEndpoints().stream()
                .map(endpoint -> Value.Fields.NONE.with("service", endpoint.service()).withTexts("prefixes",
                        endpoint.prefixes()))
                .toList()), subnet.privateEndpointNetworkPolicies()).withTexts("delegations", subnet.delegations());
    }

    static Value.Fields peering(Peering peering) {
        Value.Fields fields = reference(Value.Fields.NONE.with("name", peering.name()), "remote", peering.remote());
        fields = peering.remote().isEmpty() || !peering.remoteAddressSpace().isEmpty()
                ? fields.with("addressSpace", new Value.Items(Value.texts(peering.remoteAddressSpace())))
                : fields;
        fields = fields.with("allowVirtualNetworkAccess", new Value.Flag(peering.allowVirtualNetworkAccess()))
                .with("allowForwardedTraffic", new Value.Flag(peering.allowForwardedTraffic()));
        fields = flag(fields, "allowGatewayTransit", peering.allowGatewayTransit());
        fields = flag(fields, "useRemoteGateways", peering.useRemoteGateways());
        return flag(fields, "global", peering.global());
    }

    private static Value.Fields routeTable(RouteTable table) {
        return Value.Fields.NONE.with("name", table.name())
                .with("disableBgpRoutePropagation", new Value.Flag(table.disableBgpRoutePropagation()))
                .withAny("routes", table.routes().stream().map(NetworkValues::route).toList());
    }

    private static Value.Fields route(Route route) {
        Value.Fields fields = Value.Fields.NONE.with("name", route.name())
                .with("addressPrefix", route.destination().toString()).with("nextHopType", route.nextHop().azureName());
        fields = route.nextHop() instanceof NextHop.VirtualAppliance(var address)
                ? fields.withAny("nextHopIpAddress", address.toString())
                : fields;
        return flag(fields, "hasBgpOverride", route.hasBgpOverride());
    }

    private static Value.Fields securityGroup(NetworkSecurityGroup group) {
        return Value.Fields.NONE.with("name", group.name()).withAny("securityRules",
                group.securityRules().stream().map(NetworkValues::securityRule).toList());
    }

    private static Value.Fields securityRule(SecurityRule rule) {
        return Value.Fields.NONE.with("name", rule.name()).withAny("description", rule.description())
                .with("priority", new Value.Number(rule.priority().value()))
                .with("direction", rule.direction().azureName()).with("access", rule.access().azureName())
                .with("protocol", rule.protocol().azureName()).and(side("source", rule.source()))
                .and(side("destination", rule.destination()));
    }

    private static Value.Fields side(String side, SecurityRule.Side values) {
        Value.Fields fields = values.addresses().isEmpty()
                ? Value.Fields.NONE
                : oneOrMore(Value.Fields.NONE, side + "AddressPrefix", side + "AddressPrefixes", values.addresses());
        fields = fields.withTexts(side + "ApplicationSecurityGroups", values.applicationSecurityGroups());
        return oneOrMore(fields, side + "PortRange", side + "PortRanges", values.ports());
    }

    private static Value.Fields privateEndpoint(PrivateEndpoint endpoint) {
        Value.Fields fields = oneOrMore(Value.Fields.NONE.with("name", endpoint.name()), "ip", "ips",
                endpoint.addresses());
        fields = switch (endpoint.placement()) {
            case PrivateEndpoint.Placement.InSubnet(var network, String subnet) ->
                fields.with("subnet", network + "/" + subnet);
            case PrivateEndpoint.Placement.Stated(var addressSpace, var policies) -> policies(
                    fields.with("vnetAddressSpace", new Value.Items(Value.texts(addressSpace))), policies);
        };
        fields = fields.withTexts("fqdns", endpoint.fqdns());
        return endpoint.connection().map(WaysInValues::connection).map(fields::and).orElse(fields);
    }

    private static Value.Fields cluster(ClusterNetwork cluster) {
        Value.Fields fields = Value.Fields.NONE.with("name", cluster.name()).with("networkPlugin",
                cluster.networkPlugin().text());
        fields = reference(fields, "nodeIp", cluster.nodeIp());
        fields = cluster.podCidrs().isEmpty() ? fields : oneOrMore(fields, "podCidr", "podCidrs", cluster.podCidrs());
        fields = fields.withTexts("nodeSubnets", cluster.nodeSubnets());
        return cluster.apiServer().isEmpty() ? fields
                : fields.with("apiServer", WaysInValues.apiServer(cluster.apiServer().get()));
    }

    private static Value.Fields policies(Value.Fields fields, PrivateEndpointNetworkPolicies policies) {
        return policies == PrivateEndpointNetworkPolicies.DISABLED
                ? fields
                : fields.with("privateEndpointNetworkPolicies", policies.azureName());
    }

    static Value.Fields flag(Value.Fields fields, String name, boolean on) {
        return on ? fields.with(name, new Value.Flag(true)) : fields;
    }

    static Value.Fields reference(Value.Fields fields, String name, Optional<?> reference) {
        return reference.map(text -> fields.with(name, text.toString())).orElse(fields);
    }

    private static Value.Fields oneOrMore(Value.Fields fields, String one, String more, List<?> items) {
        return items.size() == 1
                ? fields.with(one, items.getFirst().toString())
                : fields.with(more, new Value.Items(Value.texts(items)));
    }
}
