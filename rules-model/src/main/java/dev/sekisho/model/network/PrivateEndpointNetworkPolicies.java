package dev.sekisho.model.network;

/// `privateEndpointNetworkPolicies` of a subnet: whether route tables and security groups apply to the private
/// endpoints in it (`R-19`, `NSG-10`).
public enum PrivateEndpointNetworkPolicies {
    DISABLED("Disabled"), NETWORK_SECURITY_GROUP_ENABLED("NetworkSecurityGroupEnabled"), ROUTE_TABLE_ENABLED(
            "RouteTableEnabled"),
    ENABLED("Enabled");

    private final String azureName;

    PrivateEndpointNetworkPolicies(String azureName) {
        this.azureName = azureName;
    }

    /// Returns the spelling of Azure's API.
    public String azureName() {
        return azureName;
    }

    /// Tells whether user routes can apply to endpoints of the subnet.
    public boolean routeTables() {
        return this == ROUTE_TABLE_ENABLED || this == ENABLED;
    }

    /// Tells whether security groups apply to endpoints of the subnet.
    public boolean securityGroups() {
        return this == NETWORK_SECURITY_GROUP_ENABLED || this == ENABLED;
    }

    @Override
    public String toString() {
        return azureName;
    }
}
