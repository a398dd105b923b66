package dev.sekisho.model.cluster;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.firewall.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What goes together in the cluster's network.
final class NetworkRules {
    private static final String NETWORKS = "Azure: virtual-networks-faq, 2020-06-26";
    private static final String ENDPOINTS = "Azure: private-endpoint-overview, 2022-02-17";
    private static final String POD_SUBNET = "AKS: concepts-network-azure-cni-pod-subnet, 2024-05-21";
    private static final String FIREWALL = "AKS: limit-egress-traffic, 2023-12-05";
    private static final String IPV6 = "Azure: ipv6-overview, 2023-08-24";
    private static final String OVERLAY = "AKS: concepts-network-azure-cni-overlay, 2026-07-31";
    private static final String KUBENET = "AKS: configure-kubenet, 2026-04-16";
    private static final String SKU = "Azure Firewall: features-by-sku, 2025-09-18";
    private static final String LIMITS = "Azure Firewall: firewall-limits, 2023-10-10";
    private static final int MOST_PUBLIC_IPS = 250;

    private NetworkRules() {}

    static List<Diagnostic> check(ClusterIntent intent, Function<String, SourceLocation> places) {
        Findings findings = new Findings(places);
        subnets(intent, findings);
        pods(intent, findings);
        intent.network().firewall().ifPresent(firewall -> firewall(intent.network(), firewall, findings));
        dependencies(intent, findings);
        return findings.all();
    }

    private record Placed(String path, SubnetIntent subnet) {}

    private static void subnets(ClusterIntent intent, Findings findings) {
        NetworkIntent network = intent.network();
        List<IpPrefix> space = network.vnet().addressSpace();
        findings.error(space.isEmpty(), "NO_ADDRESS_SPACE", "network.vnet.addressSpace",
                "the network has no address space",
                "write addressSpace: [10.42.0.0/16]", NETWORKS);
        List<Placed> subnets = new ArrayList<>();
        subnets.add(new Placed("network.nodeSubnet", network.nodeSubnet()));
        network.podSubnet().ifPresent(subnet -> subnets.add(new Placed("network.podSubnet", subnet)));
        network.privateEndpointSubnet()
                .ifPresent(subnet -> subnets.add(new Placed("network.privateEndpointSubnet", subnet)));
        inbound(intent, subnets);
        for (Placed placed : subnets) {
            IpPrefix prefix = placed.subnet().prefix();
            findings.error(!space.isEmpty() && space.stream().noneMatch(range -> range.contains(prefix)),
                    "SUBNET_OUTSIDE_NETWORK", placed.path(), "subnet " + prefix + " is outside of the network " + space,
                    "choose a prefix inside of it", NETWORKS);
        }
        intent.cluster().apiServer().subnet()
                .ifPresent(subnet -> subnets.add(new Placed("cluster.apiServer.subnet", subnet)));
        for (int i = 0; i < subnets.size(); i++) {
            for (int j = 0; j < i; j++) {
                overlap(subnets.get(j), subnets.get(i), findings);
            }
        }
    }

    /// The subnets that load balancers and Private Link services take addresses of.
    private static void inbound(ClusterIntent intent, List<Placed> subnets) {
        for (int i = 0; i < intent.inbound().size(); i++) {
            InboundIntent entry = intent.inbound().get(i);
            String path = "inbound." + i;
            entry.subnet().ifPresent(subnet -> subnets.add(new Placed(path + ".subnet", subnet)));
            entry.privateLink().flatMap(InboundIntent.LinkDoor::subnet)
                    .ifPresent(subnet -> subnets.add(new Placed(path + ".privateLink.subnet", subnet)));
        }
    }

    private static void overlap(Placed first, Placed second, Findings findings) {
        SubnetIntent a = first.subnet();
        SubnetIntent b = second.subnet();
        boolean same = a.name().equalsIgnoreCase(b.name());
        findings.error(same && !a.prefix().equals(b.prefix()), "DUPLICATE_NAME", second.path(),
                "subnet '" + b.name() + "' has two prefixes, " + a.prefix() + " and " + b.prefix(),
                "give each subnet a name of its own", NETWORKS);
        findings.error(!same && a.prefix().overlaps(b.prefix()), "SUBNETS_OVERLAP", second.path(),
                "subnet " + b.name() + " " + b.prefix() + " overlaps subnet " + a.name() + " " + a.prefix(),
                "choose prefixes that do not overlap", NETWORKS);
    }

    private static void pods(ClusterIntent intent, Findings findings) {
        NetworkPlugin plugin = intent.cluster().networkPlugin();
        NetworkIntent network = intent.network();
        boolean ownCidr = plugin == NetworkPlugin.OVERLAY || plugin == NetworkPlugin.KUBENET;
        network.podCidr().ifPresent(cidr -> {
            findings.error(!ownCidr, "POD_CIDR_UNUSED", "network.podCidr",
                    "network plugin " + plugin + " takes pod addresses from a subnet, not from a pod CIDR",
                    "remove podCidr, or write networkPlugin: overlay", POD_SUBNET);
            findings.error(network.vnet().addressSpace().stream().anyMatch(cidr::overlaps), "POD_CIDR_OVERLAPS",
                    "network.podCidr",
                    "pod CIDR " + cidr + " overlaps the network " + network.vnet().addressSpace()
                            + ": pods could not reach those addresses",
                    "choose a range outside of it, such as 10.244.0.0/16", OVERLAY);
        });
        boolean podSubnet = plugin == NetworkPlugin.POD_SUBNET;
        findings.error(podSubnet && network.podSubnet().isEmpty(), "MISSING_KEY", "network",
                "network plugin podSubnet needs a subnet for the pods", "add podSubnet: {name: pods, prefix: ...}",
                POD_SUBNET);
        findings.error(!podSubnet && network.podSubnet().isPresent(), "POD_SUBNET_UNUSED", "network.podSubnet",
                "network plugin " + plugin + " does not use a subnet for pods",
                "remove podSubnet, or write networkPlugin: podSubnet", POD_SUBNET);
        findings.warning(plugin == NetworkPlugin.KUBENET, "KUBENET_RETIRES", "cluster.networkPlugin",
                "kubenet is announced to retire; its nodes also write routes into the route table, which must survive"
                        + " every deployment",
                "plan the change to overlay", KUBENET);
        boolean windows = intent.cluster().nodePools().stream().anyMatch(pool -> pool.os() == NodeOs.WINDOWS);
        findings.error(plugin == NetworkPlugin.KUBENET && windows, "KUBENET_WINDOWS", "cluster.networkPlugin",
                "kubenet has no Windows node pools", "write overlay", KUBENET);
    }

    private static void firewall(NetworkIntent network, FirewallIntent firewall, Findings findings) {
        IpAddress address = firewall.privateIp();
        List<IpPrefix> own = network.vnet().addressSpace();
        List<IpPrefix> hub = firewall.vnetAddressSpace();
        findings.error(!address.isIpv4(), "IPV6", "network.firewall.privateIp",
                "the firewall's private address is an IPv4 address", "give the address in AzureFirewallSubnet", IPV6);
        findings.error(!hub.isEmpty() && hub.stream().noneMatch(range -> range.contains(address)),
                "FIREWALL_OUTSIDE_NETWORK", "network.firewall.privateIp",
                "the firewall's address " + address + " is not in its network " + hub,
                "correct privateIp or vnetAddressSpace", FIREWALL);
        for (int i = 0; i < hub.size(); i++) {
            findings.error(own.stream().anyMatch(hub.get(i)::overlaps), "NETWORKS_OVERLAP",
                    "network.firewall.vnetAddressSpace." + i,
                    "the firewall's network " + hub.get(i) + " overlaps the cluster's network " + own
                            + ": networks that overlap cannot be peered",
                    "leave vnetAddressSpace out if the firewall is in the cluster's own network", NETWORKS);
        }
        findings.error(network.nodeSubnet().prefix().contains(address), "FIREWALL_IN_NODE_SUBNET",
                "network.firewall.privateIp",
                "the firewall's address " + address + " lies in the node subnet; a firewall has a subnet of its own",
                "give the address of AzureFirewallSubnet", FIREWALL);
        findings.error(firewall.tier() == Tier.BASIC && firewall.dnsProxy(), "TIER", "network.firewall.dnsProxy",
                "a Basic firewall has no DNS proxy", "write dnsProxy: false, or tier: Standard", SKU);
        findings.error(firewall.publicIps().size() > MOST_PUBLIC_IPS, "LIMIT", "network.firewall.publicIps",
                firewall.publicIps().size() + " public addresses are more than the 250 that a firewall takes",
                "list those that it has",
                LIMITS);
        findings.warning(firewall.dnsProxy() && !network.dnsServers().contains(address), "DNS_NOT_THROUGH_FIREWALL",
                "network.dnsServers",
                "names in network rules hold only if nodes and firewall resolve alike, and the network does not use the"
                        + " firewall's DNS proxy",
                "write dnsServers: [" + address + "]", "Azure Firewall: fqdn-filtering-network-rules, 2021-09-01");
    }

    private static void dependencies(ClusterIntent intent, Findings findings) {
        List<IpPrefix> space = intent.network().vnet().addressSpace();
        for (Dependency dependency : intent.dependencies()) {
            dependency.privateIp().ifPresent(ip -> {
                findings.error(dependency.via() != Via.PRIVATE_ENDPOINT, "PRIVATE_IP_WITHOUT_ENDPOINT",
                        "dependencies." + dependency.name(),
                        "dependency '" + dependency.name() + "' has a privateIp but does not use a private endpoint",
                        "write via: privateEndpoint, or remove privateIp", ENDPOINTS);
                findings.error(space.stream().noneMatch(range -> range.contains(ip)), "ENDPOINT_OUTSIDE_NETWORK",
                        "dependencies." + dependency.name(),
                        "the private endpoint of '" + dependency.name() + "', " + ip + ", is outside of the network "
                                + space,
                        "choose an address inside of it", ENDPOINTS);
            });
        }
    }
}
