package dev.sekisho.simulator.exposure.entrance;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.network.ApplicationGateway;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.view.SubnetView;
import java.util.Optional;
import java.util.OptionalInt;

/// What clients connect to: an address with a port, and what is behind it.
///
/// @param address the address; one that stands for it where it is not fixed
/// @param fixed whether somebody said that it is this one
/// @param isPrivate whether the address is in a virtual network
/// @param where the subnet whose security groups and routes what arrives meets, where it is described
/// @param backend the node behind a load balancer
/// @param kept sources outside of which nodes drop packets; all where they drop none
/// @param name the name that clients ask for, where it matters
/// @param ingress on which side of its Application Gateway an Ingress is taken, for that entry alone
public record Frontend(Entry entry, IpAddress address, boolean fixed, boolean isPrivate, Optional<SubnetView> where,
        Optional<PathOptions.Backend> backend, AddressSet kept, IpProtocol protocol, int port, Optional<Fqdn> name,
        Optional<ApplicationGateway.Side> ingress) {

    /// A frontend that no Ingress is on.
    public Frontend(Entry entry, IpAddress address, boolean fixed, boolean isPrivate, Optional<SubnetView> where,
            Optional<PathOptions.Backend> backend, AddressSet kept, IpProtocol protocol, int port,
            Optional<Fqdn> name) {
        this(entry, address, fixed, isPrivate, where, backend, kept, protocol, port, name, Optional.empty());
    }

    /// A connection of a client.
    public Flow from(IpAddress client) {
        return flow(client, address, port, false);
    }

    public Flow flow(IpAddress client, IpAddress to, int toPort, boolean inbound) {
        return new Flow(client, Optional.of(to), name.map(Fqdn::value), protocol, OptionalInt.of(toPort),
                name.map(host -> ApplicationData.shownBy(ApplicationData.Protocol.HTTPS, Optional.of(host.value()),
                        toPort)),
                new Flow.Marks(inbound, false, Optional.empty(), false, OptionalInt.empty()));
    }

    /// What the interpreter is told beside a flow to the frontend.
    public PathOptions options(Optional<Place.Start> start) {
        PathOptions from = start.map(place -> PathOptions.NONE.withSubnet(place.network(), place.subnet()))
                .orElse(PathOptions.NONE);
        return backend.map(from::withBackend).orElse(from);
    }

    /// A packet as the machine behind the frontend sees it.
    public Flow arriving(IpAddress source) {
        return backend.map(machine -> machine.seen(from(source))).orElseGet(() -> from(source));
    }

    /// The frontend in words: `10.42.3.20:80`.
    public String text() {
        return address + (fixed ? "" : entry == Entry.NODE_PORT ? " (stands for the nodes)"
                : " (stands for the address that Azure chooses)") + ":" + port;
    }
}
