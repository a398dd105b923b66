package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedTarget;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The flows that stand for one target of a need: from a source to every destination and port that stands for others, with the names on the wire
/// that the protocol shows.
final class NeedFlows {
    private static final Set<EgressNeed.Layer> LOCAL = Set.of(EgressNeed.Layer.LOCAL);

    private final Environment environment;
    private final EgressNeed need;
    private final Representatives representatives;
    private final Set<String> siblings;

    /// @param siblings names of other needs that the same service serves
    NeedFlows(Environment environment, EgressNeed need, Representatives representatives, Set<String> siblings) {
        this.environment = environment;
        this.need = need;
        this.representatives = representatives;
        this.siblings = Set.copyOf(siblings);
    }

    /// Where a flow goes.
    ///
    /// @param addresses the addresses that it stands for
    /// @param names the names that it stands for
    private record Destination(Optional<IpAddress> address, Optional<String> name, AddressSet addresses,
            List<String> names) {
        static Destination of(Member<IpAddress, AddressSet> address) {
            return new Destination(Optional.of(address.one()), Optional.empty(), address.all(), List.of());
        }

        static Destination of(Optional<IpAddress> address, Member<String, List<String>> name) {
            return new Destination(address, Optional.of(name.one()), AddressSet.EMPTY, name.all());
        }
    }

    /// Returns the flows from one source to one target.
    List<NeedFlow> flows(ProofSource source, NeedTarget target) {
        List<NeedFlow> flows = new ArrayList<>();
        for (Destination destination : destinations(target)) {
            for (IpProtocol protocol : protocols()) {
                if (!protocol.hasPorts()) {
                    flows.add(new NeedFlow(flow(source, destination, protocol, OptionalInt.empty()), target,
                            destination.addresses(), destination.names(), PortSet.ANY));
                    continue;
                }
                for (Member<Integer, PortSet> port : representatives.ports(need, target)) {
                    flows.add(new NeedFlow(flow(source, destination, protocol, OptionalInt.of(port.one())), target,
                            destination.addresses(), destination.names(), port.all()));
                }
            }
        }
        return flows;
    }

    private List<IpProtocol> protocols() {
        return switch (need.protocol()) {
            case HTTP, HTTPS, MSSQL, TCP -> List.of(IpProtocol.TCP);
            case UDP -> List.of(IpProtocol.UDP);
            case ICMP -> List.of(IpProtocol.ICMP);
            case ANY -> need.ports().isAny() ? List.of(IpProtocol.TCP, IpProtocol.UDP, IpProtocol.ICMP)
                    : List.of(IpProtocol.TCP, IpProtocol.UDP);
        };
    }

    private List<Destination> destinations(NeedTarget target) {
        return switch (target) {
            case NeedTarget.Name(FqdnPattern pattern) -> names(pattern).stream()
                    .map(name -> destination(name, pattern.isWildcard() ? sharedEndpoint() : Optional.empty()))
                    .toList();
            case NeedTarget.Tag(ServiceTagName tag) -> environment.serviceTags().find(tag)
                    .map(addresses -> representatives.destinations(need, addresses.ipv4())).orElse(List.of()).stream()
                    .map(Destination::of).toList();
            case NeedTarget.Address(IpPrefix prefix) -> representatives.destinations(need, AddressSet.of(prefix))
                    .stream().map(Destination::of).toList();
            case NeedTarget.Anywhere _ ->
                representatives.names(need, FqdnPattern.ANY).stream()
                        .map(name -> Destination.of(Optional.empty(), name)).toList();
        };
    }

    /// Names of described private endpoints come first, because any other name of a wildcard leads elsewhere.
    private List<Member<String, List<String>>> names(FqdnPattern pattern) {
        if (need.via() == Via.PRIVATE_ENDPOINT && pattern.isWildcard()) {
            List<String> described = environment.privateEndpoints().stream()
                    .flatMap(endpoint -> endpoint.fqdns().stream()).filter(pattern::matches).map(Fqdn::value).distinct()
                    .toList();
            if (!described.isEmpty()) {
                return described.stream().map(name -> new Member<>(name, List.of(name))).toList();
            }
        }
        return representatives.names(need, pattern);
    }

    /// Whether a target is presumed to lead to a private endpoint because nothing says where its names lead.
    boolean presumesEndpoint(NeedTarget target) {
        return target instanceof NeedTarget.Name(FqdnPattern pattern) && pattern.isWildcard()
                && sharedEndpoint().isPresent();
    }

    /// A service whose names only patterns tell, such as a monitoring scope, has one endpoint for all of them. It is described
    /// without names, or with those of them that are known.
    private Optional<IpAddress> sharedEndpoint() {
        return need.via() == Via.PRIVATE_ENDPOINT
                ? environment.privateEndpoints().stream().filter(this::mayBeShared)
                        .flatMap(endpoint -> endpoint.addresses().stream()).findFirst()
                : Optional.empty();
    }

    private boolean mayBeShared(PrivateEndpoint endpoint) {
        return endpoint.connection().isEmpty() && (endpoint.fqdns().isEmpty()
                || endpoint.fqdns().stream().map(Fqdn::value).anyMatch(siblings::contains));
    }

    /// A name that stays inside the network and has no known address stands for an address of the network.
    ///
    /// @param presumed the endpoint that it is presumed to lead to
    private Destination destination(Member<String, List<String>> member, Optional<IpAddress> presumed) {
        String name = member.one();
        boolean known = environment.knowledge().clientDns().containsKey(name)
                || environment.knowledge().firewallDns().containsKey(name)
                || environment.privateEndpoints().stream().flatMap(endpoint -> endpoint.fqdns().stream())
                        .anyMatch(fqdn -> fqdn.value().equals(name));
        boolean inNetwork = need.layers().equals(LOCAL) && need.via() != Via.SERVICE_ENDPOINT;
        Optional<IpAddress> inside = inNetwork && !known
                ? presumed.or(() -> environment.clusters().stream().flatMap(cluster -> cluster.nodeSubnets().stream())
                        .map(IpPrefix::last).findFirst())
                : Optional.empty();
        return Destination.of(inside, member);
    }

    private Flow flow(ProofSource source, Destination destination, IpProtocol protocol, OptionalInt port) {
        Optional<ApplicationData> application = protocol.equals(IpProtocol.TCP)
                ? application(destination.name(), port) : Optional.empty();
        return new Flow(source.address(), destination.address(), destination.name(), protocol, port, application,
                Flow.Marks.NONE);
    }

    /// What the firewall can read: the server name of TLS, or the Host header with the port where it is not the usual
    /// one. A client that knows an address only shows no name (`FW-58`).
    private Optional<ApplicationData> application(Optional<String> name, OptionalInt port) {
        return switch (need.protocol()) {
            case HTTP -> Optional.of(new ApplicationData(ApplicationData.Protocol.HTTP, Optional.empty(),
                    name.map(host -> withPort(host, port, 80)), name.map(host -> host + "/")));
            case HTTPS -> Optional.of(new ApplicationData(ApplicationData.Protocol.HTTPS, name,
                    name.map(host -> withPort(host, port, 443)), name.map(host -> host + "/")));
            case MSSQL -> Optional.of(
                    new ApplicationData(ApplicationData.Protocol.MSSQL, name, Optional.empty(), Optional.empty()));
            case TCP, UDP, ICMP, ANY -> Optional.empty();
        };
    }

    private static String withPort(String host, OptionalInt port, int usual) {
        return port.isPresent() && port.getAsInt() != usual ? host + ":" + port.getAsInt() : host;
    }
}
