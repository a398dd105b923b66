package dev.sekisho.simulator.destination;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.simulator.view.FirewallView;
import java.util.ArrayList;
import java.util.List;

/// What is known around a flow whose destination is a name.
///
/// @param privateEndpoints endpoints whose names lead to private addresses, as far as no subnet tells which are seen
/// @param owned addresses that belong to something described, so that no undescribed name leads to them
public record Surroundings(Knowledge knowledge, ServiceTags serviceTags, List<PrivateEndpoint> privateEndpoints,
        AddressSet owned) {
    public Surroundings {
        privateEndpoints = List.copyOf(privateEndpoints);
    }

    /// Returns the surroundings that an environment describes.
    public static Surroundings of(Environment environment) {
        List<AddressSet> owned = new ArrayList<>();
        for (VirtualNetwork network : environment.virtualNetworks()) {
            owned.add(AddressSet.ofPrefixes(network.addressSpace()));
            owned.add(AddressSet.ofPrefixes(network.gatewayRoutes().stream().filter(p -> p.length() > 0).toList()));
            network.peerings().forEach(peering -> owned.add(AddressSet.ofPrefixes(peering.remoteAddressSpace())));
        }
        environment.privateEndpoints().stream().flatMap(endpoint -> endpoint.addresses().stream())
                .forEach(address -> owned.add(AddressSet.of(address)));
        environment.firewalls().forEach(firewall -> owned.add(publicAddresses(firewall)));
        return new Surroundings(environment.knowledge(), environment.serviceTags(), environment.privateEndpoints(),
                AddressSet.unionOf(owned));
    }

    /// Returns the surroundings of a firewall by itself.
    public static Surroundings of(FirewallView view) {
        return new Surroundings(view.knowledge(), view.serviceTags(), List.of(), publicAddresses(view.firewall()));
    }

    private static AddressSet publicAddresses(Firewall firewall) {
        return AddressSet.unionOf(firewall.publicIps().stream().flatMap(entry -> entry.known().stream())
                .map(AddressSet::of).toList());
    }
}
