package dev.sekisho.model.cluster;

/// `--outbound-type` of the cluster: how its traffic leaves the virtual network.
public enum OutboundType {
    LOAD_BALANCER("loadBalancer"), MANAGED_NAT_GATEWAY("managedNATGateway"),
    MANAGED_NAT_GATEWAY_V2("managedNATGatewayV2"), USER_ASSIGNED_NAT_GATEWAY("userAssignedNATGateway"),
    USER_DEFINED_ROUTING("userDefinedRouting"), NONE("none"), BLOCK("block");

    private final String text;

    OutboundType(String text) {
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
