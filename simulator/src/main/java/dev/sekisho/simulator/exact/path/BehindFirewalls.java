package dev.sekisho.simulator.exact.path;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.space.NameSet;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What the way behind a firewall depends on, and where a name leads.
///
/// Both ask a flow only whether its source, its destination, its port and its name are in certain sets: private ranges that
/// are not translated, routes of the firewall's subnet, peerings, security groups where traffic arrives, and names that
/// somebody resolves. Two flows that no such set tells apart fare alike.
public final class BehindFirewalls {
    private final Environment environment;
    private final Views views;
    private final List<Region> regions = new ArrayList<>();

    private BehindFirewalls(Environment environment) {
        this.environment = environment;
        this.views = new Views(environment);
    }

    /// Returns regions whose sides are those sets.
    public static List<Region> told(Environment environment) {
        BehindFirewalls behind = new BehindFirewalls(environment);
        behind.add(WellKnownRanges.PUBLIC);
        behind.add(WellKnownRanges.PRIVATE);
        behind.add(WellKnownRanges.UNIQUE_LOCAL_IPV6);
        environment.knowledge().learnedPrivateRanges().ifPresent(behind::add);
        environment.virtualNetworks().forEach(behind::network);
        environment.firewalls().forEach(behind::firewall);
        environment.privateEndpoints().stream().map(PrivateEndpoint::addresses)
                .forEach(addresses -> addresses.forEach(address -> behind.add(AddressSet.of(address))));
        behind.names();
        return behind.regions.stream().distinct().toList();
    }

    private void add(AddressSet destinations) {
        regions.add(Region.ALL.to(destinations));
    }

    private void network(VirtualNetwork network) {
        add(AddressSet.ofPrefixes(network.addressSpace()));
        network.peerings().forEach(peering -> add(AddressSet.ofPrefixes(peering.remoteAddressSpace())));
        for (Subnet subnet : network.subnets()) {
            add(AddressSet.ofPrefixes(subnet.prefixes()));
            views.subnet(network.name(), subnet.name())
                    .ifPresent(view -> add(SecurityGroups.of(view, SecurityRule.Direction.INBOUND)));
        }
    }

    private void firewall(Firewall firewall) {
        firewall.remotePeerings().forEach(peering -> add(AddressSet.ofPrefixes(peering.remoteAddressSpace())));
        views.firewall(firewall).settings().snat().ifPresent(snat -> snat.privateRanges().stream()
                .flatMap(entry -> entry.known().stream()).forEach(prefix -> add(AddressSet.of(prefix))));
        views.firewallSubnet(firewall).ifPresent(this::routes);
    }

    private void routes(SubnetView view) {
        add(new RouteLayers(view, (_, _, _) -> Layer.of(List.of())).layer());
    }

    private void add(Layer layer) {
        layer.regions().map(Region::whateverIsKnown).forEach(regions::add);
    }

    /// Names that client or firewall resolve lead elsewhere than others do.
    private void names() {
        Stream.of(environment.knowledge().clientDns().keySet(), environment.knowledge().firewallDns().keySet())
                .flatMap(keys -> keys.stream()).flatMap(name -> Fqdn.tryParse(name).stream()).forEach(this::add);
        environment.privateEndpoints().forEach(endpoint -> endpoint.fqdns().forEach(this::add));
    }

    private void add(Fqdn name) {
        regions.add(Region.ALL.named(NameSet.of(List.of(FqdnPattern.exactly(name)))));
    }
}
