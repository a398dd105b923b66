package dev.sekisho.generator.format.environment;

import dev.sekisho.generator.format.resource.SecurityRuleValues;
import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.ApplicationSecurityGroup;
import dev.sekisho.model.network.NatGateway;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.PrivateEndpointNetworkPolicies;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.network.ServiceEndpoint;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Networks and what their subnets have attached. The subnets stand inside their network, because a template that states
/// a network without them would delete them.
final class NetworkDraft {
    private final Draft draft;

    NetworkDraft(Draft draft) {
        this.draft = draft;
    }

    void write(Environment environment) {
        environment.applicationSecurityGroups().forEach(this::applicationSecurityGroup);
        environment.networkSecurityGroups().forEach(this::securityGroup);
        environment.routeTables().forEach(this::routeTable);
        environment.virtualNetworks().forEach(this::network);
        environment.virtualNetworks().forEach(
                network -> network.peerings().forEach(peering -> peering(network, peering)));
    }

    private void applicationSecurityGroup(ApplicationSecurityGroup group) {
        draft.add(Kind.APPLICATION_SECURITY_GROUP, group.name(), List.of(), Value.Fields.NONE);
    }

    private void securityGroup(NetworkSecurityGroup group) {
        if (!draft.refuse(EntryCheck.of(group))) {
            draft.add(Kind.NETWORK_SECURITY_GROUP, group.name(), List.of(), Value.Fields.NONE.with("securityRules",
                    new Value.Items(group.securityRules().stream().map(this::securityRule).toList())));
        }
    }

    private Value securityRule(SecurityRule rule) {
        return named(rule.name(), new SecurityRuleValues(draft::entry,
                group -> draft.id(Kind.APPLICATION_SECURITY_GROUP, group)).rule(rule));
    }

    private void routeTable(RouteTable table) {
        if (!draft.refuse(EntryCheck.of(table))) {
            draft.add(Kind.ROUTE_TABLE, table.name(), List.of(), Value.Fields.NONE
                    .with("disableBgpRoutePropagation", new Value.Flag(table.disableBgpRoutePropagation()))
                    .with("routes", new Value.Items(table.routes().stream().map(this::route).toList())));
        }
    }

    private Value route(Route route) {
        Value.Fields fields = Value.Fields.NONE.with("addressPrefix", draft.entry(route.destination()))
                .with("nextHopType", route.nextHop().azureName());
        return named(route.name(), switch (route.nextHop()) {
            case NextHop.VirtualAppliance(Entry<IpAddress> address) ->
                fields.with("nextHopIpAddress", draft.entry(address));
            case NextHop.Platform _ -> fields;
        });
    }

    private void network(VirtualNetwork network) {
        List<Value> subnets = new ArrayList<>();
        network.subnets().forEach(subnet -> subnets.add(subnet(network, subnet)));
        Value.Fields properties = Value.Fields.NONE.with("addressSpace",
                Value.Fields.NONE.with("addressPrefixes", new Value.Items(Value.texts(network.addressSpace()))));
        properties = network.dnsServers().isEmpty() ? properties
                : properties.with("dhcpOptions", Value.Fields.NONE.withTexts("dnsServers", network.dnsServers()));
        String symbol = draft.add(Kind.VIRTUAL_NETWORK, Optional.empty(), network.name(), network.name(),
                Optional.of(network.location().<Value>map(Value.Text::new).orElseGet(draft::location)),
                Value.Fields.NONE, List.of(), properties.with("subnets", new Value.Items(subnets)));
        network.subnets().forEach(subnet -> draft.inside(Kind.SUBNET, symbol, subnet.name(),
                network.name() + "/" + subnet.name()));
    }

    private Value subnet(VirtualNetwork network, Subnet subnet) {
        Value.Fields fields = SecurityRuleValues.oneOrMore("addressPrefix", "addressPrefixes",
                Value.texts(subnet.prefixes()));
        fields = subnet.routeTable().map(table -> draft.id(Kind.ROUTE_TABLE, table)).map(with(fields, "routeTable"))
                .orElse(fields);
        fields = subnet.networkSecurityGroup().map(group -> draft.id(Kind.NETWORK_SECURITY_GROUP, group))
                .map(with(fields, "networkSecurityGroup")).orElse(fields);
        fields = subnet.natGateway().map(gateway -> natGateway(network, subnet, gateway))
                .map(symbol -> Value.Fields.NONE.with("id", new Value.IdOf(symbol))).map(with(fields, "natGateway"))
                .orElse(fields);
        fields = fields.withAny("serviceEndpoints", subnet.serviceEndpoints().stream().map(ServiceEndpoint::service)
                .map(service -> Value.Fields.NONE.with("service", service)).toList())
                .withAny("delegations", subnet.delegations().stream()
                        .map(service -> named(service.replace('/', '.'),
                                Value.Fields.NONE.with("serviceName", service)))
                        .toList());
        return named(subnet.name(), subnet.privateEndpointNetworkPolicies() == PrivateEndpointNetworkPolicies.DISABLED
                ? fields
                : fields.with("privateEndpointNetworkPolicies",
                        subnet.privateEndpointNetworkPolicies().azureName()));
    }

    private static Function<Value.Fields, Value.Fields> with(Value.Fields fields, String name) {
        return value -> fields.with(name, value);
    }

    private String natGateway(VirtualNetwork network, Subnet subnet, NatGateway gateway) {
        String name = "nat-" + network.name() + "-" + subnet.name();
        List<Value> addresses = new PublicIps(draft).of(name, gateway.publicIps());
        return draft.add(Kind.NAT_GATEWAY, Optional.empty(), name, name, Optional.of(draft.location()),
                PublicIps.STANDARD, List.of(), Value.Fields.NONE.withAny("publicIpAddresses",
                        addresses.stream().map(id -> Value.Fields.NONE.with("id", id)).toList()));
    }

    private void peering(VirtualNetwork network, Peering peering) {
        if (peering.remote().isEmpty()) {
            return;
        }
        String parent = draft.symbol(Kind.VIRTUAL_NETWORK, network.name()).orElseThrow();
        Value.Fields fields = Value.Fields.NONE.with("remoteVirtualNetwork",
                draft.id(Kind.VIRTUAL_NETWORK, peering.remote().get()));
        fields = peering.remoteAddressSpace().isEmpty() ? fields
                : fields.with("remoteAddressSpace",
                        Value.Fields.NONE.withTexts("addressPrefixes", peering.remoteAddressSpace()));
        draft.add(Kind.PEERING, Optional.of(parent), peering.name(), network.name() + "/" + peering.name(),
                Optional.empty(), Value.Fields.NONE, List.of(),
                fields.with("allowVirtualNetworkAccess", new Value.Flag(peering.allowVirtualNetworkAccess()))
                        .with("allowForwardedTraffic", new Value.Flag(peering.allowForwardedTraffic()))
                        .with("allowGatewayTransit", new Value.Flag(peering.allowGatewayTransit()))
                        .with("useRemoteGateways", new Value.Flag(peering.useRemoteGateways())));
    }

    static Value.Fields named(String name, Value.Fields properties) {
        return Value.Fields.NONE.with("name", name).with("properties", properties);
    }
}
