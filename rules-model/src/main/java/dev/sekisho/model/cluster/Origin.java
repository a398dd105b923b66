package dev.sekisho.model.cluster;

/// A place outside of the cluster from which a Service is to be reached.
public enum Origin {
    /// The cluster's own virtual network.
    VNET("vnet"),
    /// The networks that are peered with it.
    PEERED("peered"),
    /// What is behind the VPN or ExpressRoute gateway.
    ONPREM("onprem"),
    /// The Internet, by a DNAT rule of the firewall (`FW-51`).
    INTERNET_THROUGH_FIREWALL("internetThroughFirewall"),
    /// An Application Gateway that stands before the Service.
    APPLICATION_GATEWAY("applicationGateway"),
    /// Private endpoints in other networks, by a Private Link service.
    PRIVATE_LINK("privateLink");

    private final String text;

    Origin(String text) {
        this.text = text;
    }

    /// Returns the word that files use.
    public String text() {
        return text;
    }

    /// Whether the Service sees the addresses of these clients, so that ranges can narrow them.
    public boolean showsClients() {
        return switch (this) {
            case VNET, PEERED, ONPREM, INTERNET_THROUGH_FIREWALL -> true;
            case APPLICATION_GATEWAY, PRIVATE_LINK -> false;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
