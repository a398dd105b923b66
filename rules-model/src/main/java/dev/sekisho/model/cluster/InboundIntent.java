package dev.sekisho.model.cluster;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.Fqdn;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A Service of the cluster that is to be reached from outside, and from where. Nobody else is to reach it.
///
/// @param name name of the Service
/// @param namespace namespace of the Service
/// @param selector labels of the pods behind it
/// @param port port of the Service, 1 to 65535
/// @param targetPort port of the pods, by number or by name; the same as `port` where absent
/// @param from where clients are; at least one
/// @param ip the address of the load balancer; chosen by the plan where absent
/// @param subnet the subnet of that address; the nodes' where absent
/// @param sourceRanges the clients that may use it, of those places whose clients the Service sees; empty for all of them
/// @param firewall how the Internet comes in; the defaults where absent
/// @param applicationGateway the gateway before it
/// @param privateLink the Private Link service before it
public record InboundIntent(String name, String namespace, SortedMap<String, String> selector, int port,
        Optional<String> targetPort, Protocol protocol, Set<Origin> from, Optional<IpAddress> ip,
        Optional<SubnetIntent> subnet, List<IpPrefix> sourceRanges, Optional<FirewallDoor> firewall,
        Optional<GatewayDoor> applicationGateway, Optional<LinkDoor> privateLink, SourceLocation at) {

    /// Protocols of load balancers.
    public enum Protocol {
        TCP("tcp", IpProtocol.TCP), UDP("udp", IpProtocol.UDP);

        private final String text;
        private final IpProtocol ipProtocol;

        Protocol(String text, IpProtocol ipProtocol) {
            this.text = text;
            this.ipProtocol = ipProtocol;
        }

        /// Returns the name that files use.
        public String text() {
            return text;
        }

        /// Returns the protocol of the packets.
        public IpProtocol ipProtocol() {
            return ipProtocol;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// How the Internet comes in through the firewall.
    ///
    /// @param publicIp one of the firewall's public addresses; its first one where absent
    /// @param publicPort port at that address, 1 to 63999 (`FW-51`); the Service's where absent
    public record FirewallDoor(Optional<IpAddress> publicIp, OptionalInt publicPort) {
        /// The firewall's first address, the Service's port.
        public static final FirewallDoor DEFAULT = new FirewallDoor(Optional.empty(), OptionalInt.empty());
    }

    /// An existing Application Gateway that gets the Service as a backend.
    ///
    /// @param name name of the gateway
    /// @param resourceGroup its resource group; the deployment's own where absent
    /// @param subnet its subnet, in the cluster's network or in a peered one
    /// @param host name that its listener answers to; every name where absent
    /// @param listenerPort port of the listener
    /// @param certificate name of the gateway's certificate, for HTTPS; HTTP where absent
    /// @param backendHttps whether the gateway speaks HTTPS to the Service
    /// @param probePath path of the health probe
    /// @param priority priority of the routing rule, 1 to 20000
    public record GatewayDoor(String name, Optional<String> resourceGroup, SubnetIntent subnet, Optional<Fqdn> host,
            int listenerPort, Optional<String> certificate, boolean backendHttps, String probePath, int priority) {}

    /// A Private Link service that AKS makes before the load balancer.
    ///
    /// @param name name of the Private Link service; made from the Service's where absent
    /// @param subnet the subnet whose addresses consumers show; the load balancer's where absent
    /// @param addresses how many addresses it takes, 1 to 8
    /// @param visibility subscriptions that see it; empty for everybody who has its alias and a role that may see it
    /// @param everybody whether every subscription sees it
    /// @param autoApproval subscriptions whose endpoints need no approval
    /// @param fqdns names that consumers are told
    /// @param proxyProtocol whether the Service gets the PROXY protocol, which tells the consumer's address
    public record LinkDoor(Optional<String> name, Optional<SubnetIntent> subnet, int addresses,
            List<String> visibility, boolean everybody, List<String> autoApproval, List<Fqdn> fqdns,
            boolean proxyProtocol) {
        /// One address of the load balancer's subnet; visible by roles only, every endpoint to be approved.
        public static final LinkDoor DEFAULT = new LinkDoor(Optional.empty(), Optional.empty(), 1, List.of(), false,
                List.of(), List.of(), false);

        public LinkDoor {
            visibility = List.copyOf(visibility);
            autoApproval = List.copyOf(autoApproval);
            fqdns = List.copyOf(fqdns);
        }
    }

    public InboundIntent {
        selector = Collections.unmodifiableSortedMap(new TreeMap<>(selector));
        from = Collections.unmodifiableSet(new LinkedHashSet<>(from));
        sourceRanges = List.copyOf(sourceRanges);
    }

    /// Tells whether clients of a place are to reach it.
    public boolean isFrom(Origin origin) {
        return from.contains(origin);
    }

    /// Returns the way through the firewall, where it is wanted.
    public Optional<FirewallDoor> firewallDoor() {
        return isFrom(Origin.INTERNET_THROUGH_FIREWALL) ? firewall.or(() -> Optional.of(FirewallDoor.DEFAULT))
                : Optional.empty();
    }

    /// Returns the Private Link service, where it is wanted.
    public Optional<LinkDoor> linkDoor() {
        return isFrom(Origin.PRIVATE_LINK) ? privateLink.or(() -> Optional.of(LinkDoor.DEFAULT)) : Optional.empty();
    }

    /// Namespace and name, as `kubectl` shows them.
    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
