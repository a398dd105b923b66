package dev.sekisho.generator.plan;

import dev.sekisho.generator.plan.DeploymentPlan.ClusterSetting;
import dev.sekisho.generator.plan.DeploymentPlan.SettingValue;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.ClusterShape;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.cluster.NodeOs;
import dev.sekisho.model.cluster.NodePool;
import dev.sekisho.model.cluster.OutboundType;
import dev.sekisho.model.cluster.SubnetIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The options of `az aks create` that make the cluster fit the plan, each with its reason. Name, resource group and
/// region are not among them.
final class ClusterOptions {
    private final ClusterIntent intent;
    private final ClusterShape cluster;
    private final WayOut wayOut;
    private final List<ClusterSetting> settings = new ArrayList<>();

    private ClusterOptions(ClusterIntent intent, WayOut wayOut) {
        this.intent = intent;
        this.cluster = intent.cluster();
        this.wayOut = wayOut;
    }

    static List<ClusterSetting> of(ClusterIntent intent, WayOut wayOut) {
        ClusterOptions options = new ClusterOptions(intent, wayOut);
        options.outbound();
        options.network();
        options.apiServer();
        options.identity();
        options.nodes();
        AddOnOptions.of(intent).forEach(options.settings::add);
        return List.copyOf(options.settings);
    }

    /// The ranges that may call a public API server: those that the user gives, and the firewall's own addresses, which the
    /// nodes' calls come from. Empty means everybody.
    static List<IpPrefix> authorizedRanges(ClusterIntent intent, WayOut wayOut) {
        ApiServer apiServer = intent.cluster().apiServer();
        Stream<IpPrefix> given = apiServer.authorizedIpRanges().stream();
        if (apiServer.authorizedIpRanges().isEmpty() || apiServer.access() != ApiServer.Access.PUBLIC
                || !(wayOut instanceof WayOut.ThroughFirewall(var firewall))) {
            return given.distinct().toList();
        }
        Stream<IpPrefix> own = firewall.publicIps().stream().map(IpAddress::toPrefix)
                .filter(address -> apiServer.authorizedIpRanges().stream().noneMatch(range -> range.contains(address)));
        return Stream.concat(given, own).distinct().toList();
    }

    private void outbound() {
        OutboundType type = cluster.outboundType();
        set("--outbound-type", type.text(), switch (type) {
            case USER_DEFINED_ROUTING -> "the route table leads out through the firewall; AKS makes no public address";
            case LOAD_BALANCER -> wayOut instanceof WayOut.ThroughFirewall
                    ? "AKS makes a load balancer with a public address; the route table leads past it to the firewall"
                    : "AKS makes a load balancer with a public address";
            case MANAGED_NAT_GATEWAY, MANAGED_NAT_GATEWAY_V2 -> "AKS makes the network and its NAT gateway";
            case USER_ASSIGNED_NAT_GATEWAY -> "the NAT gateway of the node subnet is used";
            case NONE -> "AKS makes no way out";
            case BLOCK -> "AKS denies every way out";
        });
        if (type == OutboundType.USER_DEFINED_ROUTING) {
            set("--load-balancer-sku", "standard", "userDefinedRouting works with no other");
        }
        if (cluster.isNetworkIsolated()) {
            set("--bootstrap-artifact-source", "Cache", "nodes start from a private registry, without any egress");
        }
    }

    private void network() {
        switch (cluster.networkPlugin()) {
            case OVERLAY -> {
                set("--network-plugin", "azure", "Azure CNI");
                set("--network-plugin-mode", "overlay", "pods leave with the address of their node");
            }
            case NODE_SUBNET, POD_SUBNET -> set("--network-plugin", "azure", "Azure CNI");
            case KUBENET -> set("--network-plugin", "kubenet", "pods leave with the address of their node");
        }
        boolean overlaid = cluster.networkPlugin() == NetworkPlugin.OVERLAY
                || cluster.networkPlugin() == NetworkPlugin.KUBENET;
        intent.network().podCidr().filter(_ -> overlaid)
                .ifPresent(cidr -> set("--pod-cidr", cidr.toString(), "range of the pods, outside the network"));
        if (ownsNetwork()) {
            subnet("--vnet-subnet-id", intent.network().nodeSubnet(),
                    routed() ? "the subnet that the route table is attached to" : "the nodes live in this subnet");
            intent.network().podSubnet().filter(_ -> cluster.networkPlugin() == NetworkPlugin.POD_SUBNET)
                    .ifPresent(subnet -> subnet("--pod-subnet-id", subnet, "the pods live in a subnet of their own"));
        }
    }

    private void apiServer() {
        ApiServer apiServer = cluster.apiServer();
        switch (apiServer.access()) {
            case PUBLIC -> {
                // Nothing to set: it is what AKS does.
            }
            case PRIVATE -> flag("--enable-private-cluster", "the API server has no public address");
            case VNET_INTEGRATION -> {
                if (cluster.isNetworkIsolated()) {
                    flag("--enable-private-cluster", "an isolated cluster has a private API server");
                }
                flag("--enable-apiserver-vnet-integration", "nodes reach the API server inside the network");
                apiServer.subnet().filter(_ -> ownsNetwork()).ifPresent(subnet -> subnet("--apiserver-subnet-id",
                        subnet, "delegated to Microsoft.ContainerService/managedClusters, a /28 at least"));
            }
        }
        List<IpPrefix> ranges = authorizedRanges(intent, wayOut);
        if (!ranges.isEmpty() && apiServer.access() != ApiServer.Access.PRIVATE) {
            set("--api-server-authorized-ip-ranges",
                    String.join(",", ranges.stream().map(IpPrefix::toString).toList()),
                    ranges.size() > apiServer.authorizedIpRanges().size()
                            ? "with the firewall's public addresses, which the nodes' calls come from"
                            : "nobody else may call the API server");
        }
    }

    private void identity() {
        boolean ownSubnetOfApiServer = ownsNetwork() && cluster.apiServer().subnet().isPresent()
                && cluster.apiServer().access() == ApiServer.Access.VNET_INTEGRATION;
        if (ownSubnetOfApiServer || cluster.networkPlugin() == NetworkPlugin.KUBENET && routed()) {
            settings.add(new ClusterSetting("--assign-identity", List.of(new SettingValue.Supplied("clusterIdentityId",
                    "Resource id of a user-assigned identity with the role Network Contributor on the network and the"
                            + " route table")),
                    cluster.networkPlugin() == NetworkPlugin.KUBENET
                            ? "kubenet writes the pods' routes into the route table and needs the right to do so first"
                            : "it needs the right to join the API server's subnet before the cluster is created"));
        } else {
            flag("--enable-managed-identity", "AKS gives it the rights on the subnets");
        }
    }

    private void nodes() {
        cluster.nodePools().stream().map(NodePool::os).filter(os -> os != NodeOs.WINDOWS).findFirst()
                .ifPresent(os -> set("--os-sku", os == NodeOs.AZURE_LINUX ? "AzureLinux" : "Ubuntu",
                        "system of the first node pool; further pools are added with az aks nodepool add"));
        set("--node-os-upgrade-channel", cluster.nodeOsUpgradeChannel().text(),
                "it decides which package hosts the nodes call");
    }

    private boolean ownsNetwork() {
        return switch (cluster.outboundType()) {
            case MANAGED_NAT_GATEWAY, MANAGED_NAT_GATEWAY_V2, BLOCK -> false;
            case LOAD_BALANCER, USER_ASSIGNED_NAT_GATEWAY, USER_DEFINED_ROUTING, NONE -> true;
        };
    }

    private boolean routed() {
        return wayOut instanceof WayOut.ThroughFirewall;
    }

    private void set(String option, String value, String reason) {
        settings.add(new ClusterSetting(option, List.of(new SettingValue.Literal(value)), reason));
    }

    private void flag(String option, String reason) {
        settings.add(new ClusterSetting(option, List.of(), reason));
    }

    private void subnet(String option, SubnetIntent subnet, String reason) {
        settings.add(new ClusterSetting(option, List.of(new SettingValue.SubnetId(subnet.name())), reason));
    }
}
