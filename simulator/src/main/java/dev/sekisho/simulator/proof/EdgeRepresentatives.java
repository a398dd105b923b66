package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedTarget;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.view.Views;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The edges of sets, where rules begin and end: what stands for all members where the exact classes would be too many.
///
/// @param told the sets of sources that rules name
record EdgeRepresentatives(Set<AddressSet> told) implements Representatives {

    static EdgeRepresentatives of(Environment environment) {
        return new EdgeRepresentatives(toldApart(environment));
    }

    @Override
    public List<Member<IpAddress, AddressSet>> sources(IpPrefix range) {
        AddressSet all = AddressSet.of(range);
        boolean uniform = told.stream().allMatch(set -> set.containsAll(all) || !set.overlaps(all));
        List<IpAddress> edges = Samples.usable(range);
        return uniform ? List.of(new Member<>(edges.getFirst(), all)) : alone(edges);
    }

    private static List<Member<IpAddress, AddressSet>> alone(List<IpAddress> addresses) {
        return addresses.stream().map(address -> new Member<>(address, AddressSet.of(address))).toList();
    }

    @Override
    public List<Member<String, List<String>>> names(EgressNeed need, FqdnPattern pattern) {
        return Samples.of(pattern).stream().map(name -> new Member<>(name, List.of(name))).toList();
    }

    /// The edges of the first and the last prefix and of one in between.
    @Override
    public List<Member<IpAddress, AddressSet>> destinations(EgressNeed need, AddressSet addresses) {
        List<IpPrefix> prefixes = addresses.prefixes();
        if (prefixes.size() == 1) {
            return alone(Samples.of(prefixes.getFirst()));
        }
        return prefixes.isEmpty() ? List.of()
                : alone(Stream.of(prefixes.getFirst(), prefixes.get(prefixes.size() / 2), prefixes.getLast())
                        .distinct().flatMap(prefix -> Stream.of(prefix.first(), prefix.last())).distinct().toList());
    }

    @Override
    public List<Member<Integer, PortSet>> ports(EgressNeed need, NeedTarget target) {
        return Samples.of(need.ports()).stream().map(port -> new Member<>(port, PortSet.of(port))).toList();
    }

    /// The sets of sources that firewall rules and security rules name.
    private static Set<AddressSet> toldApart(Environment environment) {
        Set<AddressSet> sets = new LinkedHashSet<>();
        Views views = new Views(environment);
        for (Firewall firewall : environment.firewalls()) {
            views.firewall(firewall).collections().stream().flatMap(ordered -> ordered.collection().rules().stream())
                    .map(Rule::sources).forEach(side -> sets.add(union(side.addresses(), environment)));
        }
        environment.ipGroups().forEach(group -> sets.add(union(group.members(), environment)));
        environment.networkSecurityGroups().stream().flatMap(group -> group.securityRules().stream())
                .forEach(rule -> sets.add(union(rule.source().addresses(), environment)));
        return sets;
    }

    private static AddressSet union(List<Entry<AddressTerm>> entries, Environment environment) {
        return AddressSet.unionOf(entries.stream().flatMap(entry -> entry.known().stream())
                .map(term -> switch (term) {
                    case AddressTerm.Any _ -> AddressSet.ALL;
                    case AddressTerm.Prefix(IpPrefix prefix) -> AddressSet.of(prefix);
                    case AddressTerm.Range(var range) -> AddressSet.of(range);
                    case AddressTerm.Tag(ServiceTagName tag) ->
                        environment.serviceTags().find(tag).orElse(AddressSet.EMPTY);
                }).toList());
    }
}
