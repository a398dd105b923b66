package dev.sekisho.generator.format.terraform;

import dev.sekisho.generator.format.environment.EntryCheck;
import dev.sekisho.generator.format.environment.Kind;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.ApplicationSecurityGroup;
import dev.sekisho.model.network.NatGateway;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.PrivateEndpointNetworkPolicies;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.network.ServiceEndpoint;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;

/// Security groups, route tables, networks with their subnets and associations, peerings, private endpoints.
final class NetworkModule {
    private final Module module;
    private final Hcl hcl;

    NetworkModule(Module module) {
        this.module = module;
        this.hcl = module.hcl();
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
        module.open(Kind.APPLICATION_SECURITY_GROUP, "azurerm_application_security_group", group.name());
        module.placed(group.name()).close().blank();
    }

    private void securityGroup(NetworkSecurityGroup group) {
        if (module.refuse(EntryCheck.of(group))) {
            return;
        }
        module.open(Kind.NETWORK_SECURITY_GROUP, "azurerm_network_security_group", group.name());
        module.placed(group.name()).blank();
        SecurityRuleBlock block = new SecurityRuleBlock(hcl, module::expressions,
                asg -> module.id(Kind.APPLICATION_SECURITY_GROUP, asg));
        for (SecurityRule rule : group.securityRules()) {
            hcl.open("security_rule");
            block.attributes(rule);
            hcl.close().blank();
        }
        hcl.close().blank();
    }

    private void routeTable(RouteTable table) {
        if (module.refuse(EntryCheck.of(table))) {
            return;
        }
        module.open(Kind.ROUTE_TABLE, "azurerm_route_table", table.name());
        module.placed(table.name()).attribute("bgp_route_propagation_enabled",
                Boolean.toString(!table.disableBgpRoutePropagation())).blank();
        for (Route route : table.routes()) {
            hcl.open("route").text("name", route.name())
                    .attribute("address_prefix", module.expression(route.destination()))
                    .text("next_hop_type", route.nextHop().azureName());
            if (route.nextHop() instanceof NextHop.VirtualAppliance(var address)) {
                hcl.attribute("next_hop_in_ip_address", module.expression(address));
            }
            hcl.close().blank();
        }
        hcl.close().blank();
    }

    private void network(VirtualNetwork network) {
        String address = module.open(Kind.VIRTUAL_NETWORK, "azurerm_virtual_network", network.name());
        hcl.text("name", network.name())
                .attribute("location", network.location().map(Hcl::quote)
                        .orElseGet(() -> module.variables().location()))
                .attribute("resource_group_name", module.variables().resourceGroup())
                .anyTexts("address_space", network.addressSpace()).anyTexts("dns_servers", network.dnsServers())
                .close().blank();
        network.subnets().forEach(subnet -> subnet(network, address, subnet));
    }

    private void subnet(VirtualNetwork network, String networkAddress, Subnet subnet) {
        String fullName = network.name() + "/" + subnet.name();
        String address = module.open(Kind.SUBNET, "azurerm_subnet", fullName);
        hcl.text("name", subnet.name()).attribute("resource_group_name", module.variables().resourceGroup())
                .attribute("virtual_network_name", networkAddress + ".name")
                .anyTexts("address_prefixes", subnet.prefixes())
                .anyTexts("service_endpoints",
                        subnet.serviceEndpoints().stream().map(ServiceEndpoint::service).toList());
        if (subnet.privateEndpointNetworkPolicies() != PrivateEndpointNetworkPolicies.DISABLED) {
            hcl.text("private_endpoint_network_policies", subnet.privateEndpointNetworkPolicies().azureName());
        }
        for (String service : subnet.delegations()) {
            hcl.blank().open("delegation").text("name", service.replace('/', '.')).blank().open("service_delegation")
                    .text("name", service).close().close();
        }
        hcl.close().blank();
        subnet.routeTable().ifPresent(table -> attach("azurerm_subnet_route_table_association", fullName, address,
                "route_table_id", module.id(Kind.ROUTE_TABLE, table)));
        subnet.networkSecurityGroup().ifPresent(group -> attach("azurerm_subnet_network_security_group_association",
                fullName, address, "network_security_group_id", module.id(Kind.NETWORK_SECURITY_GROUP, group)));
        subnet.natGateway().ifPresent(gateway -> natGateway(network, subnet, address, gateway));
    }

    private void attach(String type, String name, String subnet, String argument, String id) {
        module.open(type, name);
        hcl.attribute("subnet_id", subnet + ".id").attribute(argument, id).close().blank();
    }

    private void natGateway(VirtualNetwork network, Subnet subnet, String address, NatGateway gateway) {
        String name = "nat-" + network.name() + "-" + subnet.name();
        List<String> addresses = module.publicIps(Kind.NAT_GATEWAY + " of the subnet " + network.name() + "/"
                + subnet.name(), name, gateway.publicIps());
        String gatewayAddress = module.open(Kind.NAT_GATEWAY, "azurerm_nat_gateway", name);
        module.placed(name).text("sku_name", "Standard").close().blank();
        for (String id : addresses) {
            module.open("azurerm_nat_gateway_public_ip_association", id.split("\\.")[1]);
            hcl.attribute("nat_gateway_id", gatewayAddress + ".id").attribute("public_ip_address_id", id).close()
                    .blank();
        }
        attach("azurerm_subnet_nat_gateway_association", network.name() + "/" + subnet.name(), address,
                "nat_gateway_id", gatewayAddress + ".id");
    }

    private void peering(VirtualNetwork network, Peering peering) {
        if (peering.remote().isEmpty()) {
            return;
        }
        if (!peering.remoteAddressSpace().isEmpty()) {
            module.refuse(Kind.VIRTUAL_NETWORK + " " + network.name() + ", addressSpace of peering " + peering.name(),
                    "Azure takes it from the other network");
        }
        module.open("azurerm_virtual_network_peering", network.name() + "/" + peering.name());
        hcl.text("name", peering.name()).attribute("resource_group_name", module.variables().resourceGroup())
                .attribute("virtual_network_name",
                        module.address(Kind.VIRTUAL_NETWORK, network.name()).orElseThrow() + ".name")
                .attribute("remote_virtual_network_id", module.id(Kind.VIRTUAL_NETWORK, peering.remote().get()))
                .attribute("allow_virtual_network_access", Boolean.toString(peering.allowVirtualNetworkAccess()))
                .attribute("allow_forwarded_traffic", Boolean.toString(peering.allowForwardedTraffic()))
                .attribute("allow_gateway_transit", Boolean.toString(peering.allowGatewayTransit()))
                .attribute("use_remote_gateways", Boolean.toString(peering.useRemoteGateways())).close().blank();
    }

    /// Writes the private endpoints whose network is described; Azure assigns their addresses and names.
    void endpoints(Environment environment) {
        for (PrivateEndpoint endpoint : environment.privateEndpoints()) {
            if (endpoint.placement() instanceof PrivateEndpoint.Placement.InSubnet(ResourceRef network, var subnet)) {
                module.refuse(Kind.PRIVATE_ENDPOINT + " " + endpoint.name() + ", addresses and names",
                        "Azure assigns them");
                module.open("azurerm_private_endpoint", endpoint.name());
                module.placed(endpoint.name()).attribute("subnet_id", module.subnetId(network, subnet)).blank()
                        .open("private_service_connection").text("name", endpoint.name())
                        .attribute("private_connection_resource_id", module.other("target " + endpoint.name() + " Id",
                                "Resource id of what the private endpoint " + endpoint.name() + " leads to"))
                        .list("subresource_names",
                                List.of(module.other("group " + endpoint.name() + " Id",
                                        "Sub-resource that the private endpoint " + endpoint.name()
                                                + " leads to, such as sqlServer")))
                        .attribute("is_manual_connection", "false").close().close().blank();
            }
        }
    }
}
