package dev.sekisho.model.io.shape;

import java.util.List;

import static dev.sekisho.model.io.shape.Property.inner;
import static dev.sekisho.model.io.shape.Property.inners;
import static dev.sekisho.model.io.shape.Property.notModelled;
import static dev.sekisho.model.io.shape.Property.part;
import static dev.sekisho.model.io.shape.Property.parts;
import static dev.sekisho.model.io.shape.Property.reference;
import static dev.sekisho.model.io.shape.Property.references;
import static dev.sekisho.model.io.shape.Property.text;
import static dev.sekisho.model.io.shape.Property.texts;
import static dev.sekisho.model.io.shape.Property.truth;
import static dev.sekisho.model.io.shape.Property.word;

/// What has an address in a network, and the names that lead to it: interfaces, private endpoints, private DNS, public
/// addresses (`R-19`).
final class EndpointShapes {
    private static final String PLACEMENT = "it decides where the address is kept, not what it leads to";

    private static final Shape LINK_STATE = Shape.of("the state of a connection", text("status"))
            .leaving(CommonShapes.STATUS, "description", "actionsRequired");

    private static final Shape LINK = CommonShapes.part("a private link connection", text("name"),
            text("privateLinkServiceId"), texts("groupIds"), part("privateLinkServiceConnectionState", LINK_STATE))
            .leaving(CommonShapes.ENVELOPE, "requestMessage");

    private static final Shape DNS_CONFIG = Shape.of("a DNS configuration", text("fqdn"), texts("ipAddresses"));

    private static final Shape STATIC_ADDRESS = CommonShapes.part("an IP configuration", text("name"),
            text("privateIPAddress")).leaving(PLACEMENT, "groupId", "memberName");

    private static final Shape RECORD_SET = Shape.of("a record set", text("fqdn"), texts("ipAddresses"))
            .leaving(CommonShapes.STATUS, "recordType", "recordSetName", "ttl", "provisioningState");

    private static final Shape ZONE_CONFIG = CommonShapes.part("a private DNS zone configuration", text("name"),
            reference("privateDnsZoneId"), parts("recordSets", RECORD_SET));

    static final Shape ZONE_GROUP = CommonShapes.resource("a private DNS zone group",
            parts("privateDnsZoneConfigs", ZONE_CONFIG));

    static final Shape PRIVATE_ENDPOINT = CommonShapes.resource("a private endpoint", reference("subnet"),
            references("networkInterfaces"), parts("privateLinkServiceConnections", LINK),
            parts("manualPrivateLinkServiceConnections", LINK), parts("customDnsConfigs", DNS_CONFIG),
            parts("ipConfigurations", STATIC_ADDRESS), references("applicationSecurityGroups"),
            parts("privateDnsZoneGroups", ZONE_GROUP).orCalled("privateDnsZoneGroup"))
            .leaving(PLACEMENT, "customNetworkInterfaceName", "ipVersionType", "billingSku");

    private static final Shape LINK_PROPERTIES = Shape.of("private link properties", texts("fqdns"))
            .leaving(PLACEMENT, "groupId", "requiredMemberName");

    private static final Shape INTERFACE_ADDRESS = CommonShapes.part("an IP configuration", text("name"),
            text("privateIPAddress"), reference("subnet"), reference("publicIPAddress"),
            references("applicationSecurityGroups"), part("privateLinkConnectionProperties", LINK_PROPERTIES),
            notModelled("gatewayLoadBalancer", "traffic is taken not to pass a gateway load balancer"))
            .leaving(PLACEMENT, "primary", "privateIPAllocationMethod", "privateIPAddressVersion",
                    "privateIPAddressPrefixLength", "virtualNetworkTaps")
            .leaving("who shares the work behind an address is not followed",
                    "applicationGatewayBackendAddressPools", "loadBalancerBackendAddressPools",
                    "loadBalancerInboundNatRules");

    static final Shape INTERFACE = CommonShapes.resource("a network interface",
            parts("ipConfigurations", INTERFACE_ADDRESS), reference("networkSecurityGroup"),
            reference("privateEndpoint"),
            part("dnsSettings", Shape.of("DNS settings of an interface",
                    notModelled("dnsServers", "the DNS servers of the network are taken to hold"))
                    .leaving(CommonShapes.STATUS, "appliedDnsServers", "internalDnsNameLabel", "internalFqdn",
                            "internalDomainNameSuffix"))
                    .as("dnsSettings"))
            .leaving(PLACEMENT, "enableAcceleratedNetworking", "enableIPForwarding", "primary", "macAddress",
                    "virtualMachine", "nicType", "auxiliaryMode", "auxiliarySku", "workloadType",
                    "vnetEncryptionSupported", "hostedWorkloads", "dscpConfiguration", "tapConfigurations",
                    "disableTcpStateTracking", "migrationPhase", "allowPort25Out", "defaultOutboundConnectivityEnabled",
                    "privateLinkService", "sku");

    static final Shape PUBLIC_ADDRESS = CommonShapes.resource("a public IP address", text("ipAddress"))
            .leaving(PLACEMENT, "publicIPAllocationMethod", "publicIPAddressVersion", "publicIPPrefix", "sku",
                    "dnsSettings", "ddosSettings", "deleteOption", "idleTimeoutInMinutes", "ipTags", "migrationPhase")
            .leaving(CommonShapes.BACK_REFERENCE, "ipConfiguration", "natGateway", "linkedPublicIPAddress",
                    "servicePublicIPAddress");

    static final Shape NAT_GATEWAY = CommonShapes.resource("a NAT gateway", references("publicIpAddresses"),
            references("publicIpAddressesV6").as("publicIpAddresses"),
            references("publicIpPrefixes"), references("publicIpPrefixesV6").as("publicIpPrefixes"),
            notModelled("serviceGateway", "outbound traffic is taken not to pass a service gateway"))
            .leaving(PLACEMENT, "idleTimeoutInMinutes", "sku", "nat64", "sourceVirtualNetwork")
            .leaving(CommonShapes.BACK_REFERENCE, "subnets");

    static final Shape APPLICATION_SECURITY_GROUP = CommonShapes.resource("an application security group");

    static final Shape ZONE = CommonShapes.resource("a private DNS zone")
            .leaving(CommonShapes.STATUS, "maxNumberOfRecordSets", "maxNumberOfVirtualNetworkLinks",
                    "maxNumberOfVirtualNetworkLinksWithRegistration", "numberOfRecordSets",
                    "numberOfVirtualNetworkLinks", "numberOfVirtualNetworkLinksWithRegistration", "internalId");

    static final Shape ZONE_LINK = CommonShapes.resource("a link of a private DNS zone", reference("virtualNetwork"),
            truth("registrationEnabled"),
            notModelled("resolutionPolicy", "a name that the zone does not have is taken not to exist", "Default"))
            .leaving(CommonShapes.STATUS, "virtualNetworkLinkState");

    static final Shape ADDRESS_RECORD = CommonShapes.resource("an address record",
            inners("aRecords", Shape.of("an A record", text("ipv4Address")), "ipv4Address").as("addresses"),
            inners("aaaaRecords", Shape.of("an AAAA record", text("ipv6Address")), "ipv6Address").as("addresses"))
            .leaving(CommonShapes.STATUS, "fqdn", "ttl", "isAutoRegistered");

    private static final Shape GATEWAY_ADDRESS = CommonShapes.part("an IP configuration", text("name"),
            reference("subnet")).leaving(PLACEMENT, "privateIPAddress", "privateIPAllocationMethod",
                    "publicIPAddress");

    private static final Shape CLIENTS = Shape.of("point-to-site clients",
            inner("vpnClientAddressPool", CommonShapes.ADDRESS_SPACE, "addressPrefixes"))
            .leaving(CommonShapes.ENVELOPE, "vpnClientProtocols", "vpnAuthenticationTypes",
                    "vpnClientRootCertificates", "vpnClientRevokedCertificates", "vpnClientIpsecPolicies",
                    "radiusServerAddress", "radiusServerSecret", "radiusServers", "aadTenant", "aadAudience",
                    "aadIssuer", "vngClientConnectionConfigurations");

    static final Shape GATEWAY = CommonShapes.resource("a virtual network gateway",
            parts("ipConfigurations", GATEWAY_ADDRESS), word("gatewayType", "Vpn", "ExpressRoute", "LocalGateway"),
            truth("enableBgp"), inner("vpnClientConfiguration", CLIENTS, "vpnClientAddressPool").as("clientPrefixes"),
            inner("customRoutes", CommonShapes.ADDRESS_SPACE, "addressPrefixes").as("customPrefixes"),
            notModelled("natRules", "addresses are taken to pass the gateway unchanged"))
            .leaving(CommonShapes.OBSERVATION, "sku", "activeActive", "active", "bgpSettings", "vpnType",
                    "vpnGatewayGeneration", "enablePrivateIpAddress", "disableIPSecReplayProtection",
                    "inboundDnsForwardingEndpoint", "enableDnsForwarding", "gatewayDefaultSite",
                    "virtualNetworkGatewayPolicyGroups", "vNetExtendedLocationResourceId", "autoScaleConfiguration",
                    "adminState", "allowRemoteVnetTraffic", "allowVirtualWanTraffic", "resiliencyModel",
                    "enableBgpRouteTranslationForNat", "enableHighBandwidthVpnGateway",
                    "virtualNetworkGatewayMigrationStatus");

    static final Shape LOCAL_GATEWAY = CommonShapes.resource("a local network gateway",
            inner("localNetworkAddressSpace", CommonShapes.ADDRESS_SPACE, "addressPrefixes").as("addressPrefixes"))
            .leaving(CommonShapes.OBSERVATION, "gatewayIpAddress", "fqdn", "bgpSettings");

    static final Shape CONNECTION = CommonShapes.resource("a connection", reference("virtualNetworkGateway1"),
            reference("virtualNetworkGateway2"), reference("localNetworkGateway2"),
            word("connectionType", "IPsec", "Vnet2Vnet", "ExpressRoute", "VPNClient"), truth("enableBgp"),
            notModelled("egressNatRules", "addresses are taken to pass the gateway unchanged"),
            notModelled("ingressNatRules", "addresses are taken to pass the gateway unchanged"),
            notModelled("trafficSelectorPolicies", "the tunnel is taken to carry all of the other side's ranges"),
            notModelled("routingConfiguration", "routes of a virtual hub are not followed"))
            .leaving(CommonShapes.OBSERVATION, "authenticationType", "authorizationKey", "certificateAuthentication",
                    "connectionMode", "connectionProtocol", "dpdTimeoutSeconds", "enablePrivateLinkFastPath",
                    "expressRouteGatewayBypass", "gatewayCustomBgpIpAddresses", "ipsecPolicies", "peer",
                    "routingWeight", "sharedKey", "tunnelProperties", "useLocalAzureIpAddress",
                    "usePolicyBasedTrafficSelectors", "connectionStatus", "tunnelConnectionStatus",
                    "egressBytesTransferred", "ingressBytesTransferred", "packetCaptureDiagnosticState");

    private EndpointShapes() {}

    /// All resource types that are read here, with their names.
    static List<ResourceKind> kinds() {
        return List.of(new ResourceKind("Microsoft.Network/privateEndpoints", PRIVATE_ENDPOINT, "privateEndpoints"),
                new ResourceKind("Microsoft.Network/privateEndpoints/privateDnsZoneGroups", ZONE_GROUP,
                        "privateDnsZoneGroups"),
                new ResourceKind("Microsoft.Network/networkInterfaces", INTERFACE, "networkInterfaces"),
                new ResourceKind("Microsoft.Network/publicIPAddresses", PUBLIC_ADDRESS, "publicIPAddresses"),
                new ResourceKind("Microsoft.Network/natGateways", NAT_GATEWAY, "natGateways"),
                new ResourceKind("Microsoft.Network/applicationSecurityGroups", APPLICATION_SECURITY_GROUP,
                        "applicationSecurityGroups"),
                new ResourceKind("Microsoft.Network/privateDnsZones", ZONE, "privateDnsZones"),
                new ResourceKind("Microsoft.Network/privateDnsZones/virtualNetworkLinks", ZONE_LINK,
                        "privateDnsZoneLinks"),
                new ResourceKind("Microsoft.Network/privateDnsZones/A", ADDRESS_RECORD, "privateDnsRecords"),
                new ResourceKind("Microsoft.Network/privateDnsZones/AAAA", ADDRESS_RECORD, "privateDnsRecords"),
                new ResourceKind("Microsoft.Network/virtualNetworkGateways", GATEWAY, "virtualNetworkGateways"),
                new ResourceKind("Microsoft.Network/localNetworkGateways", LOCAL_GATEWAY, "localNetworkGateways"),
                new ResourceKind("Microsoft.Network/connections", CONNECTION, "connections"));
    }
}
