package dev.sekisho.generator.format.terraform;

import dev.sekisho.generator.format.resource.Parameters;
import dev.sekisho.generator.format.resource.PrivateLinkMember;
import dev.sekisho.generator.format.resource.RouteComment;
import dev.sekisho.generator.format.resource.Symbols;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateDnsZonePlan;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateEndpointPlan;
import dev.sekisho.generator.plan.DeploymentPlan.RoutingPlan;
import dev.sekisho.generator.plan.DeploymentPlan.SettingValue;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Route table, routes, private DNS zones and private endpoints, in an existing network.
final class TerraformNetwork {
    private final DeploymentPlan plan;
    private final Hcl hcl;
    private final Variables variables;
    private final Symbols symbols;
    private final Parameters parameters;
    private final Map<String, String> subnets = new HashMap<>();
    private final Map<String, String> zones = new HashMap<>();
    private final Map<String, String> endpoints = new LinkedHashMap<>();

    TerraformNetwork(DeploymentPlan plan, Hcl hcl, Variables variables, Symbols symbols, Parameters parameters) {
        this.plan = plan;
        this.hcl = hcl;
        this.variables = variables;
        this.symbols = symbols;
        this.parameters = parameters;
    }

    void write() {
        if (!parameters.subnetsInUse().isEmpty() || !plan.privateDnsZones().isEmpty()) {
            existing();
        }
        plan.routing().ifPresent(this::routing);
        plan.inbound()
                .ifPresent(inbound -> new TerraformInbound(this, hcl, variables, symbols, parameters).write(inbound));
        plan.privateDnsZones().forEach(this::zone);
        plan.privateEndpoints().forEach(this::endpoint);
        serviceEndpoints();
    }

    /// Existing networks and subnets are read, never managed: they belong to another configuration.
    private void existing() {
        hcl.open("data \"azurerm_virtual_network\" \"cluster\"")
                .attribute("name", variables.of(parameters.virtualNetworkName()))
                .attribute("resource_group_name", variables.of(parameters.virtualNetworkResourceGroup())).close()
                .blank();
        for (String subnet : parameters.subnetsInUse()) {
            String label = symbols.snake("data.azurerm_subnet", subnet);
            subnets.put(subnet, "data.azurerm_subnet." + label);
            hcl.open("data \"azurerm_subnet\" " + Hcl.quote(label))
                    .attribute("name", variables.of(parameters.subnet(subnet)))
                    .attribute("virtual_network_name", "data.azurerm_virtual_network.cluster.name")
                    .attribute("resource_group_name", "data.azurerm_virtual_network.cluster.resource_group_name")
                    .close().blank();
        }
    }

    private void routing(RoutingPlan routing) {
        List<String> routes = routeTable(routing.table(), "cluster",
                variables.of(parameters.routeTableName().orElseThrow()));
        for (String subnet : routing.subnets()) {
            associate(subnet, subnetId(subnet), "cluster", routes);
        }
    }

    /// Writes a table with its routes and returns their addresses.
    List<String> routeTable(RouteTable table, String label, String name) {
        hcl.open("resource \"azurerm_route_table\" " + Hcl.quote(label)).attribute("name", name)
                .attribute("location", variables.location()).attribute("resource_group_name", variables.resourceGroup())
                .attribute("bgp_route_propagation_enabled", Boolean.toString(!table.disableBgpRoutePropagation()))
                .blank().open("lifecycle");
        hcl.comment(plan.intent().cluster().networkPlugin() == NetworkPlugin.KUBENET && label.equals("cluster")
                ? "kubenet keeps one route for each node in this table; they are not ours to remove (R-22)."
                : "Routes are resources of their own; those that others add are not ours to remove.");
        hcl.list("ignore_changes", List.of("route")).close().close().blank();
        List<String> routes = new ArrayList<>();
        for (Route route : table.routes()) {
            routes.add(route(route, "azurerm_route_table." + label));
        }
        return routes;
    }

    /// Attaches a table to a subnet.
    void associate(String subnet, String subnetId, String table, List<String> routes) {
        hcl.comment("The routes take effect with this association, so it comes after them.");
        hcl.open("resource \"azurerm_subnet_route_table_association\" "
                + Hcl.quote(symbols.snake("azurerm_subnet_route_table_association", subnet)))
                .attribute("subnet_id", subnetId).attribute("route_table_id", "azurerm_route_table." + table + ".id");
        if (!routes.isEmpty()) {
            hcl.blank().list("depends_on", routes);
        }
        hcl.close().blank();
    }

    private String route(Route route, String table) {
        String label = symbols.snake("azurerm_route", route.name());
        hcl.comment(RouteComment.of(route, plan));
        hcl.open("resource \"azurerm_route\" " + Hcl.quote(label)).text("name", route.name())
                .attribute("resource_group_name", table + ".resource_group_name")
                .attribute("route_table_name", table + ".name")
                .text("address_prefix", route.destination().toString())
                .text("next_hop_type", route.nextHop().azureName());
        if (route.nextHop() instanceof NextHop.VirtualAppliance(var address)) {
            hcl.attribute("next_hop_in_ip_address",
                    parameters.leadsToFirewall(route.nextHop())
                            ? variables.of(parameters.firewallPrivateIp().orElseThrow())
                            : Hcl.quote(address.toString()));
        }
        hcl.close().blank();
        return "azurerm_route." + label;
    }

    private void zone(PrivateDnsZonePlan zone) {
        String label = symbols.snake("azurerm_private_dns_zone", zone.zone());
        zones.put(zone.zone(), "azurerm_private_dns_zone." + label);
        hcl.open("resource \"azurerm_private_dns_zone\" " + Hcl.quote(label)).text("name", zone.zone())
                .attribute("resource_group_name", variables.resourceGroup()).close().blank();
        link(zone, "cluster", "data.azurerm_virtual_network.cluster.id");
        if (zone.linkToFirewallNetwork()) {
            hcl.comment("The firewall resolves for the nodes, so its network must see the zone.");
            link(zone, "firewall", variables.of(parameters.firewallVirtualNetworkId().orElseThrow()));
        }
    }

    private void link(PrivateDnsZonePlan zone, String network, String networkId) {
        String type = "azurerm_private_dns_zone_virtual_network_link";
        hcl.open("resource " + Hcl.quote(type) + " " + Hcl.quote(symbols.snake(type, zone.zone() + "-" + network)))
                .text("name", plan.intent().name() + "-" + network)
                .attribute("resource_group_name", variables.resourceGroup())
                .attribute("private_dns_zone_name", zones.get(zone.zone()) + ".name")
                .attribute("virtual_network_id", networkId).attribute("registration_enabled", "false").close().blank();
    }

    private void endpoint(PrivateEndpointPlan endpoint) {
        String label = symbols.snake("azurerm_private_endpoint", endpoint.name());
        endpoints.put(endpoint.name(), "azurerm_private_endpoint." + label);
        hcl.comment(PrivateLinkMember.comment(endpoint));
        hcl.open("resource \"azurerm_private_endpoint\" " + Hcl.quote(label)).text("name", endpoint.name())
                .attribute("location", variables.location()).attribute("resource_group_name", variables.resourceGroup())
                .attribute("subnet_id", subnetId(endpoint.subnet())).blank();
        hcl.open("private_service_connection").text("name", endpoint.name())
                .attribute("private_connection_resource_id", variables.of(parameters.target(endpoint)))
                .list("subresource_names", Hcl.texts(List.of(endpoint.groupId())))
                .attribute("is_manual_connection", "false").close().blank();
        endpoint.address().ifPresent(address -> PrivateLinkMember.of(endpoint.groupId())
                .ifPresent(member -> hcl.open("ip_configuration").text("name", endpoint.groupId())
                        .text("private_ip_address", address.toString()).text("subresource_name", endpoint.groupId())
                        .text("member_name", member).close().blank()));
        if (!endpoint.zones().isEmpty()) {
            hcl.open("private_dns_zone_group").text("name", "default")
                    .list("private_dns_zone_ids",
                            endpoint.zones().stream().map(zone -> zones.get(zone) + ".id").toList())
                    .close();
        }
        hcl.close().blank();
    }

    /// A subnet belongs to the configuration that made it, and so do its service endpoints: this one only checks them.
    private void serviceEndpoints() {
        plan.serviceEndpoints().forEach(endpoint -> {
            String message = "Subnet " + endpoint.subnet() + " lacks the service endpoint " + endpoint.service()
                    + " for " + String.join(", ", endpoint.servedNeeds())
                    + ". Add it to the subnet's service_endpoints, or run enable-service-endpoints.sh.";
            hcl.open("check " + Hcl.quote(
                    symbols.snake("check", "service-endpoint-" + endpoint.subnet() + "-" + endpoint.service())))
                    .open("assert")
                    .attribute("condition",
                            "contains(" + subnets.get(endpoint.subnet()) + ".service_endpoints, "
                                    + Hcl.quote(endpoint.service()) + ")")
                    .text("error_message", message).close().close().blank();
        });
    }

    String nodeSubnet() {
        return plan.intent().network().nodeSubnet().name();
    }

    String subnetId(String subnet) {
        return subnets.get(subnet) + ".id";
    }

    void outputs(Hcl outputs) {
        plan.routing().ifPresent(_ -> outputs.open("output \"route_table_id\"")
                .text("description", "The route table of the cluster's subnets")
                .attribute("value", "azurerm_route_table.cluster.id").close().blank());
        if (!endpoints.isEmpty()) {
            outputs.open("output \"private_endpoint_addresses\"")
                    .text("description", "Private address of each private endpoint").open("value =");
            endpoints.forEach((name, reference) -> outputs.attribute(Hcl.quote(name),
                    reference + ".private_service_connection[0].private_ip_address"));
            outputs.close().close().blank();
        }
        if (!plan.clusterSettings().isEmpty()) {
            outputs.open("output \"cluster_options\"").text("description",
                    "Options of az aks create that fit these resources").openList("value");
            plan.clusterSettings().forEach(setting -> {
                outputs.comment(setting.reason());
                List<String> words = new ArrayList<>(List.of(Hcl.quote(setting.option())));
                setting.values().forEach(value -> words.add(switch (value) {
                    case SettingValue.Literal(String text) -> Hcl.quote(text);
                    case SettingValue.SubnetId(String subnet) -> subnetId(subnet);
                    case SettingValue.Supplied(String name, String _) -> Hcl.quote("<" + name + ">");
                }));
                outputs.line(String.join(", ", words) + ",");
            });
            outputs.closeList().close();
        }
    }
}
