package dev.sekisho.simulator.compiled.clause;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.ApplicationSecurityGroup;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.route.EffectiveRoute;
import dev.sekisho.simulator.route.EffectiveRoutes;
import dev.sekisho.simulator.verdict.RouteSource;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.PeeringView;
import dev.sekisho.simulator.view.SubnetView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The addresses of one side of a rule, by how sure it is that they belong to it.
///
/// @param firm addresses that do
/// @param presumed addresses that do by the reading `NSG-5` alone
/// @param open addresses that may, or whose answer rests on another reading
public record AddressTerms(AddressSet firm, AddressSet presumed, AddressSet open) {
    public static final AddressTerms NOTHING = new AddressTerms(AddressSet.EMPTY, AddressSet.EMPTY, AddressSet.EMPTY);
    private static final AddressSet HOST = AddressSet.of(IpPrefix.parse("168.63.129.16/32"));
    private static final AddressSet METADATA = AddressSet.of(IpPrefix.parse("169.254.169.254/32"));

    /// The host's own addresses (`R-20`).
    public static final AddressSet PLATFORM = HOST.union(METADATA);

    /// Addresses that surely belong to the side.
    public static AddressTerms firm(AddressSet addresses) {
        return new AddressTerms(addresses, AddressSet.EMPTY, AddressSet.EMPTY);
    }

    /// Addresses that may.
    public static AddressTerms open(AddressSet addresses) {
        return new AddressTerms(AddressSet.EMPTY, AddressSet.EMPTY, addresses);
    }

    /// These and those of more terms of the same side.
    public AddressTerms and(AddressTerms other) {
        return new AddressTerms(firm.union(other.firm), presumed.union(other.presumed), open.union(other.open));
    }

    /// The three of them.
    public List<AddressSet> parts() {
        return List.of(firm, presumed, open);
    }

    private AddressTerms asOpen() {
        return open(firm.union(presumed).union(open));
    }

    /// A side of a firewall rule. An empty group disables the rule; what its literals would have matched is open, because
    /// the verdict then names the reading (`FW-26`).
    ///
    /// @param find finds a group, or nothing where it is not described
    public static AddressTerms ofFirewall(FirewallView view, Function<ResourceRef, Optional<IpGroup>> find,
            List<Entry<AddressTerm>> terms, List<ResourceRef> groups, boolean destination) {
        AddressTerms all = ofFirewall(view.serviceTags(), terms, destination);
        boolean disabled = false;
        for (ResourceRef reference : groups) {
            Optional<IpGroup> group = find.apply(reference);
            disabled |= group.filter(known -> known.members().isEmpty()).isPresent();
            all = all.and(group.map(known -> ofFirewall(view.serviceTags(), known.members(), destination))
                    .orElse(open(AddressSet.ALL)));
        }
        return disabled ? all.asOpen() : all;
    }

    /// One list of addresses in a firewall's rules or in a group.
    public static AddressTerms ofFirewall(ServiceTags tags, List<Entry<AddressTerm>> terms, boolean destination) {
        return of(terms, tag -> firewallTag(tags, tag, destination));
    }

    /// A side of a security rule, in the security groups of one subnet.
    public static AddressTerms ofSecurityRule(SubnetView view, SecurityRule.Side side) {
        AddressTerms all = of(side.addresses(), tag -> securityTag(view, tag));
        for (ResourceRef reference : side.applicationSecurityGroups()) {
            all = all.and(view.applicationSecurityGroup(reference).map(ApplicationSecurityGroup::members)
                    .map(AddressTerms::firm).orElse(open(AddressSet.ALL)));
        }
        return all;
    }

    private static AddressTerms of(List<Entry<AddressTerm>> terms, Function<ServiceTagName, AddressTerms> tags) {
        List<AddressTerms> all = new ArrayList<>();
        for (Entry<AddressTerm> entry : terms) {
            all.add(switch (entry) {
                case Entry.Known<AddressTerm>(AddressTerm term) -> switch (term) {
                    case AddressTerm.Any _ -> firm(AddressSet.ALL);
                    case AddressTerm.Prefix(var prefix) -> firm(AddressSet.of(prefix));
                    case AddressTerm.Range(var range) -> firm(AddressSet.of(range));
                    case AddressTerm.Tag(var tag) -> tags.apply(tag);
                };
                case Entry.Unknown<AddressTerm> _ -> open(AddressSet.ALL);
                case Entry.Malformed<AddressTerm> _ -> NOTHING;
            });
        }
        return new AddressTerms(AddressSet.unionOf(all.stream().map(AddressTerms::firm).toList()),
                AddressSet.unionOf(all.stream().map(AddressTerms::presumed).toList()),
                AddressSet.unionOf(all.stream().map(AddressTerms::open).toList()));
    }

    /// `FW-27`: a tag means nothing as a source.
    private static AddressTerms firewallTag(ServiceTags tags, ServiceTagName tag, boolean destination) {
        if (!destination || tag.isNsgOnly()) {
            return NOTHING;
        }
        return tags.find(tag).map(AddressTerms::firm).orElse(open(WellKnownRanges.PUBLIC));
    }

    /// `NSG-5`, `NSG-6`.
    private static AddressTerms securityTag(SubnetView view, ServiceTagName tag) {
        if (tag.equals(ServiceTagName.VIRTUAL_NETWORK)) {
            AddressSet firm = connected(view).union(HOST);
            boolean routesKnown = !(view.routeTable() instanceof Attached.Undescribed<RouteTable>);
            return new AddressTerms(firm, routed(view), routesKnown ? AddressSet.EMPTY : AddressSet.ALL);
        }
        if (tag.equals(ServiceTagName.INTERNET)) {
            return firm(WellKnownRanges.PUBLIC.difference(connected(view)));
        }
        if (tag.equals(ServiceTagName.AZURE_LOAD_BALANCER) || tag.equals(ServiceTagName.AZURE_PLATFORM_DNS)) {
            return firm(HOST);
        }
        if (tag.equals(ServiceTagName.AZURE_PLATFORM_IMDS)) {
            return firm(METADATA);
        }
        return view.serviceTags().find(tag).map(set -> firm(set.difference(PLATFORM)))
                .orElse(open(WellKnownRanges.PUBLIC.difference(PLATFORM)));
    }

    private static AddressSet connected(SubnetView view) {
        return AddressSet.ofPrefixes(Stream.of(view.network().addressSpace().stream(),
                view.peerings().stream().filter(peering -> peering.peering().allowVirtualNetworkAccess())
                        .map(PeeringView::remoteAddressSpace).flatMap(List::stream),
                view.gatewayRoutes().stream().filter(prefix -> prefix.length() > 0)).flatMap(all -> all).toList());
    }

    private static AddressSet routed(SubnetView view) {
        return AddressSet.ofPrefixes(EffectiveRoutes.of(view).routes().stream()
                .filter(route -> route.source() == RouteSource.USER).map(EffectiveRoute::prefix).toList());
    }
}
