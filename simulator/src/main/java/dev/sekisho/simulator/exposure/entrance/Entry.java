package dev.sekisho.simulator.exposure.entrance;

/// By what clients come in.
public enum Entry {
    INTERNAL_LOAD_BALANCER("internalLoadBalancer"),
    PUBLIC_LOAD_BALANCER("publicLoadBalancer"),
    /// A port of the nodes themselves.
    NODE_PORT("nodePort"),
    /// An Application Gateway that leads straight to the pods.
    INGRESS("ingress"),
    API_SERVER("apiServer"),
    /// Nothing: the Service is for the cluster alone.
    NONE("none");

    private final String text;

    Entry(String text) {
        this.text = text;
    }

    /// Returns the name that reports use.
    public String text() {
        return text;
    }
}
