package dev.sekisho.model.network;

/// Kinds of virtual network gateways; user routes may name a gateway as next hop only where it is for VPN alone (`R-10`).
public enum GatewayType {
    VPN("Vpn"), EXPRESS_ROUTE("ExpressRoute");

    private final String azureName;

    GatewayType(String azureName) {
        this.azureName = azureName;
    }

    /// Returns the spelling of Azure's API.
    public String azureName() {
        return azureName;
    }
}
