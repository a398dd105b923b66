package dev.sekisho.model.cluster;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Which addresses may stand for what, and which ranges must keep apart.
final class AddressRules {
    private static final String RANGES = "AKS: concepts-network-cni-overview, 2024-05-28";
    private static final String OVERLAY = "AKS: concepts-network-azure-cni-overlay, 2026-07-31";
    private static final String DEFAULT_OVERLAY = "AKS: azure-cni-overlay, 2024-08-16";
    private static final String DEFAULT_KUBENET = "AKS: configure-kubenet, 2026-04-16";
    private static final String AUTHORIZED = "AKS: api-server-authorized-ip-ranges, 2026-08-03";
    private static final String SUBNETS = "Azure: virtual-networks-faq, 2020-06-26";
    private static final String ENDPOINTS = "Azure: private-endpoint-overview, 2022-02-17";
    private static final String FIREWALL = "AKS: limit-egress-traffic, 2023-12-05";
    private static final String IPV6 = "Azure: ipv6-overview, 2023-08-24";

    /// What no page that was read says in so many words.
    private static final String NO_PAGE = "Azure: general knowledge, compared with no page";

    /// Ranges that a cluster can use neither for its network nor for pods nor for services.
    private static final List<IpPrefix> CLOSED_TO_AKS = List.of(IpPrefix.parse("169.254.0.0/16"),
            IpPrefix.parse("172.30.0.0/16"), IpPrefix.parse("172.31.0.0/16"), IpPrefix.parse("192.0.2.0/24"));

    /// Ranges that no virtual network can have.
    private static final List<IpPrefix> CLOSED_TO_NETWORKS = List.of(IpPrefix.parse("224.0.0.0/4"),
            IpPrefix.parse("255.255.255.255/32"), IpPrefix.parse("127.0.0.0/8"), IpPrefix.parse("168.63.129.16/32"));

    /// What AKS gives pods where nobody says otherwise.
    private static final IpPrefix DEFAULT_POD_CIDR = IpPrefix.parse("10.244.0.0/16");

    private static final String SPACE = "network.vnet.addressSpace";
    private static final int SMALLEST_IPV4_SUBNET = 29;
    private static final int IPV6_SUBNET = 64;

    private final ClusterIntent intent;
    private final NetworkIntent network;
    private final Findings findings;

    private AddressRules(ClusterIntent intent, Findings findings) {
        this.intent = intent;
        this.network = intent.network();
        this.findings = findings;
    }

    static List<Diagnostic> check(ClusterIntent intent, Function<String, SourceLocation> places) {
        Findings findings = new Findings(places);
        AddressRules rules = new AddressRules(intent, findings);
        rules.addressSpace();
        rules.subnetSizes();
        rules.pods();
        rules.authorizedRanges();
        intent.network().firewall().ifPresent(rules::firewall);
        rules.privateEndpoints();
        return findings.all();
    }

    private void addressSpace() {
        List<IpPrefix> space = network.vnet().addressSpace();
        for (int i = 0; i < space.size(); i++) {
            for (int j = 0; j < i; j++) {
                findings.error(space.get(i).overlaps(space.get(j)), "DUPLICATE_PREFIX", SPACE + "." + i,
                        "the address space lists " + space.get(j) + " and " + space.get(i) + ", which overlap",
                        "keep the wider one", NO_PAGE);
            }
        }
        for (int i = 0; i < space.size(); i++) {
            IpPrefix range = space.get(i);
            String path = SPACE + "." + i;
            closedToAks(range, path, "the address space " + range);
            CLOSED_TO_NETWORKS.stream().filter(range::overlaps)
                    .forEach(closed -> findings.error(true, "RESERVED_RANGE", path,
                            "the address space " + range + " overlaps " + closed
                                    + ", which no virtual network can have",
                            "choose another private range", SUBNETS));
        }
    }

    private void closedToAks(IpPrefix range, String path, String what) {
        CLOSED_TO_AKS.stream().filter(range::overlaps)
                .forEach(closed -> findings.error(true, "RESERVED_RANGE", path,
                        what + " overlaps " + closed + ", which AKS clusters cannot use",
                        "choose another private range", RANGES));
    }

    private void subnetSizes() {
        size(network.nodeSubnet(), "network.nodeSubnet");
        network.podSubnet().ifPresent(subnet -> size(subnet, "network.podSubnet"));
        network.privateEndpointSubnet().ifPresent(subnet -> size(subnet, "network.privateEndpointSubnet"));
    }

    private void size(SubnetIntent subnet, String path) {
        IpPrefix prefix = subnet.prefix();
        findings.error(prefix.isIpv4() && prefix.length() > SMALLEST_IPV4_SUBNET, "SUBNET_TOO_SMALL", path,
                "subnet " + prefix + " is too small: Azure keeps five addresses of each for itself",
                "choose a /29 or larger", SUBNETS);
        findings.error(!prefix.isIpv4() && prefix.length() != IPV6_SUBNET, "SUBNET_TOO_SMALL", path,
                "subnet " + prefix + " is not a /64, the only size of an IPv6 subnet", "write a /64", SUBNETS);
    }

    private void pods() {
        NetworkPlugin plugin = intent.cluster().networkPlugin();
        if (plugin != NetworkPlugin.OVERLAY && plugin != NetworkPlugin.KUBENET) {
            return;
        }
        IpPrefix pods = network.podCidr().orElse(DEFAULT_POD_CIDR);
        String which = network.podCidr().isPresent() ? "pod CIDR " + pods : "the default pod CIDR " + pods;
        String path = network.podCidr().isPresent() ? "network.podCidr" : "network";
        String remedy = "write a podCidr that overlaps none of the networks that pods reach";
        findings.error(network.podCidr().isEmpty() && network.vnet().addressSpace().stream().anyMatch(pods::overlaps),
                "POD_CIDR_OVERLAPS", path,
                which + " overlaps the network " + network.vnet().addressSpace() + ": pods could not reach it", remedy,
                plugin == NetworkPlugin.KUBENET ? DEFAULT_KUBENET : DEFAULT_OVERLAY);
        network.podCidr().ifPresent(cidr -> closedToAks(cidr, path, which));
        network.firewall().ifPresent(firewall -> findings.error(
                pods.contains(firewall.privateIp()) || firewall.vnetAddressSpace().stream().anyMatch(pods::overlaps),
                "POD_CIDR_OVERLAPS", path,
                which + " overlaps the network of the firewall at " + firewall.privateIp(), remedy, OVERLAY));
        for (int i = 0; i < network.dnsServers().size(); i++) {
            IpAddress server = network.dnsServers().get(i);
            findings.error(pods.contains(server), "POD_CIDR_OVERLAPS", "network.dnsServers." + i,
                    which + " holds the DNS server " + server, remedy, OVERLAY);
        }
        for (Dependency dependency : intent.dependencies()) {
            dependency.cidr().filter(pods::overlaps)
                    .ifPresent(cidr -> findings.error(true, "POD_CIDR_OVERLAPS", "dependencies." + dependency.name(),
                            "dependency '" + dependency.name() + "' leads to " + cidr + ", which overlaps " + which
                                    + ": pods take it for other pods",
                            remedy, OVERLAY));
        }
    }

    private void authorizedRanges() {
        Set<IpPrefix> seen = new HashSet<>();
        List<IpPrefix> ranges = intent.cluster().apiServer().authorizedIpRanges();
        for (int i = 0; i < ranges.size(); i++) {
            IpPrefix range = ranges.get(i);
            String path = "cluster.apiServer.authorizedIpRanges." + i;
            findings.error(!seen.add(range), "DUPLICATE_PREFIX", path, "the authorized range " + range
                    + " is listed twice", "remove one of the two", AUTHORIZED);
            findings.warning(range.isIpv4() && WellKnownRanges.PRIVATE.contains(range.first()), "RANGE_NOT_PUBLIC",
                    path,
                    "the authorized range " + range + " is private, and callers show their public address",
                    "give the public address behind which those callers are", AUTHORIZED);
        }
    }

    private void firewall(FirewallIntent firewall) {
        Set<IpAddress> seen = new HashSet<>();
        for (int i = 0; i < firewall.publicIps().size(); i++) {
            IpAddress address = firewall.publicIps().get(i);
            String path = "network.firewall.publicIps." + i;
            findings.error(!seen.add(address), "DUPLICATE_ADDRESS", path,
                    "the firewall's public address " + address + " is listed twice", "remove one of the two",
                    FIREWALL);
            findings.error(!address.isIpv4(), "IPV6", path,
                    "the firewall's public address " + address + " is not an IPv4 address", "give IPv4 addresses only",
                    IPV6);
            findings.error(address.isIpv4() && !WellKnownRanges.PUBLIC.contains(address), "ADDRESS_NOT_PUBLIC", path,
                    address + " is not a public address", "give the addresses of the firewall's public IP resources",
                    FIREWALL);
        }
        findings.warning(WellKnownRanges.PUBLIC.contains(firewall.privateIp()), "ADDRESS_NOT_PRIVATE",
                "network.firewall.privateIp",
                "the firewall's private address " + firewall.privateIp() + " is a public one",
                "give the address in AzureFirewallSubnet", FIREWALL);
    }

    private void privateEndpoints() {
        Optional<SubnetIntent> endpoints = network.privateEndpointSubnet();
        Map<IpAddress, Dependency> byAddress = new LinkedHashMap<>();
        for (Dependency dependency : intent.dependencies()) {
            if (dependency.privateIp().isEmpty()) {
                continue;
            }
            IpAddress address = dependency.privateIp().get();
            String path = "dependencies." + dependency.name();
            Optional<Dependency> earlier = Optional.ofNullable(byAddress.putIfAbsent(address, dependency));
            earlier.ifPresent(other -> findings.error(true, "DUPLICATE_ADDRESS", path,
                    "the private endpoints of '" + other.name() + "' and '" + dependency.name() + "' are both "
                            + address,
                    "give each an address of its own", ENDPOINTS));
            endpoints.ifPresent(subnet -> findings.error(!subnet.prefix().contains(address),
                    "ENDPOINT_OUTSIDE_SUBNET", path, "the private endpoint of '" + dependency.name() + "', " + address
                            + ", is outside of privateEndpointSubnet " + subnet.prefix(),
                    "choose an address inside of it", ENDPOINTS));
            for (SubnetIntent subnet : subnets()) {
                findings.error(isKept(subnet.prefix(), address), "RESERVED_ADDRESS", path,
                        address + " is one of the five addresses that Azure keeps in subnet " + subnet.prefix(),
                        "choose another address", SUBNETS);
            }
        }
    }

    private List<SubnetIntent> subnets() {
        List<SubnetIntent> subnets = new ArrayList<>(List.of(network.nodeSubnet()));
        network.privateEndpointSubnet().ifPresent(subnets::add);
        return subnets.stream().distinct().toList();
    }

    /// The first four addresses of an IPv4 subnet and its last one.
    static boolean isKept(IpPrefix subnet, IpAddress address) {
        return subnet.isIpv4() && subnet.length() <= SMALLEST_IPV4_SUBNET && (IpPrefix.of(subnet.first(), 30)
                .contains(address) || subnet.last().equals(address));
    }
}
