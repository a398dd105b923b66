package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.terraform.Argument.Form;
import java.util.List;

/// Virtual networks, subnets, what is attached to them, peerings, routes, NAT gateways.
final class NetworkTypes {
    static final String NETWORK = "Microsoft.Network/virtualNetworks";
    static final String SUBNET = NETWORK + "/subnets";
    private static final String NOT_EGRESS = "does not change which flows are let through";

    private NetworkTypes() {}

    static List<AzurermType> all() {
        return List.of(AzurermType.whole("azurerm_virtual_network", NETWORK, network()),
                AzurermType.child("azurerm_subnet", SUBNET, "virtual_network_name", "azurerm_virtual_network",
                        subnet()),
                attached("azurerm_subnet_route_table_association", "route_table_id", "routeTable"),
                attached("azurerm_subnet_network_security_group_association", "network_security_group_id",
                        "networkSecurityGroup"),
                attached("azurerm_subnet_nat_gateway_association", "nat_gateway_id", "natGateway"),
                AzurermType.addition("azurerm_virtual_network_dns_servers", NETWORK, "virtual_network_id",
                        "azurerm_virtual_network",
                        new Block().with("dns_servers", Argument.to("properties/dhcpOptions/dnsServers"))
                                .left(AzurermTypes.NAMING, "id", "timeouts")),
                AzurermType.child("azurerm_virtual_network_peering", NETWORK + "/virtualNetworkPeerings",
                        "virtual_network_name", "azurerm_virtual_network", peering()),
                AzurermType.whole("azurerm_route_table", "Microsoft.Network/routeTables", routeTable()),
                AzurermType.child("azurerm_route", "Microsoft.Network/routeTables/routes", "route_table_name",
                        "azurerm_route_table", route().left(AzurermTypes.NAMING, "id", "resource_group_name",
                                "timeouts")),
                AzurermType.whole("azurerm_nat_gateway", "Microsoft.Network/natGateways", natGateway()),
                AzurermType.addition("azurerm_nat_gateway_public_ip_association", "Microsoft.Network/natGateways",
                        "nat_gateway_id", "azurerm_nat_gateway",
                        new Block()
                                .with("public_ip_address_id",
                                        Argument.to("properties/publicIpAddresses/0", Form.REFERENCE))
                                .left(AzurermTypes.NAMING, "id", "timeouts")));
    }

    private static AzurermType attached(String terraform, String argument, String property) {
        return AzurermType.addition(terraform, SUBNET, "subnet_id", "azurerm_subnet",
                new Block().with(argument, Argument.to("properties/" + property, Form.REFERENCE))
                        .left(AzurermTypes.NAMING, "id", "timeouts"));
    }

    private static Block network() {
        return AzurermTypes.resource()
                .with("address_space", Argument.to("properties/addressSpace/addressPrefixes").orProvider())
                .with("dns_servers", Argument.to("properties/dhcpOptions/dnsServers").orProvider())
                .with("subnet", Argument.items("properties/subnets", inlineSubnet()).orProvider())
                .with("ip_address_pool", new Argument.NotModelled("the ranges that the pool gives are not known"))
                .with("private_endpoint_vnet_policies",
                        Argument.to("properties/privateEndpointVNetPolicies").unless("Disabled"))
                .left(NOT_EGRESS, "bgp_community", "ddos_protection_plan", "encryption", "flow_timeout_in_minutes",
                        "guid", "vm_protection_enabled")
                .left("the subnets and peerings themselves say more", "subnets", "vnet_peerings",
                        "vnet_peerings_addresses");
    }

    private static Block subnetProperties() {
        return new Block().with("address_prefix", Argument.to("properties/addressPrefixes", Form.ONE).orProvider())
                .with("address_prefixes", Argument.to("properties/addressPrefixes").orProvider())
                .with("route_table_id", Argument.to("properties/routeTable", Form.REFERENCE).orProvider())
                .with("service_endpoints", Argument.to("properties/serviceEndpoints", Form.SERVICES))
                .with("service_endpoint_policy_ids",
                        Argument.to("properties/serviceEndpointPolicies", Form.REFERENCES))
                .with("private_endpoint_network_policies",
                        Argument.to("properties/privateEndpointNetworkPolicies").orProvider())
                .with("private_link_service_network_policies_enabled",
                        Argument.to("properties/privateLinkServiceNetworkPolicies", Form.ENABLED).orProvider())
                .with("default_outbound_access_enabled",
                        Argument.to("properties/defaultOutboundAccess").orProvider().unless("true"))
                .with("delegation", Argument.items("properties/delegations", new Block()
                        .with("name", Argument.to("name"))
                        .with("service_delegation", Argument.object("properties", new Block()
                                .with("name", Argument.to("serviceName"))
                                .left("follows from the service", "actions")))));
    }

    private static Block inlineSubnet() {
        return subnetProperties().with("name", Argument.to("name"))
                .with("security_group", Argument.to("properties/networkSecurityGroup", Form.REFERENCE))
                .left(AzurermTypes.NAMING, "id");
    }

    private static Block subnet() {
        return subnetProperties().with("name", Argument.to("name"))
                .with("network_security_group_id",
                        Argument.to("properties/networkSecurityGroup", Form.REFERENCE).orProvider())
                .with("private_endpoint_network_policies_enabled",
                        Argument.to("properties/privateEndpointNetworkPolicies", Form.ENABLED).orProvider())
                .with("enforce_private_link_endpoint_network_policies",
                        Argument.to("properties/privateEndpointNetworkPolicies", Form.DISABLED).orProvider())
                .with("enforce_private_link_service_network_policies",
                        Argument.to("properties/privateLinkServiceNetworkPolicies", Form.DISABLED).orProvider())
                .with("ip_address_pool", new Argument.NotModelled("the ranges that the pool gives are not known"))
                .left(NOT_EGRESS, "sharing_scope").left(AzurermTypes.NAMING, "id", "resource_group_name", "timeouts");
    }

    private static Block peering() {
        return new Block().with("name", Argument.to("name"))
                .with("remote_virtual_network_id", Argument.to("properties/remoteVirtualNetwork", Form.REFERENCE))
                .with("allow_virtual_network_access", Argument.to("properties/allowVirtualNetworkAccess"))
                .with("allow_forwarded_traffic", Argument.to("properties/allowForwardedTraffic").orProvider())
                .with("allow_gateway_transit", Argument.to("properties/allowGatewayTransit").orProvider())
                .with("use_remote_gateways", Argument.to("properties/useRemoteGateways").orProvider())
                .with("peer_complete_virtual_networks_enabled",
                        Argument.to("properties/peerCompleteVnets").unless("true"))
                .with("only_ipv6_peering_enabled",
                        Argument.to("properties/enableOnlyIPv6Peering").unless("false"))
                .with("local_subnet_names", Argument.to("properties/localSubnetNames"))
                .with("remote_subnet_names", Argument.to("properties/remoteSubnetNames"))
                .left("only tells Terraform when to look again", "triggers")
                .left(AzurermTypes.NAMING, "id", "resource_group_name", "timeouts");
    }

    private static Block routeTable() {
        return AzurermTypes.resource()
                .with("bgp_route_propagation_enabled",
                        Argument.to("properties/disableBgpRoutePropagation", Form.NOT))
                .with("disable_bgp_route_propagation", Argument.to("properties/disableBgpRoutePropagation"))
                .with("route", Argument.items("properties/routes", route()).orProvider())
                .left("the subnets say so themselves", "subnets");
    }

    private static Block route() {
        return new Block().with("name", Argument.to("name"))
                .with("address_prefix", Argument.to("properties/addressPrefix"))
                .with("next_hop_type", Argument.to("properties/nextHopType"))
                .with("next_hop_in_ip_address", Argument.to("properties/nextHopIpAddress"));
    }

    private static Block natGateway() {
        return AzurermTypes.resource().with("sku_name", Argument.to("sku/name"))
                .with("public_ip_address_ids",
                        Argument.to("properties/publicIpAddresses", Form.REFERENCES).orProvider())
                .with("public_ip_prefix_ids", Argument.to("properties/publicIpPrefixes", Form.REFERENCES).orProvider())
                .left(NOT_EGRESS, "idle_timeout_in_minutes", "resource_guid");
    }
}
