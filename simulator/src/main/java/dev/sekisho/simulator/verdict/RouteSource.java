package dev.sekisho.simulator.verdict;

/// Where an effective route comes from (`R-28`).
public enum RouteSource {
    USER("User"),
    VIRTUAL_NETWORK_GATEWAY("VirtualNetworkGateway"),
    DEFAULT("Default"),
    /// Not a route: the host takes the traffic (\`R-20\`).
    PLATFORM("Platform"),
    UNKNOWN("Unknown");

    private final String text;

    RouteSource(String text) {
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
