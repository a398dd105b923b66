package dev.sekisho.model.cluster;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.InboundIntent.GatewayDoor;
import dev.sekisho.model.cluster.InboundIntent.LinkDoor;
import dev.sekisho.model.cluster.NetworkIntent.OnPremisesIntent;
import dev.sekisho.model.cluster.NetworkIntent.PeerIntent;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What goes together in the networks around the cluster, and in what stands before its Services: gateways and Private
/// Link services.
final class InboundDoorRules {
    private static final String NETWORKS = "Azure: virtual-networks-faq, 2020-06-26";
    private static final String GATEWAY = "Azure: application-gateway, configuration-infrastructure";
    private static final String LINK = "AKS: cloud-provider-azure, topics/pls-integration";
    private static final int SMALLEST_GATEWAY_SUBNET = 29;

    private final ClusterIntent intent;
    private final NetworkIntent network;
    private final Findings findings;

    private InboundDoorRules(ClusterIntent intent, Findings findings) {
        this.intent = intent;
        this.network = intent.network();
        this.findings = findings;
    }

    static List<Diagnostic> check(ClusterIntent intent, Function<String, SourceLocation> places) {
        Findings findings = new Findings(places);
        InboundDoorRules rules = new InboundDoorRules(intent, findings);
        rules.peers();
        intent.network().onPremises().ifPresent(rules::onPremises);
        for (int i = 0; i < intent.inbound().size(); i++) {
            rules.gateway(intent.inbound().get(i), "inbound." + i);
            rules.link(intent.inbound().get(i), "inbound." + i);
        }
        rules.listeners();
        rules.sharedLinks();
        return findings.all();
    }

    private void peers() {
        AddressSet taken = AddressSet.ofPrefixes(network.vnet().addressSpace())
                .union(AddressSet.ofPrefixes(firewallRanges()));
        List<String> names = new ArrayList<>(List.of(network.vnet().name()));
        for (int i = 0; i < network.peeredNetworks().size(); i++) {
            PeerIntent peer = network.peeredNetworks().get(i);
            String path = "network.peeredNetworks." + i;
            findings.error(names.stream().anyMatch(peer.name()::equalsIgnoreCase), "DUPLICATE_NAME", path,
                    "a network named '" + peer.name() + "' stands already above",
                    "give each network a name of its own", NETWORKS);
            names.add(peer.name());
            findings.error(peer.addressSpace().isEmpty(), "NO_ADDRESS_SPACE", path,
                    "the network '" + peer.name() + "' has no address space", "write addressSpace: [10.60.0.0/16]",
                    NETWORKS);
            for (int j = 0; j < peer.addressSpace().size(); j++) {
                AddressSet range = AddressSet.of(peer.addressSpace().get(j));
                findings.error(range.overlaps(taken), "NETWORKS_OVERLAP", path + ".addressSpace." + j,
                        "the network '" + peer.name() + "' " + peer.addressSpace().get(j)
                                + " overlaps another one that is peered with the cluster's, or the cluster's own",
                        "correct the range: networks that overlap cannot be peered", NETWORKS);
                taken = taken.union(range);
            }
        }
    }

    private List<IpPrefix> firewallRanges() {
        return network.firewall().map(firewall -> firewall.vnetAddressSpace()).orElse(List.of());
    }

    private void onPremises(OnPremisesIntent site) {
        AddressSet networks = AddressSet.ofPrefixes(network.vnet().addressSpace())
                .union(AddressSet.ofPrefixes(network.peeredRanges()));
        String path = "network.onPremises";
        findings.error(site.ranges().isEmpty(), "NO_ADDRESS_SPACE", path + ".ranges",
                "no address is on premises", "write ranges: [172.20.0.0/16], or remove onPremises", NETWORKS);
        for (int i = 0; i < site.ranges().size(); i++) {
            findings.error(AddressSet.of(site.ranges().get(i)).overlaps(networks), "NETWORKS_OVERLAP",
                    path + ".ranges." + i,
                    "the range " + site.ranges().get(i) + " on premises overlaps a virtual network: its own routes win",
                    "correct the range", NETWORKS);
        }
        findings.error(!networks.containsAll(site.gatewaySubnet().toRange()), "SUBNET_OUTSIDE_NETWORK",
                path + ".gatewaySubnet", "the gateway subnet " + site.gatewaySubnet()
                        + " is in no described network: neither the cluster's, nor a peered one",
                "correct it, or add the network that holds it to network.peeredNetworks or as the firewall's"
                        + " vnetAddressSpace",
                NETWORKS);
        boolean apart = network.firewall().isPresent() && networks.containsAll(site.gatewaySubnet().toRange())
                && Stream.concat(network.vnet().addressSpace().stream(), firewallRanges().stream())
                        .noneMatch(range -> range.contains(site.gatewaySubnet()));
        findings.error(apart && intent.inbound().stream().anyMatch(entry -> entry.isFrom(Origin.ONPREM)),
                "GATEWAY_WITHOUT_FIREWALL", path + ".gatewaySubnet",
                "the gateway is neither in the cluster's network nor in the firewall's: peering goes one step only, so"
                        + " its requests do not get to the firewall that replies go to",
                "use a gateway in the firewall's network, or remove onprem from from", NETWORKS);
        findings.error(site.gatewaySubnet().overlaps(network.nodeSubnet().prefix()), "SUBNETS_OVERLAP",
                path + ".gatewaySubnet", "the gateway subnet " + site.gatewaySubnet() + " overlaps the node subnet "
                        + network.nodeSubnet().prefix(),
                "give the prefix of GatewaySubnet", NETWORKS);
        findings.error(site.gatewaySubnet().length() > SMALLEST_GATEWAY_SUBNET && site.gatewaySubnet().isIpv4(),
                "SUBNET_TOO_SMALL", path + ".gatewaySubnet",
                "the gateway subnet " + site.gatewaySubnet() + " is smaller than a /29",
                "give the prefix of GatewaySubnet", NETWORKS);
    }

    private void gateway(InboundIntent entry, String path) {
        boolean wanted = entry.isFrom(Origin.APPLICATION_GATEWAY);
        findings.error(wanted && entry.applicationGateway().isEmpty(), "MISSING_KEY", path + ".from",
                "'" + entry.name() + "' is to be reached through an Application Gateway, and none is named",
                "add applicationGateway: {name: ..., subnet: {name: ..., prefix: ...}}", GATEWAY);
        findings.error(!wanted && entry.applicationGateway().isPresent(), "UNUSED_KEY", path + ".applicationGateway",
                "'from' does not name applicationGateway, so the gateway is not let in",
                "add applicationGateway to from, or remove the key", GATEWAY);
        findings.error(wanted && entry.protocol() == InboundIntent.Protocol.UDP, "GATEWAY_PROTOCOL",
                path + ".protocol", "an Application Gateway carries no UDP", "write protocol: tcp", GATEWAY);
        if (!wanted) {
            return;
        }
        entry.applicationGateway().ifPresent(door -> {
            IpPrefix prefix = door.subnet().prefix();
            AddressSet networks = AddressSet.ofPrefixes(network.vnet().addressSpace())
                    .union(AddressSet.ofPrefixes(network.peeredRanges()));
            String at = path + ".applicationGateway.subnet";
            findings.error(!networks.containsAll(prefix.toRange()), "SUBNET_OUTSIDE_NETWORK", at,
                    "the subnet " + prefix + " of the gateway '" + door.name()
                            + "' is in no described network, so the gateway does not reach the Service",
                    "correct it, or add its network to network.peeredNetworks", GATEWAY);
            findings.error(prefix.overlaps(network.nodeSubnet().prefix()), "SUBNETS_OVERLAP", at,
                    "the subnet " + prefix + " of the gateway '" + door.name() + "' overlaps the node subnet "
                            + network.nodeSubnet().prefix() + "; a gateway has a subnet of its own",
                    "give the gateway's subnet", GATEWAY);
        });
    }

    /// A listener is told apart by port and host name, a routing rule by its priority.
    private void listeners() {
        Map<String, String> listeners = new HashMap<>();
        Map<String, String> priorities = new HashMap<>();
        for (int i = 0; i < intent.inbound().size(); i++) {
            InboundIntent entry = intent.inbound().get(i);
            Optional<GatewayDoor> door = entry.applicationGateway()
                    .filter(_ -> entry.isFrom(Origin.APPLICATION_GATEWAY));
            if (door.isEmpty()) {
                continue;
            }
            String path = "inbound." + i + ".applicationGateway";
            String gateway = door.get().name().toLowerCase(Locale.ROOT);
            String listener = gateway + " " + door.get().listenerPort() + " "
                    + door.get().host().map(Object::toString).orElse("*");
            String before = listeners.putIfAbsent(listener, entry.name());
            findings.error(before != null, "DUPLICATE_LISTENER", path,
                    "'" + before + "' has a listener of '" + door.get().name()
                            + "' with the same port and host already",
                    "give it another host or listenerPort", GATEWAY);
            String priority = gateway + " " + door.get().priority();
            String other = priorities.putIfAbsent(priority, entry.name());
            findings.error(other != null, "DUPLICATE_PRIORITY", path + ".priority",
                    "'" + other + "' has a routing rule of '" + door.get().name() + "' with priority "
                            + door.get().priority() + " already",
                    "add priority: with a number of its own", GATEWAY);
        }
    }

    private void link(InboundIntent entry, String path) {
        boolean wanted = entry.isFrom(Origin.PRIVATE_LINK);
        String at = path + ".privateLink";
        findings.error(!wanted && entry.privateLink().isPresent(), "UNUSED_KEY", at,
                "'from' does not name privateLink, so no Private Link service is made",
                "add privateLink to from, or remove the key", LINK);
        LinkDoor door = entry.privateLink().orElse(LinkDoor.DEFAULT);
        for (int i = 0; i < door.autoApproval().size(); i++) {
            String subscription = door.autoApproval().get(i);
            findings.error(!door.everybody() && !door.visibility().contains(subscription),
                    "APPROVAL_WITHOUT_VISIBILITY",
                    at + ".autoApproval." + i,
                    "the subscription " + subscription + " is approved by itself and does not see the service",
                    "add it to visibility", LINK);
        }
    }

    /// A Private Link service leads to an address, so all Services of the address are behind it.
    private void sharedLinks() {
        Map<IpAddress, InboundIntent> first = new HashMap<>();
        for (int i = 0; i < intent.inbound().size(); i++) {
            InboundIntent entry = intent.inbound().get(i);
            if (entry.ip().isEmpty()) {
                continue;
            }
            Optional<InboundIntent> earlier = Optional.ofNullable(first.putIfAbsent(entry.ip().get(), entry));
            String path = "inbound." + i;
            earlier.ifPresent(other -> {
                findings.error(other.isFrom(Origin.PRIVATE_LINK) != entry.isFrom(Origin.PRIVATE_LINK),
                        "SHARED_PRIVATE_LINK", path + ".from",
                        "'" + other.name() + "' and '" + entry.name() + "' share the address " + entry.ip().get()
                                + ", and a Private Link service leads to all ports of an address",
                        "give one of them another ip, or name privateLink for both", LINK);
                findings.error(other.linkDoor().isPresent() && entry.linkDoor().isPresent()
                        && !other.linkDoor().equals(entry.linkDoor()), "SHARED_PRIVATE_LINK", path + ".privateLink",
                        "'" + other.name() + "' and '" + entry.name() + "' share the address " + entry.ip().get()
                                + " and describe its Private Link service differently",
                        "write the same privateLink for both", LINK);
            });
        }
    }
}
