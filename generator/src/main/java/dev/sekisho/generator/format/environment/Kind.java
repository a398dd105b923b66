package dev.sekisho.generator.format.environment;

/// Resources that others refer to.
public enum Kind {
    IP_GROUP("ipGroup", "Microsoft.Network/ipGroups", "IP group"),
    APPLICATION_SECURITY_GROUP("applicationSecurityGroup", "Microsoft.Network/applicationSecurityGroups",
            "application security group"),
    NETWORK_SECURITY_GROUP("networkSecurityGroup", "Microsoft.Network/networkSecurityGroups",
            "network security group"),
    ROUTE_TABLE("routeTable", "Microsoft.Network/routeTables", "route table"),
    NAT_GATEWAY("natGateway", "Microsoft.Network/natGateways", "NAT gateway"),
    PUBLIC_IP("publicIp", "Microsoft.Network/publicIPAddresses", "public address"),
    VIRTUAL_NETWORK("virtualNetwork", "Microsoft.Network/virtualNetworks", "virtual network"),
    SUBNET("subnet", "Microsoft.Network/virtualNetworks/subnets", "subnet"),
    PEERING("peering", "Microsoft.Network/virtualNetworks/virtualNetworkPeerings", "peering"),
    FIREWALL_POLICY("firewallPolicy", "Microsoft.Network/firewallPolicies", "firewall policy"),
    RULE_COLLECTION_GROUP("ruleCollectionGroup", "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
            "rule collection group"),
    FIREWALL("firewall", "Microsoft.Network/azureFirewalls", "firewall"),
    PRIVATE_ENDPOINT("privateEndpoint", "Microsoft.Network/privateEndpoints", "private endpoint");

    private final String symbol;
    private final String type;
    private final String words;

    Kind(String symbol, String type, String words) {
        this.symbol = symbol;
        this.type = type;
        this.words = words;
    }

    /// Returns the beginning of the symbols of such resources.
    public String symbol() {
        return symbol;
    }

    /// Returns provider and type in Azure.
    public String type() {
        return type;
    }

    /// Returns what to call such a resource in a refusal: `route table`.
    @Override
    public String toString() {
        return words;
    }
}
