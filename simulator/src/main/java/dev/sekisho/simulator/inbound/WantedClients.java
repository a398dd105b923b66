package dev.sekisho.simulator.inbound;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.cluster.InboundIntent;
import dev.sekisho.model.cluster.NetworkIntent;
import dev.sekisho.model.cluster.Origin;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.simulator.exposure.ExposureRow;
import dev.sekisho.simulator.exposure.place.Place;
import java.util.Optional;

/// Which clients of a place are to reach a Service.
record WantedClients(NetworkIntent network, InboundIntent entry) {

    AddressSet of(Place place) {
        return door(place).isPresent() ? place.addresses() : usual(place);
    }

    private AddressSet usual(Place place) {
        return switch (place.kind()) {
            case NETWORK -> from(Origin.VNET, place);
            case PEERED -> from(Origin.PEERED, place);
            case ON_PREMISES -> from(Origin.ONPREM, place);
            case INTERNET_THROUGH_FIREWALL -> from(Origin.INTERNET_THROUGH_FIREWALL, place);
            case APPLICATION_GATEWAY -> entry.isFrom(Origin.APPLICATION_GATEWAY) ? place.addresses() : AddressSet.EMPTY;
            case PRIVATE_LINK -> entry.isFrom(Origin.PRIVATE_LINK) ? place.addresses() : AddressSet.EMPTY;
            case OTHER_NETWORK, INTERNET -> AddressSet.EMPTY;
        };
    }

    /// Whether private endpoints that nobody describes are to be connected without approval.
    boolean areEndpointsElsewhere() {
        return entry.linkDoor().filter(door -> !door.autoApproval().isEmpty()).isPresent();
    }

    /// Whether clients are to reach the Service, but need not by this way: nobody asks for DNAT rules at a firewall's private
    /// address.
    boolean areFreeToCome(Place place) {
        return place.isThroughFirewall() && place.kind() != Place.Kind.INTERNET_THROUGH_FIREWALL;
    }

    /// Whether all that clients reach is an Application Gateway that is wanted: what stands before the gateway, a DNAT rule of a
    /// firewall perhaps, is for those who run it.
    boolean comeByWantedGateway(ExposureRow.Part part) {
        return part.behindGateway() && entry.isFrom(Origin.APPLICATION_GATEWAY);
    }

    private AddressSet from(Origin origin, Place place) {
        if (!entry.isFrom(origin)) {
            return AddressSet.EMPTY;
        }
        return entry.sourceRanges().isEmpty() ? place.addresses()
                : place.addresses().intersection(AddressSet.ofPrefixes(entry.sourceRanges()));
    }

    /// What stands in a subnet that is let in as a whole, because rules cannot tell its machines apart: a gateway or a
    /// Private Link service. Nothing where all clients there are wanted anyway.
    Optional<Origin> door(Place place) {
        if (place.kind() != Place.Kind.NETWORK && place.kind() != Place.Kind.PEERED
                || usual(place).containsAll(place.addresses())) {
            return Optional.empty();
        }
        Optional<SubnetIntent> gateway = entry.isFrom(Origin.APPLICATION_GATEWAY)
                ? entry.applicationGateway().map(InboundIntent.GatewayDoor::subnet)
                : Optional.empty();
        Optional<SubnetIntent> link = entry.linkDoor()
                .map(door -> door.subnet().or(entry::subnet).orElse(network.nodeSubnet()));
        return holds(gateway, place) ? Optional.of(Origin.APPLICATION_GATEWAY)
                : holds(link, place) ? Optional.of(Origin.PRIVATE_LINK) : Optional.empty();
    }

    private static boolean holds(Optional<SubnetIntent> subnet, Place place) {
        return subnet.filter(door -> AddressSet.of(door.prefix()).containsAll(place.addresses())).isPresent();
    }
}
