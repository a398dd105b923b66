package dev.sekisho.model.firewall;

/// Protocols of network and NAT rules (`FW-17`).
public enum NetworkProtocol {
    TCP("TCP"), UDP("UDP"), ICMP("ICMP"),
    /// Every IP protocol where the port is `*`, TCP and UDP otherwise.
    ANY("Any");

    private final String azureName;

    NetworkProtocol(String azureName) {
        this.azureName = azureName;
    }

    /// Returns the spelling of Azure's API.
    public String azureName() {
        return azureName;
    }

    @Override
    public String toString() {
        return azureName;
    }
}
