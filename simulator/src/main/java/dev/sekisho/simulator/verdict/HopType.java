package dev.sekisho.simulator.verdict;

/// Where a route leads, in the words of Azure's effective routes (`R-28`).
public enum HopType {
    /// System route inside the network.
    VIRTUAL_NETWORK("VirtualNetwork"),
    /// User route into the network.
    VNET_LOCAL("VnetLocal"),
    VNET_PEERING("VNetPeering"),
    VNET_GLOBAL_PEERING("VNetGlobalPeering"),
    VIRTUAL_APPLIANCE("VirtualAppliance"),
    INTERNET("Internet"),
    SERVICE_ENDPOINT("VirtualNetworkServiceEndpoint"),
    /// Straight to a private endpoint.
    INTERFACE_ENDPOINT("InterfaceEndpoint"),
    VIRTUAL_NETWORK_GATEWAY("VirtualNetworkGateway"),
    /// Dropped without a word (\`R-7\`).
    NONE("None"),
    /// An address of the host itself, outside routing (\`R-20\`).
    PLATFORM("Platform"),
    /// What is missing decides.
    UNKNOWN("Unknown");

    private final String text;

    HopType(String text) {
        this.text = text;
    }

    /// Returns the name that reports and test files use.
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
