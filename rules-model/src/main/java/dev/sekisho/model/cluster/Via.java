package dev.sekisho.model.cluster;

/// The mechanism by which a dependency is to be reached.
public enum Via {
    FIREWALL("firewall"), PRIVATE_ENDPOINT("privateEndpoint"), SERVICE_ENDPOINT("serviceEndpoint");

    private final String text;

    Via(String text) {
        this.text = text;
    }

    /// Returns the name that files use.
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
