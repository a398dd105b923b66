package dev.sekisho.simulator.destination;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.view.EndpointAddress;
import dev.sekisho.simulator.view.ServiceEndpointView;
import dev.sekisho.simulator.view.ServiceNames;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.world.Worlds.Alternative;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/// The addresses that a flow may go to (`DNS-1`).
///
/// A name is looked up in what the client resolves, in the private endpoints that the source sees, and in what the
/// firewall resolves. A name that is in none of them stands for every public address that belongs to nothing described:
/// one address for each class that routes and rules tell apart.
///
/// @param surroundings what is known around the flow
/// @param view the source's subnet, where it is known
/// @param firewalls what the rules of the firewalls that may be asked tell apart
/// @param beyond the firewalls' own subnets, as far as they are described
public record Destinations(Surroundings surroundings, Optional<SubnetView> view, List<RuleSets> firewalls,
        List<SubnetView> beyond) {
    public Destinations {
        firewalls = List.copyOf(firewalls);
        beyond = List.copyOf(beyond);
    }

    /// An address to evaluate.
    ///
    /// @param standsForOthers whether it only represents a class of addresses
    public record Target(IpAddress address, boolean standsForOthers) {}

    /// Returns the addresses of a flow; none where the name does not exist.
    public List<Alternative<Target>> of(Flow flow) {
        if (flow.destination().isPresent()) {
            return List.of(Alternative.only(new Target(flow.destination().get(), false)));
        }
        Optional<String> text = nameOf(flow);
        Optional<IpAddress> literal = text.flatMap(IpAddress::tryParse);
        if (literal.isPresent()) {
            return List.of(Alternative.only(new Target(literal.get(), false)));
        }
        Optional<Fqdn> name = text.flatMap(Fqdn::tryParse);
        Optional<List<IpAddress>> known = name.flatMap(this::lookUp);
        if (known.isPresent()) {
            boolean choice = known.get().size() > 1;
            return known.get().stream().map(address -> new Alternative<>(new Target(address, false),
                    choice ? List.of(name.get() + " is " + address) : List.<String>of())).toList();
        }
        return classes(flow, name);
    }

    /// Returns the flow as it goes to one of its addresses: with the address, and with the name that it stands for.
    public static Flow towards(Flow flow, Target target) {
        Flow sent = flow.withDestination(target.address());
        Optional<String> name = flow.destinationName().or(() -> target.standsForOthers()
                ? nameOf(flow)
                : Optional.empty());
        return new Flow(sent.source(), sent.destination(), name, sent.protocol(), sent.destinationPort(),
                sent.application(), sent.marks());
    }

    /// Returns the name that the flow goes to, where it has one.
    public static Optional<String> nameOf(Flow flow) {
        return flow.destinationName().or(() -> flow.application().flatMap(ApplicationData::sni))
                .or(() -> flow.application().flatMap(ApplicationData::host).map(Destinations::withoutPort));
    }

    private static String withoutPort(String host) {
        int colon = host.indexOf(':');
        return colon < 0 || host.indexOf(':', colon + 1) >= 0 ? host : host.substring(0, colon);
    }

    private Optional<List<IpAddress>> lookUp(Fqdn name) {
        SortedMap<String, List<IpAddress>> client = surroundings.knowledge().clientDns();
        SortedMap<String, List<IpAddress>> firewall = surroundings.knowledge().firewallDns();
        return Optional.ofNullable(client.get(name.value())).or(() -> privateEndpoint(name))
                .or(() -> Optional.ofNullable(firewall.get(name.value())));
    }

    private Optional<List<IpAddress>> privateEndpoint(Fqdn name) {
        List<PrivateEndpoint> visible = view.isPresent()
                ? view.get().privateEndpoints().stream().map(EndpointAddress::endpoint).distinct().toList()
                : surroundings.privateEndpoints();
        return visible.stream().filter(endpoint -> endpoint.fqdns().contains(name)).findFirst()
                .map(PrivateEndpoint::addresses);
    }

    private List<Alternative<Target>> classes(Flow flow, Optional<Fqdn> name) {
        DescribedSets described = new DescribedSets(surroundings.serviceTags());
        view.ifPresent(described::destinations);
        firewalls.forEach(firewall -> firewall.destinations(flow, described));
        beyond.forEach(described::routes);
        AddressClasses classes = new AddressClasses(universe(flow, name, singles(described)));
        described.sets().forEach((label, set) -> {
            if (!set.isSingle()) {
                classes.split(label, set);
            }
        });
        view.map(SubnetView::serviceEndpoints).orElse(List.of()).stream()
                .filter(endpoint -> !endpoint.elsewhere().isEmpty())
                .forEach(endpoint -> classes.split(endpoint.endpoint().service() + " of the network's region",
                        AddressSet.ofPrefixes(endpoint.prefixes().orElse(List.of()))));
        String whose = "the address of " + name.map(Fqdn::value).orElse("the destination");
        return classes.representatives(whose).stream()
                .map(a -> new Alternative<>(new Target(a.value(), true), a.because())).toList();
    }

    /// The public addresses that a name without an address may have. A resource of a service with a service endpoint is
    /// at one of the service's addresses, and nothing else is.
    private AddressSet universe(Flow flow, Optional<Fqdn> name, AddressSet singles) {
        AddressSet universe = flow.source().isIpv4() ? WellKnownRanges.PUBLIC.ipv4() : WellKnownRanges.PUBLIC.ipv6();
        for (ServiceEndpointView endpoint : view.map(SubnetView::serviceEndpoints).orElse(List.of())) {
            if (endpoint.prefixes().isPresent()) {
                AddressSet covered = AddressSet.ofPrefixes(endpoint.prefixes().get())
                        .union(AddressSet.ofPrefixes(endpoint.elsewhere()));
                boolean owns = name.isPresent()
                        && ServiceNames.owns(endpoint.endpoint().service(), name.get().value());
                universe = owns ? universe.intersection(covered) : universe.difference(covered);
            }
        }
        AddressSet rest = universe.difference(surroundings.owned()).difference(singles);
        return rest.isEmpty() ? universe : rest;
    }

    /// The addresses that are named one by one, by whichever rule: they belong to something described.
    private AddressSet singles(DescribedSets described) {
        return AddressSet.unionOf(Stream.concat(firewalls.stream().map(RuleSets::singles),
                described.sets().values().stream().filter(AddressSet::isSingle)).toList());
    }
}
