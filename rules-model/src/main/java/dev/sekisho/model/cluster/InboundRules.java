package dev.sekisho.model.cluster;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.cluster.InboundIntent.FirewallDoor;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What goes together in the Services that are reached from outside.
final class InboundRules {
    private static final String INTERNAL = "AKS: internal-lb, 2026-07-31";
    private static final String DNAT = "Azure Firewall: rule-processing, 2026-03-23";
    private static final String SHARED = "AKS: cloud-provider-azure, topics/loadbalancer";
    private static final String NETWORKS = "Azure: virtual-networks-faq, 2020-06-26";
    private static final int HIGHEST_NAT_PORT = 63_999;

    private final ClusterIntent intent;
    private final NetworkIntent network;
    private final Findings findings;

    private InboundRules(ClusterIntent intent, Findings findings) {
        this.intent = intent;
        this.network = intent.network();
        this.findings = findings;
    }

    static List<Diagnostic> check(ClusterIntent intent, Function<String, SourceLocation> places) {
        Findings findings = new Findings(places);
        InboundRules rules = new InboundRules(intent, findings);
        rules.names();
        for (int i = 0; i < intent.inbound().size(); i++) {
            rules.entry(intent.inbound().get(i), "inbound." + i);
        }
        rules.frontends();
        rules.doors();
        List<Diagnostic> all = new ArrayList<>(findings.all());
        all.addAll(InboundDoorRules.check(intent, places));
        return all;
    }

    private void names() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < intent.inbound().size(); i++) {
            String name = intent.inbound().get(i).toString();
            findings.error(!names.add(name), "DUPLICATE_NAME", "inbound." + i + ".name",
                    "a Service named '" + name + "' stands already above",
                    "give each Service of a namespace a name of its own", SHARED);
        }
    }

    private void entry(InboundIntent entry, String path) {
        address(entry, path);
        clients(entry, path);
        origins(entry, path);
    }

    private void address(InboundIntent entry, String path) {
        SubnetIntent subnet = entry.subnet().orElse(network.nodeSubnet());
        entry.ip().ifPresent(ip -> {
            String at = path + ".ip";
            findings.error(!ip.isIpv4(), "IPV6", at, "the address " + ip + " of '" + entry.name()
                    + "' is not an IPv4 address", "give an IPv4 address of subnet " + subnet.name(), INTERNAL);
            findings.error(ip.isIpv4() && !subnet.prefix().contains(ip), "ADDRESS_OUTSIDE_SUBNET", at,
                    "the address " + ip + " of '" + entry.name() + "' is outside of subnet " + subnet.name() + " "
                            + subnet.prefix(),
                    "choose an address inside of it, or add subnet: with the one that holds it", INTERNAL);
            findings.error(AddressRules.isKept(subnet.prefix(), ip), "RESERVED_ADDRESS", at,
                    ip + " is one of the five addresses that Azure keeps in subnet " + subnet.prefix(),
                    "choose another address", NETWORKS);
            for (Dependency dependency : intent.dependencies()) {
                findings.error(dependency.privateIp().filter(ip::equals).isPresent(), "DUPLICATE_ADDRESS", at,
                        ip + " is the address of the private endpoint of '" + dependency.name() + "'",
                        "choose another address", NETWORKS);
            }
            findings.error(network.firewall().map(FirewallIntent::privateIp).filter(ip::equals).isPresent(),
                    "DUPLICATE_ADDRESS", at, ip + " is the address of the firewall", "choose another address",
                    NETWORKS);
        });
    }

    private void clients(InboundIntent entry, String path) {
        List<IpPrefix> ranges = entry.sourceRanges();
        Set<IpPrefix> seen = new HashSet<>();
        for (int i = 0; i < ranges.size(); i++) {
            String at = path + ".sourceRanges." + i;
            findings.error(!seen.add(ranges.get(i)), "DUPLICATE_PREFIX", at, "the range " + ranges.get(i)
                    + " is listed twice", "remove one of the two", INTERNAL);
            findings.error(!ranges.get(i).isIpv4(), "IPV6", at, "the range " + ranges.get(i)
                    + " is not an IPv4 range, and the Service has an IPv4 address", "write IPv4 ranges", INTERNAL);
        }
        if (ranges.isEmpty()) {
            return;
        }
        findings.error(entry.from().stream().noneMatch(Origin::showsClients), "RANGES_WITHOUT_EFFECT",
                path + ".sourceRanges",
                "the Service sees no address of a client behind an Application Gateway or a private endpoint",
                "remove sourceRanges, and restrict clients at the gateway or by privateLink.visibility", INTERNAL);
        AddressSet allowed = AddressSet.ofPrefixes(ranges);
        for (Origin origin : entry.from()) {
            findings.error(origin.showsClients() && !there(origin).isEmpty() && !there(origin).overlaps(allowed),
                    "NOBODY_LEFT", path + ".sourceRanges",
                    "sourceRanges holds no address of " + origin + ", from which '" + entry.name()
                            + "' is to be reached",
                    origin == Origin.INTERNET_THROUGH_FIREWALL
                            ? "add the public ranges of those clients, or remove internetThroughFirewall from from"
                            : "add a range of those clients, or remove " + origin + " from from",
                    INTERNAL);
        }
    }

    /// The addresses of the clients at a place.
    private AddressSet there(Origin origin) {
        return switch (origin) {
            case VNET -> AddressSet.ofPrefixes(network.vnet().addressSpace());
            case PEERED -> AddressSet.ofPrefixes(network.peeredRanges());
            case ONPREM -> network.onPremises().map(site -> AddressSet.ofPrefixes(site.ranges()))
                    .orElse(AddressSet.EMPTY);
            case INTERNET_THROUGH_FIREWALL -> WellKnownRanges.PUBLIC.ipv4();
            case APPLICATION_GATEWAY, PRIVATE_LINK -> AddressSet.EMPTY;
        };
    }

    private void origins(InboundIntent entry, String path) {
        String at = path + ".from";
        findings.error(entry.isFrom(Origin.PEERED) && network.peeredRanges().isEmpty(), "NO_PEERED_NETWORK", at,
                "'" + entry.name() + "' is to be reached from peered networks, and none is described",
                "add network.peeredNetworks: [{name: ..., addressSpace: [...]}], or the firewall's vnetAddressSpace",
                NETWORKS);
        findings.error(entry.isFrom(Origin.ONPREM) && network.onPremises().isEmpty(), "NO_ON_PREMISES", at,
                "'" + entry.name() + "' is to be reached from on premises, and what is there is not described",
                "add network.onPremises: {ranges: [...], gatewaySubnet: ...}", NETWORKS);
        findings.error(entry.isFrom(Origin.INTERNET_THROUGH_FIREWALL) && network.firewall().isEmpty(),
                "NO_FIREWALL", at,
                "'" + entry.name() + "' is to be reached through a firewall, and none is given",
                "add network.firewall with name, privateIp and publicIps", DNAT);
        findings.error(!entry.isFrom(Origin.INTERNET_THROUGH_FIREWALL) && entry.firewall().isPresent(),
                "UNUSED_KEY", path + ".internetThroughFirewall",
                "'from' does not name internetThroughFirewall, so the firewall does not let anybody in",
                "add internetThroughFirewall to from, or remove the key", DNAT);
        network.firewall().filter(_ -> entry.isFrom(Origin.INTERNET_THROUGH_FIREWALL))
                .ifPresent(firewall -> throughFirewall(entry, firewall, path));
    }

    private void throughFirewall(InboundIntent entry, FirewallIntent firewall, String path) {
        FirewallDoor door = entry.firewallDoor().orElseThrow();
        String at = path + ".internetThroughFirewall";
        findings.error(firewall.publicIps().isEmpty(), "NO_PUBLIC_IP", path + ".from",
                "'" + entry.name() + "' is to be reached from the Internet, and the firewall '" + firewall.name()
                        + "' has no public address",
                "add network.firewall.publicIps: [...]", DNAT);
        door.publicIp().ifPresent(ip -> findings.error(
                !firewall.publicIps().isEmpty() && !firewall.publicIps().contains(ip), "UNKNOWN_PUBLIC_IP",
                at + ".publicIp", ip + " is not a public address of the firewall " + firewall.publicIps(),
                "choose one of them, or add it to network.firewall.publicIps", DNAT));
        findings.error(door.publicPort().orElse(entry.port()) > HIGHEST_NAT_PORT, "PORT_RANGE", path + ".port",
                "a DNAT rule takes ports up to 63999, and '" + entry.name() + "' has port " + entry.port(),
                "add internetThroughFirewall: {publicPort: ...}; the port of the Service may stay", DNAT);
        findings.error(entry.port() > HIGHEST_NAT_PORT, "PORT_RANGE", path + ".port",
                "a DNAT rule translates to ports up to 63999, and '" + entry.name() + "' has port " + entry.port(),
                "choose a port up to 63999", DNAT);
    }

    /// Services may share an address, on different ports.
    private void frontends() {
        Map<String, InboundIntent> taken = new HashMap<>();
        Map<IpAddress, String> subnets = new HashMap<>();
        for (int i = 0; i < intent.inbound().size(); i++) {
            InboundIntent entry = intent.inbound().get(i);
            if (entry.ip().isEmpty()) {
                continue;
            }
            String frontend = entry.ip().get() + " " + entry.protocol() + ":" + entry.port();
            Optional<InboundIntent> earlier = Optional.ofNullable(taken.putIfAbsent(frontend, entry));
            String path = "inbound." + i + ".port";
            earlier.ifPresent(other -> findings.error(true, "DUPLICATE_PORT", path,
                    "'" + other.name() + "' and '" + entry.name() + "' both take " + frontend,
                    "give one of them another port or another ip", SHARED));
            String subnet = entry.subnet().orElse(network.nodeSubnet()).name();
            String before = subnets.putIfAbsent(entry.ip().get(), subnet);
            findings.error(before != null && !before.equalsIgnoreCase(subnet), "DUPLICATE_ADDRESS",
                    "inbound." + i + ".ip", entry.ip().get() + " is in subnet " + before + " above and in " + subnet
                            + " here",
                    "name the same subnet", SHARED);
        }
    }

    private void doors() {
        Optional<FirewallIntent> firewall = network.firewall().filter(one -> !one.publicIps().isEmpty());
        if (firewall.isEmpty()) {
            return;
        }
        Map<String, InboundIntent> taken = new HashMap<>();
        for (int i = 0; i < intent.inbound().size(); i++) {
            InboundIntent entry = intent.inbound().get(i);
            Optional<FirewallDoor> door = entry.firewallDoor();
            if (door.isEmpty()) {
                continue;
            }
            String outside = door.get().publicIp().orElse(firewall.get().publicIps().getFirst()) + " "
                    + entry.protocol() + ":" + door.get().publicPort().orElse(entry.port());
            Optional<InboundIntent> earlier = Optional.ofNullable(taken.putIfAbsent(outside, entry));
            String path = "inbound." + i + ".internetThroughFirewall";
            earlier.ifPresent(other -> findings.error(true, "DUPLICATE_PORT", path,
                    "'" + other.name() + "' and '" + entry.name() + "' both take " + outside + " of the firewall",
                    "give one of them another publicPort or publicIp", DNAT));
        }
    }
}
