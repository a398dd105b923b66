package dev.sekisho.model.io.environment;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.environment.WaysIn;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.ApplicationGateway;
import dev.sekisho.model.network.ApplicationSecurityGroup;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.PrivateLinkService;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.SecurityAdminCollection;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.servicetag.TagRelease;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The resources read so far, from one file or several. The same resource twice counts once; two different ones of one
/// kind with the same name are reported, and the first is kept.
final class EnvironmentParts {
    private final Diagnostics diagnostics;
    private final Map<String, VirtualNetwork> virtualNetworks = new LinkedHashMap<>();
    private final Map<String, RouteTable> routeTables = new LinkedHashMap<>();
    private final Map<String, NetworkSecurityGroup> securityGroups = new LinkedHashMap<>();
    private final Map<String, Firewall> firewalls = new LinkedHashMap<>();
    private final Map<String, FirewallPolicy> policies = new LinkedHashMap<>();
    private final Map<String, IpGroup> ipGroups = new LinkedHashMap<>();
    private final Map<String, PrivateEndpoint> privateEndpoints = new LinkedHashMap<>();
    private final Map<String, PrivateLinkService> privateLinkServices = new LinkedHashMap<>();
    private final Map<String, ApplicationGateway> applicationGateways = new LinkedHashMap<>();
    private final Map<String, ClusterNetwork> clusters = new LinkedHashMap<>();
    private final Map<String, SecurityAdminCollection> adminCollections = new LinkedHashMap<>();
    private final Map<String, ApplicationSecurityGroup> applicationGroups = new LinkedHashMap<>();
    private final Map<ServiceTagName, AddressSet> serviceTags = new TreeMap<>();
    private final List<TagRelease> tagReleases = new ArrayList<>();
    private Knowledge knowledge = Knowledge.NONE;
    private Readings readings = Readings.RECOMMENDED;

    EnvironmentParts(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void add(VirtualNetwork network) {
        add(virtualNetworks, "virtual network", network.name(), network, network.at());
    }

    void add(RouteTable table) {
        add(routeTables, "route table", table.name(), table, table.at());
    }

    void add(NetworkSecurityGroup group) {
        add(securityGroups, "network security group", group.name(), group, group.at());
    }

    void add(Firewall firewall) {
        add(firewalls, "firewall", firewall.name(), firewall, firewall.at());
    }

    void add(FirewallPolicy policy) {
        add(policies, "firewall policy", policy.name(), policy, policy.at());
    }

    void add(IpGroup group) {
        add(ipGroups, "IP group", group.name(), group, group.at());
    }

    void add(PrivateEndpoint endpoint) {
        add(privateEndpoints, "private endpoint", endpoint.name(), endpoint, endpoint.at());
    }

    void add(PrivateLinkService service) {
        add(privateLinkServices, "Private Link service", service.name(), service, service.at());
    }

    void add(ApplicationGateway gateway) {
        add(applicationGateways, "Application Gateway", gateway.name(), gateway, gateway.at());
    }

    void add(ClusterNetwork cluster, SourceLocation at) {
        add(clusters, "cluster", cluster.name(), cluster, at);
    }

    void add(SecurityAdminCollection collection) {
        add(adminCollections, "collection of security admin rules", collection.name(), collection, collection.at());
    }

    void add(ApplicationSecurityGroup group) {
        add(applicationGroups, "application security group", group.name(), group, group.at());
    }

    /// Addresses of a tag. What is written by hand and what Microsoft publishes may differ; the last one read holds.
    void add(ServiceTagName tag, AddressSet addresses, SourceLocation at) {
        AddressSet before = serviceTags.put(tag, addresses);
        if (before != null && !before.equals(addresses)) {
            diagnostics.warning(ValidationCode.DUPLICATE_NAME.name(), at,
                    "the service tag " + tag + " is described twice with different addresses; the last one holds", "");
        }
    }

    /// A publication of service tags. Of several for one cloud the newest holds.
    void add(TagRelease release) {
        tagReleases.stream().filter(other -> !other.cloud().equalsIgnoreCase(release.cloud())).findFirst()
                .ifPresent(other -> diagnostics.note("SEVERAL_CLOUDS", release.at(),
                        "these are the " + release + "; those of " + other.cloud() + " are read too",
                        "where both have a tag, that of the cluster's cloud holds, else that of the public cloud"));
        tagReleases.add(release);
    }

    void know(Knowledge more) {
        knowledge = KnowledgeReader.union(knowledge, more);
    }

    void read(Readings chosen) {
        readings = chosen;
    }

    private <T> void add(Map<String, T> known, String kind, String name, T resource, SourceLocation at) {
        T first = known.putIfAbsent(name.toLowerCase(Locale.ROOT), resource);
        if (first != null && !first.equals(resource)) {
            diagnostics.error(ValidationCode.DUPLICATE_NAME.name(), at,
                    "a different " + kind + " has the name " + Quotation.of(name) + " too",
                    "rename one of them; the first one is used");
        }
    }

    Environment environment() {
        return new Environment(List.copyOf(virtualNetworks.values()), List.copyOf(routeTables.values()),
                List.copyOf(securityGroups.values()), List.copyOf(firewalls.values()), List.copyOf(policies.values()),
                List.copyOf(ipGroups.values()), List.copyOf(privateEndpoints.values()), List.copyOf(clusters.values()),
                List.copyOf(adminCollections.values()), List.copyOf(applicationGroups.values()),
                new WaysIn(List.copyOf(privateLinkServices.values()), List.copyOf(applicationGateways.values())),
                tags(), knowledge,
                readings);
    }

    private ServiceTags tags() {
        ServiceTags tags = ServiceTags.of(serviceTags);
        for (TagRelease release : tagReleases) {
            tags = tags.with(release);
        }
        for (TagRelease release : tagReleases) {
            tags.release(release.cloud()).filter(used -> used.changeNumber() > release.changeNumber())
                    .ifPresent(used -> diagnostics.note("SUPERSEDED_FILE", release.at(),
                            "these are the " + release + "; change " + used.changeNumber() + " is used instead", ""));
        }
        return tags;
    }
}
