package dev.sekisho.simulator.exposure.place;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.ApplicationGateway;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.view.ServiceEndpointView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Addresses in classes that nothing of an environment tells apart: no rule, no route, no range. What holds for one
/// address of a class holds for all of it, so that asking one of each is asking everybody.
public final class AddressClasses {
    /// More classes than this are not asked, and the answer says so.
    public static final int MOST = 4096;

    private final Set<AddressSet> told = new LinkedHashSet<>();
    private final Environment environment;

    /// @param complete whether these are all classes
    public record Classes(List<AddressSet> all, boolean complete) {}

    public AddressClasses(Environment environment) {
        this.environment = environment;
        Views views = new Views(environment);
        for (Firewall firewall : environment.firewalls()) {
            views.firewall(firewall).collections().stream().flatMap(ordered -> ordered.collection().rules().stream())
                    .forEach(this::rule);
            firewall.privateIp().known().map(AddressSet::of).ifPresent(told::add);
        }
        environment.networkSecurityGroups().forEach(group -> group.securityRules().forEach(rule -> {
            side(rule.source());
            side(rule.destination());
        }));
        environment.securityAdminCollections().forEach(collection -> collection.rules().forEach(rule -> {
            side(rule.source());
            side(rule.destination());
        }));
        environment.applicationSecurityGroups().forEach(group -> told.add(group.members()));
        environment.routeTables().forEach(table -> table.routes()
                .forEach(route -> route.destination().known().ifPresent(this::route)));
        networks(views);
        environment.privateEndpoints()
                .forEach(endpoint -> endpoint.addresses().forEach(address -> told.add(AddressSet.of(address))));
        environment.clusters().forEach(cluster -> told.add(AddressSet.ofPrefixes(cluster.podCidrs())));
        told.add(environment.knowledge().threatFeed().ips());
        told.add(WellKnownRanges.PUBLIC);
        told.add(WellKnownRanges.PRIVATE);
        targets();
    }

    private void networks(Views views) {
        environment.virtualNetworks().forEach(network -> {
            network.addressSpace().forEach(this::prefix);
            network.gatewayRoutes().forEach(this::prefix);
            network.subnets().forEach(subnet -> {
                told.add(AddressSet.ofPrefixes(subnet.prefixes()));
                views.subnet(network.name(), subnet.name()).ifPresent(view -> view.serviceEndpoints().stream()
                        .map(ServiceEndpointView::prefixes).forEach(prefixes -> prefixes
                                .ifPresent(known -> told.add(AddressSet.ofPrefixes(known)))));
            });
            network.peerings().forEach(peering -> peering.remoteAddressSpace().forEach(this::prefix));
        });
    }

    /// Addresses that ways in lead to.
    private void targets() {
        environment.waysIn().privateLinkServices().forEach(service -> service.frontends()
                .forEach(entry -> entry.known().map(AddressSet::of).ifPresent(told::add)));
        environment.waysIn().applicationGateways().stream().flatMap(gateway -> gateway.listeners().stream())
                .flatMap(listener -> listener.backends().stream()).map(ApplicationGateway.Backend::target)
                .forEach(target -> {
                    if (target instanceof ApplicationGateway.Target.Address(var address)) {
                        told.add(AddressSet.of(address));
                    }
                });
        environment.knowledge().clientDns().values().forEach(addresses -> addresses
                .forEach(address -> told.add(AddressSet.of(address))));
    }

    private void rule(Rule rule) {
        SourceSide sources = rule.sources();
        told.add(terms(sources.addresses()).union(groups(sources.ipGroups())));
        switch (rule) {
            case NatRule nat -> nat.target().known().ifPresent(target -> {
                if (target instanceof NatTarget.Address(var address)) {
                    told.add(AddressSet.of(address));
                }
            });
            case NetworkRule network -> told.add(terms(network.destinations().addresses())
                    .union(groups(network.destinations().ipGroups())));
            case dev.sekisho.model.firewall.ApplicationRule application ->
                told.add(terms(application.destinationAddresses()));
        }
    }

    private AddressSet groups(List<ResourceRef> references) {
        return AddressSet.unionOf(environment.ipGroups().stream()
                .filter(group -> references.stream().anyMatch(reference -> reference.names(group.name())))
                .map(group -> terms(group.members())).toList());
    }

    private void side(SecurityRule.Side side) {
        told.add(of(side));
    }

    /// The addresses of one side of a security rule.
    public AddressSet of(SecurityRule.Side side) {
        return terms(side.addresses());
    }

    private void prefix(IpPrefix prefix) {
        told.add(AddressSet.of(prefix));
    }

    private void route(Route.Destination destination) {
        switch (destination) {
            case Route.Destination.Prefix(IpPrefix prefix) -> prefix(prefix);
            case Route.Destination.Tag(ServiceTagName tag) ->
                environment.serviceTags().find(tag).ifPresent(set -> set.prefixes().forEach(this::prefix));
        }
    }

    /// A rule tells apart who is in its list and who is not, and nothing within the list.
    private AddressSet terms(List<Entry<AddressTerm>> entries) {
        List<AddressSet> sets = new ArrayList<>();
        for (Entry<AddressTerm> entry : entries) {
            entry.known().ifPresent(term -> sets.add(switch (term) {
                case AddressTerm.Any _ -> AddressSet.ALL;
                case AddressTerm.Prefix(var prefix) -> AddressSet.of(prefix);
                case AddressTerm.Range(var range) -> AddressSet.of(range);
                case AddressTerm.Tag(var tag) -> environment.serviceTags().find(tag).orElse(AddressSet.EMPTY);
            }));
        }
        return AddressSet.unionOf(sets);
    }

    /// The classes of some addresses, each not empty.
    ///
    /// @param also sets that tell apart beside those of the environment
    public Classes of(AddressSet addresses, List<AddressSet> also) {
        List<AddressSet> classes = new ArrayList<>();
        if (!addresses.isEmpty()) {
            classes.add(addresses);
        }
        Set<AddressSet> cuts = new LinkedHashSet<>(told);
        cuts.addAll(also);
        for (AddressSet cut : cuts) {
            if (!cut.overlaps(addresses) || cut.containsAll(addresses)) {
                continue;
            }
            List<AddressSet> next = new ArrayList<>();
            for (AddressSet part : classes) {
                AddressSet inside = part.intersection(cut);
                if (inside.isEmpty()) {
                    next.add(part);
                    continue;
                }
                AddressSet outside = part.difference(cut);
                next.add(inside);
                if (!outside.isEmpty()) {
                    next.add(outside);
                }
            }
            classes = next;
            if (classes.size() > MOST) {
                return new Classes(List.copyOf(classes.subList(0, MOST)), false);
            }
        }
        return new Classes(List.copyOf(classes), true);
    }
}
