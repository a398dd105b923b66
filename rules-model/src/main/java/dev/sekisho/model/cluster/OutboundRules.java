package dev.sekisho.model.cluster;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What goes together with an outbound type.
final class OutboundRules {
    private static final String OUTBOUND_TYPES = "AKS: egress-outboundtype, 2026-08-05";
    private static final String EGRESS_UDR = "AKS: egress-udr, 2023-05-10";
    private static final String ISOLATED = "AKS: concepts-network-isolated, 2026-06-15";
    private static final Set<String> NOT_ISOLATED = Set.of("flux", "dapr", "backup", "app-configuration");

    private OutboundRules() {}

    static List<Diagnostic> check(ClusterIntent intent, Function<String, SourceLocation> places) {
        Findings findings = new Findings(places);
        routing(intent, findings);
        managedNetwork(intent, findings);
        if (intent.cluster().isNetworkIsolated()) {
            isolated(intent, findings);
        }
        return findings.all();
    }

    private static void routing(ClusterIntent intent, Findings findings) {
        OutboundType type = intent.cluster().outboundType();
        boolean firewall = intent.network().firewall().isPresent();
        findings.error(type == OutboundType.USER_DEFINED_ROUTING && !firewall, "ROUTING_WITHOUT_FIREWALL",
                "cluster.outboundType",
                "userDefinedRouting needs a default route to an appliance, and no firewall is given; AKS refuses a"
                        + " subnet without that route",
                "add network.firewall with name and privateIp, or choose loadBalancer", EGRESS_UDR);
        boolean gateway = type == OutboundType.USER_ASSIGNED_NAT_GATEWAY;
        findings.warning(firewall && (type == OutboundType.LOAD_BALANCER || gateway), "FIREWALL_BESIDE_OUTBOUND_TYPE",
                "cluster.outboundType",
                "a default route to the firewall takes the traffic away from the outbound type " + type
                        + ", and AKS neither checks nor knows it",
                "choose userDefinedRouting, so that AKS creates no outbound address of its own", OUTBOUND_TYPES);
        findings.error(firewall && intent.cluster().isNetworkIsolated(), "FIREWALL_IN_ISOLATED_CLUSTER",
                "network.firewall",
                "outbound type " + type
                        + " is for network isolated clusters: AKS sets up no way out, and no requirement"
                        + " is left that a firewall would have to let through",
                "remove network.firewall, or choose userDefinedRouting for a cluster that leaves through it",
                ISOLATED);
    }

    /// Some outbound types exist only where AKS creates the virtual network itself.
    private static void managedNetwork(ClusterIntent intent, Findings findings) {
        OutboundType type = intent.cluster().outboundType();
        boolean managed = type == OutboundType.MANAGED_NAT_GATEWAY || type == OutboundType.MANAGED_NAT_GATEWAY_V2
                || type == OutboundType.BLOCK;
        findings.error(managed, "MANAGED_NETWORK_ONLY", "cluster.outboundType",
                "outbound type " + type + " works only in a virtual network that AKS manages, and this cluster brings"
                        + " its own (network.vnet)",
                type == OutboundType.BLOCK ? "choose none, with your own deny rules in the network security group"
                        : "choose userAssignedNATGateway or userDefinedRouting",
                OUTBOUND_TYPES);
    }

    private static void isolated(ClusterIntent intent, Findings findings) {
        ClusterShape cluster = intent.cluster();
        findings.error(cluster.apiServer().access() == ApiServer.Access.PUBLIC, "ISOLATED_PUBLIC_API_SERVER",
                "cluster.apiServer.access",
                "a network isolated cluster cannot reach a public API server: nothing leaves its network",
                "write private or vnetIntegration", ISOLATED);
        findings.error(cluster.nodePools().stream().anyMatch(pool -> pool.os() == NodeOs.WINDOWS), "ISOLATED_WINDOWS",
                "cluster.nodePools", "Windows node pools are not supported in network isolated clusters",
                "use ubuntu or azurelinux, or another outbound type", ISOLATED);
        findings.error(cluster.networkPlugin() == NetworkPlugin.KUBENET, "ISOLATED_KUBENET", "cluster.networkPlugin",
                "kubenet is not supported in network isolated clusters", "write overlay", ISOLATED);
        NodeOsUpgradeChannel channel = cluster.nodeOsUpgradeChannel();
        findings.error(channel == NodeOsUpgradeChannel.UNMANAGED || channel == NodeOsUpgradeChannel.SECURITY_PATCH,
                "ISOLATED_UPGRADE_CHANNEL", "cluster.nodeOsUpgradeChannel",
                "network isolated clusters know only the node OS upgrade channels NodeImage and None: the others fetch"
                        + " packages from outside",
                "write NodeImage", ISOLATED);
        for (Feature feature : cluster.features()) {
            findings.error(NOT_ISOLATED.contains(feature.name()), "ISOLATED_EXTENSION",
                    "cluster.features." + feature.name(),
                    "the extension " + feature.name() + " is not supported in network isolated clusters",
                    "remove it, or choose userDefinedRouting with a firewall", ISOLATED);
        }
        for (Dependency dependency : intent.dependencies()) {
            findings.error(dependency.via() != Via.PRIVATE_ENDPOINT && dependency.service().isPresent(),
                    "ISOLATED_DEPENDENCY", "dependencies." + dependency.name(),
                    "dependency '" + dependency.name() + "' would leave the network by "
                            + (dependency.via() == Via.FIREWALL ? "a firewall" : "a service endpoint")
                            + ", and nothing leaves a network isolated cluster",
                    "write via: privateEndpoint", ISOLATED);
        }
    }
}
