package dev.sekisho.model.resolve;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.ClusterShape;
import dev.sekisho.model.cluster.Dependency;
import dev.sekisho.model.cluster.Feature;
import dev.sekisho.model.cluster.NetworkIntent;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.cluster.NetworkIntent.VnetIntent;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.cluster.NodeOs;
import dev.sekisho.model.cluster.NodeOsUpgradeChannel;
import dev.sekisho.model.cluster.NodePool;
import dev.sekisho.model.cluster.OutboundType;
import dev.sekisho.model.cluster.PlanOptions;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A cluster to resolve in tests, changed step by step from a public one in `japaneast` behind a firewall.
final class Intent {
    private Cloud cloud = Cloud.AZURE_PUBLIC;
    private String region = "japaneast";
    private OutboundType outboundType = OutboundType.USER_DEFINED_ROUTING;
    private ApiServer.Access access = ApiServer.Access.PUBLIC;
    private Optional<Fqdn> fqdn = Optional.empty();
    private Optional<IpAddress> ip = Optional.empty();
    private NetworkPlugin plugin = NetworkPlugin.OVERLAY;
    private boolean konnectivity = true;
    private NodeOsUpgradeChannel channel = NodeOsUpgradeChannel.NODE_IMAGE;
    private final List<NodePool> pools = new ArrayList<>(List.of(new NodePool("system", NodeOs.UBUNTU, false)));
    private final List<Feature> features = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();
    private final List<IpAddress> dnsServers = new ArrayList<>();
    private boolean dnsProxy = true;
    private boolean fqdnTag;
    private boolean legacyNames;
    private final List<String> include = new ArrayList<>();
    private final List<String> exclude = new ArrayList<>();

    static Intent publicCluster() {
        return new Intent();
    }

    static Intent privateCluster() {
        return new Intent().access(ApiServer.Access.PRIVATE);
    }

    Intent cloud(Cloud newCloud, String newRegion) {
        cloud = newCloud;
        region = newRegion;
        return this;
    }

    Intent outbound(OutboundType type) {
        outboundType = type;
        return this;
    }

    Intent access(ApiServer.Access newAccess) {
        access = newAccess;
        return this;
    }

    Intent created(String name, String address) {
        fqdn = Optional.of(Fqdn.parse(name));
        ip = Optional.of(IpAddress.parse(address));
        return this;
    }

    Intent oldTunnel() {
        konnectivity = false;
        return this;
    }

    Intent plugin(NetworkPlugin newPlugin) {
        plugin = newPlugin;
        return this;
    }

    Intent channel(NodeOsUpgradeChannel newChannel) {
        channel = newChannel;
        return this;
    }

    Intent pool(NodeOs os, boolean gpu) {
        pools.add(new NodePool("pool" + pools.size(), os, gpu));
        return this;
    }

    /// Adds a feature with parameters written `name=value`.
    Intent feature(String name, String... parameters) {
        SortedMap<String, List<String>> values = new TreeMap<>();
        for (String parameter : parameters) {
            String[] parts = parameter.split("=", 2);
            values.put(parts[0], List.of(parts[1].split(",")));
        }
        features.add(new Feature(name, values, SourceLocation.UNKNOWN));
        return this;
    }

    Intent dns(String... servers) {
        dnsServers.addAll(List.of(servers).stream().map(IpAddress::parse).toList());
        return this;
    }

    Intent withoutDnsProxy() {
        dnsProxy = false;
        return this;
    }

    Intent fqdnTag() {
        fqdnTag = true;
        return this;
    }

    Intent legacyNames() {
        legacyNames = true;
        return this;
    }

    Intent include(String... ids) {
        include.addAll(List.of(ids));
        return this;
    }

    Intent exclude(String... ids) {
        exclude.addAll(List.of(ids));
        return this;
    }

    Intent service(String name, String service, String host, Via via) {
        return dependency(new Dependency(name, Optional.of(service), Optional.of(FqdnPattern.parse(host)),
                Optional.empty(), Optional.empty(), Optional.empty(), via, Optional.empty(), "",
                SourceLocation.UNKNOWN));
    }

    Intent narrowed(String name, String service, String host, Via via, Dependency.Protocol protocol, String ports) {
        return dependency(new Dependency(name, Optional.of(service), Optional.of(FqdnPattern.parse(host)),
                Optional.empty(), Optional.of(protocol), Optional.of(PortSet.parse(ports)), via, Optional.empty(), "",
                SourceLocation.UNKNOWN));
    }

    Intent dependency(Dependency dependency) {
        dependencies.add(dependency);
        return this;
    }

    ClusterIntent build() {
        ApiServer server = new ApiServer(access, List.of(), fqdn, ip,
                access == ApiServer.Access.VNET_INTEGRATION
                        ? Optional.of(new SubnetIntent("apiserver", IpPrefix.parse("10.42.9.0/28")))
                        : Optional.empty());
        ClusterShape shape = new ClusterShape(cloud, region, outboundType, server, plugin, konnectivity, channel, pools,
                features);
        FirewallIntent firewall = new FirewallIntent("hub-fw", Tier.STANDARD, IpAddress.parse("10.1.0.4"),
                List.of(IpAddress.parse("20.0.0.10")), dnsProxy, Optional.empty(),
                List.of(IpPrefix.parse("10.1.0.0/16")));
        boolean isolated = outboundType == OutboundType.NONE || outboundType == OutboundType.BLOCK;
        NetworkIntent network = new NetworkIntent(
                new VnetIntent("spoke", Optional.empty(), List.of(IpPrefix.parse("10.42.0.0/16"))),
                new SubnetIntent("nodes", IpPrefix.parse("10.42.1.0/24")), Optional.empty(),
                Optional.of(new SubnetIntent("endpoints", IpPrefix.parse("10.42.5.0/24"))),
                Optional.of(IpPrefix.parse("10.244.0.0/16")), dnsServers,
                isolated ? Optional.empty() : Optional.of(firewall));
        return new ClusterIntent("payments", shape, network, dependencies,
                new PlanOptions(fqdnTag, legacyNames, include, exclude), SourceLocation.UNKNOWN);
    }
}
