package dev.sekisho.simulator.exposure.answer;

/// What would mend a reply that goes astray, or a verdict that is open.
///
/// @param source the page that says so, empty where none needs to
public record Mend(String text, String source) {
    private static final String AKS_EGRESS = "learn.microsoft.com/azure/aks/limit-egress-traffic";
    private static final String BALANCER = "learn.microsoft.com/azure/firewall/integrate-lb";

    public static final Mend INTERNAL = new Mend(
            "make the load balancer internal and let a DNAT rule of the firewall lead to "
                    + "it; or let the DNAT rule lead to the public address, with a route of the firewall's public address/32 to "
                    + "Internet (R-16, R-25)",
            BALANCER);
    public static final Mend PRIVATE_ADDRESS = new Mend("make the load balancer internal",
            "learn.microsoft.com/azure/aks/internal-lb");
    public static final Mend NO_ROUTE_TO_NONE = new Mend(
            "take the route to None out of the nodes' route table for these clients (R-7)", "");
    public static final Mend SAME_FIREWALL = new Mend(
            "send requests through the same firewall, by a route for the Service's subnet where they start, or give the "
                    + "nodes' route table a route for these clients that passes the firewall by (R-16)",
            BALANCER);
    public static final Mend ROUTE_BACK = new Mend(
            "give the nodes' route table a route for these clients that leads back the "
                    + "way that they came (R-1, R-16)",
            "");
    public static final Mend ALLOW_PROBES = new Mend(
            "allow the service tag AzureLoadBalancer in the security group before what "
                    + "denies it",
            "learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview");
    public static final Mend NO_FLOATING_IP = new Mend("make the load balancer internal, or switch floating IP off: "
            + "service.beta.kubernetes.io/azure-disable-load-balancer-floating-ip: \"true\"",
            "cloud-provider-azure.sigs.k8s.io/topics/pls-integration");
    public static final Mend GATEWAY_INTERNET = new Mend("give the gateway's subnet a route of 0.0.0.0/0 to Internet",
            "learn.microsoft.com/azure/application-gateway/configuration-infrastructure");

    public static Mend hostRoute(String address, String firewall) {
        return new Mend(
                "add a route of " + address + "/32 to Internet to the nodes' route table (R-25), for " + firewall
                        + " to get its replies",
                AKS_EGRESS);
    }

    public static Mend fixedAddress(String address) {
        return new Mend("fix the address: service.beta.kubernetes.io/azure-load-balancer-ipv4: " + address,
                "learn.microsoft.com/azure/aks/internal-lb");
    }

    @Override
    public String toString() {
        return source.isEmpty() ? text : text + "; see " + source;
    }
}
