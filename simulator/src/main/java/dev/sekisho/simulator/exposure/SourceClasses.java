package dev.sekisho.simulator.exposure;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Addresses in classes that nothing of an environment tells apart: no rule, no route, no range. What holds for one
/// address of a class holds for all of it, so that asking one of each is asking everybody.
final class SourceClasses {
    /// More classes than this are not asked; the first ones stand for the others, and the answer says so.
    static final int MOST = 4096;

    private final Set<AddressSet> told = new LinkedHashSet<>();
    private final Environment environment;

    SourceClasses(Environment environment) {
        this.environment = environment;
        Views views = new Views(environment);
        for (Firewall firewall : environment.firewalls()) {
            views.firewall(firewall).collections().stream().flatMap(ordered -> ordered.collection().rules().stream())
                    .map(Rule::sources).forEach(side -> add(side.addresses()));
        }
        environment.ipGroups().forEach(group -> add(group.members()));
        for (NetworkSecurityGroup group : environment.networkSecurityGroups()) {
            group.securityRules().forEach(rule -> add(rule.source().addresses()));
        }
        environment.securityAdminCollections()
                .forEach(collection -> collection.rules().forEach(rule -> add(rule.source().addresses())));
        environment.routeTables().forEach(table -> table.routes().forEach(route -> route.destination().known()
                .ifPresent(destination -> prefix(destination.toString()))));
        environment.virtualNetworks().forEach(network -> {
            told.add(AddressSet.ofPrefixes(network.addressSpace()));
            told.add(AddressSet.ofPrefixes(network.gatewayRoutes()));
            network.subnets().forEach(subnet -> told.add(AddressSet.ofPrefixes(subnet.prefixes())));
            network.peerings().forEach(peering -> told.add(AddressSet.ofPrefixes(peering.remoteAddressSpace())));
        });
    }

    private void prefix(String text) {
        try {
            told.add(AddressSet.of(IpPrefix.parse(text)));
        } catch (IllegalArgumentException tag) {
            // A service tag: its addresses are told apart by the tag itself.
            ServiceTagName.tryParse(text).flatMap(environment.serviceTags()::find)
                    .ifPresent(told::add);
        }
    }

    private void add(List<Entry<AddressTerm>> entries) {
        for (Entry<AddressTerm> entry : entries) {
            entry.known().ifPresent(term -> told.add(switch (term) {
                case AddressTerm.Any _ -> AddressSet.ALL;
                case AddressTerm.Prefix(var prefix) -> AddressSet.of(prefix);
                case AddressTerm.Range(var range) -> AddressSet.of(range);
                case AddressTerm.Tag(var tag) -> environment.serviceTags().find(tag).orElse(AddressSet.EMPTY);
            }));
        }
    }

    /// The classes of some addresses, each not empty.
    ///
    /// @param also a set that tells apart beside those of the environment
    List<AddressSet> of(AddressSet addresses, AddressSet also) {
        List<AddressSet> classes = new ArrayList<>();
        if (!addresses.isEmpty()) {
            classes.add(addresses);
        }
        Set<AddressSet> cuts = new LinkedHashSet<>(told);
        cuts.add(also);
        for (AddressSet cut : cuts) {
            if (!cut.overlaps(addresses) || cut.containsAll(addresses)) {
                continue;
            }
            List<AddressSet> next = new ArrayList<>();
            for (AddressSet part : classes) {
                AddressSet inside = part.intersection(cut);
                AddressSet outside = part.difference(cut);
                if (!inside.isEmpty()) {
                    next.add(inside);
                }
                if (!outside.isEmpty()) {
                    next.add(outside);
                }
            }
            classes = next;
            if (classes.size() > MOST) {
                return List.copyOf(classes.subList(0, MOST));
            }
        }
        return List.copyOf(classes);
    }
}
