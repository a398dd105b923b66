package dev.sekisho.model.io.shape;

import java.util.List;

import static dev.sekisho.model.io.shape.Property.inner;
import static dev.sekisho.model.io.shape.Property.inners;
import static dev.sekisho.model.io.shape.Property.listed;
import static dev.sekisho.model.io.shape.Property.notModelled;
import static dev.sekisho.model.io.shape.Property.number;
import static dev.sekisho.model.io.shape.Property.parts;
import static dev.sekisho.model.io.shape.Property.reference;
import static dev.sekisho.model.io.shape.Property.references;
import static dev.sekisho.model.io.shape.Property.text;
import static dev.sekisho.model.io.shape.Property.texts;
import static dev.sekisho.model.io.shape.Property.truth;
import static dev.sekisho.model.io.shape.Property.word;

/// Virtual networks, route tables and security groups (`R-8`, `NSG-1`).
final class NetworkShapes {
    private static final String SHARE_OF_PEERING = "the peering is taken to cover both networks whole";

    static final Shape ROUTE = CommonShapes.resource("a route", text("addressPrefix"),
            word("nextHopType", "VirtualNetworkGateway", "VnetLocal", "Internet", "VirtualAppliance", "None",
                    "VirtualApplianceEcmp"),
            text("nextHopIpAddress"), truth("hasBgpOverride"),
            inner("nextHop", Shape.of("next hops", texts("nextHopIpAddresses")), "nextHopIpAddresses")
                    .as("nextHopIpAddresses"));

    static final Shape ROUTE_TABLE = CommonShapes.resource("a route table", truth("disableBgpRoutePropagation"),
            parts("routes", ROUTE),
            notModelled("disablePeeringRoute", "routes of peerings are taken to stay", "None"))
            .leaving(CommonShapes.BACK_REFERENCE, "subnets");

    private static final Shape SERVICE_ENDPOINT = CommonShapes.part("a service endpoint", text("service"))
            .leaving("Azure's addresses for the service tell it", "locations")
            .leaving(CommonShapes.OBSERVATION, "networkIdentifier");

    private static final Shape DELEGATION = CommonShapes.part("a delegation", text("serviceName"))
            .leaving(CommonShapes.ENVELOPE, "name").leaving(CommonShapes.STATUS, "actions");

    static final Shape SUBNET = CommonShapes.resource("a subnet", listed("addressPrefix").as("prefixes"),
            texts("addressPrefixes").as("prefixes"), reference("routeTable"), reference("networkSecurityGroup"),
            reference("natGateway"), parts("serviceEndpoints", SERVICE_ENDPOINT),
            word("privateEndpointNetworkPolicies", "Enabled", "Disabled", "NetworkSecurityGroupEnabled",
                    "RouteTableEnabled"),
            inners("delegations", DELEGATION, "serviceName"),
            notModelled("serviceEndpointPolicies", "service endpoints are taken to reach every account"),
            notModelled("ipamPoolPrefixAllocations", "the addresses that a pool hands out are known only in Azure"),
            notModelled("serviceGateway", "outbound traffic is taken not to pass a service gateway"))
            .leaving(CommonShapes.BACK_REFERENCE, "ipConfigurations", "ipConfigurationProfiles", "privateEndpoints",
                    "resourceNavigationLinks", "serviceAssociationLinks", "applicationGatewayIPConfigurations",
                    "purpose", "sharingScope", "ipAllocations")
            .leaving("how traffic that no firewall sees gets out does not change that no firewall sees it",
                    "defaultOutboundAccess")
            .leaving("it concerns the service behind a private link service", "privateLinkServiceNetworkPolicies");

    private static final Shape DHCP = Shape.of("DHCP options", texts("dnsServers"));

    static final Shape PEERING = CommonShapes.resource("a peering", reference("remoteVirtualNetwork").as("remote"),
            inner("remoteAddressSpace", CommonShapes.ADDRESS_SPACE, "addressPrefixes").as("addressSpace"),
            inner("remoteVirtualNetworkAddressSpace", CommonShapes.ADDRESS_SPACE, "addressPrefixes")
                    .as("currentAddressSpace"),
            truth("allowVirtualNetworkAccess"), truth("allowForwardedTraffic"), truth("allowGatewayTransit"),
            truth("useRemoteGateways"), word("peeringState", "Initiated", "Connected", "Disconnected"),
            notModelled("peerCompleteVnets", SHARE_OF_PEERING, "true"),
            notModelled("localSubnetNames", SHARE_OF_PEERING), notModelled("remoteSubnetNames", SHARE_OF_PEERING),
            notModelled("enableOnlyIPv6Peering", SHARE_OF_PEERING, "false"))
            .leaving(CommonShapes.STATUS, "peeringSyncLevel", "remoteGateways", "doNotVerifyRemoteGateways",
                    "remoteBgpCommunities", "remoteVirtualNetworkEncryption", "localAddressSpace",
                    "localVirtualNetworkAddressSpace", "peeredRemoteAddressSpace");

    static final Shape VIRTUAL_NETWORK = CommonShapes.resource("a virtual network",
            inner("addressSpace", CommonShapes.ADDRESS_SPACE, "addressPrefixes"),
            inner("dhcpOptions", DHCP, "dnsServers").as("dnsServers"), parts("subnets", SUBNET),
            parts("virtualNetworkPeerings", PEERING).as("peerings"),
            notModelled("summarizedGatewayPrefixes", "what the other side of a gateway learns is not followed"))
            .leaving(CommonShapes.OBSERVATION, "enableDdosProtection", "ddosProtectionPlan", "enableVmProtection",
                    "flowTimeoutInMinutes", "encryption", "flowLogs", "bgpCommunities")
            .leaving("it limits where private endpoints may be peered, not what they reach",
                    "privateEndpointVNetPolicies")
            .leaving(CommonShapes.BACK_REFERENCE, "ipAllocations", "defaultPublicNatGateway");

    static final Shape SECURITY_RULE = CommonShapes.resource("a security rule", text("description"),
            word("protocol", "Tcp", "Udp", "Icmp", "Esp", "*", "Ah"), number("priority"),
            word("direction", "Inbound", "Outbound"), word("access", "Allow", "Deny"),
            listed("sourceAddressPrefix").as("sourceAddressPrefixes"), texts("sourceAddressPrefixes"),
            listed("sourcePortRange").as("sourcePortRanges"), texts("sourcePortRanges"),
            references("sourceApplicationSecurityGroups"),
            listed("destinationAddressPrefix").as("destinationAddressPrefixes"), texts("destinationAddressPrefixes"),
            listed("destinationPortRange").as("destinationPortRanges"), texts("destinationPortRanges"),
            references("destinationApplicationSecurityGroups"));

    static final Shape SECURITY_GROUP = CommonShapes.resource("a network security group",
            parts("securityRules", SECURITY_RULE))
            .leaving("Azure's own rules are the same everywhere and are implied (NSG-2)", "defaultSecurityRules")
            .leaving(CommonShapes.BACK_REFERENCE, "subnets", "networkInterfaces", "flowLogs")
            .leaving("it concerns flows that exist already", "flushConnection");

    private NetworkShapes() {}

    /// All resource types that are read here, with their names.
    static List<ResourceKind> kinds() {
        return List.of(new ResourceKind("Microsoft.Network/virtualNetworks", VIRTUAL_NETWORK, "virtualNetworks"),
                new ResourceKind("Microsoft.Network/virtualNetworks/subnets", SUBNET, "subnets"),
                new ResourceKind("Microsoft.Network/virtualNetworks/virtualNetworkPeerings", PEERING, "peerings"),
                new ResourceKind("Microsoft.Network/routeTables", ROUTE_TABLE, "routeTables"),
                new ResourceKind("Microsoft.Network/routeTables/routes", ROUTE, "routes"),
                new ResourceKind("Microsoft.Network/networkSecurityGroups", SECURITY_GROUP, "networkSecurityGroups"),
                new ResourceKind("Microsoft.Network/networkSecurityGroups/securityRules", SECURITY_RULE,
                        "securityRules"));
    }
}
