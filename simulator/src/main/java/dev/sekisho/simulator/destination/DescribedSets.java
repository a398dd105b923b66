package dev.sekisho.simulator.destination;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.SnatSettings;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.SecurityAdminRule;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.route.EffectiveRoute;
import dev.sekisho.simulator.route.EffectiveRoutes;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.SubnetView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The sets of addresses that a description tells apart, collected from routes, rules, tags and groups.
public final class DescribedSets {
    private final ServiceTags tags;
    private final Map<String, AddressSet> sets = new LinkedHashMap<>();

    /// Starts without any set.
    public DescribedSets(ServiceTags tags) {
        this.tags = tags;
    }

    /// Returns the sets by name, in the order in which they were met.
    public Map<String, AddressSet> sets() {
        return sets;
    }

    /// Everything that may treat two destinations differently on the way from a subnet.
    public void destinations(SubnetView view) {
        routes(view);
        securityRules(view).forEach(rule -> side(rule.destination(), view));
        adminRules(view).forEach(rule -> side(rule.destination(), view));
    }

    /// Everything that the routes of a subnet tell apart.
    public void routes(SubnetView view) {
        for (EffectiveRoute route : EffectiveRoutes.of(view).routes()) {
            add(route.prefix().toString(), AddressSet.of(route.prefix()));
        }
    }

    /// Everything in a firewall that may treat two destinations differently.
    public void destinations(FirewallView firewall) {
        firewall.collections().stream().flatMap(collection -> collection.collection().rules().stream())
                .forEach(rule -> destinations(rule, firewall));
        firewall.settings().snat().map(SnatSettings::privateRanges).orElse(List.of()).stream()
                .flatMap(entry -> entry.known().stream())
                .forEach(prefix -> add(prefix.toString(), AddressSet.of(prefix)));
        add("the threat feed", firewall.knowledge().threatFeed().ips());
    }

    /// Everything that may treat two sources differently on the way from a subnet.
    public void sources(SubnetView view) {
        securityRules(view).forEach(rule -> side(rule.source(), view));
        adminRules(view).forEach(rule -> side(rule.source(), view));
    }

    /// Everything that may treat two sources differently where their traffic arrives.
    public void arrivals(SubnetView view) {
        described(view.inboundGroups()).forEach(rule -> side(rule.source(), view));
        adminRules(view).forEach(rule -> side(rule.source(), view));
    }

    /// Everything in a firewall that may treat two sources differently.
    public void sources(FirewallView firewall) {
        firewall.collections().stream().flatMap(collection -> collection.collection().rules().stream())
                .forEach(rule -> {
                    terms(rule.sources().addresses());
                    groups(rule.sources().ipGroups(), firewall);
                });
    }

    private void destinations(Rule rule, FirewallView firewall) {
        switch (rule) {
            case NatRule nat -> terms(nat.destinationAddresses());
            case NetworkRule network -> {
                terms(network.destinations().addresses());
                groups(network.destinations().ipGroups(), firewall);
            }
            case ApplicationRule _ -> {}
        }
    }

    private static List<SecurityRule> securityRules(SubnetView view) {
        return described(view.outboundGroups());
    }

    private static List<SecurityRule> described(List<Attached<NetworkSecurityGroup>> groups) {
        return groups.stream()
                .flatMap(
                        attached -> attached instanceof Attached.Described<NetworkSecurityGroup>(NetworkSecurityGroup group)
                                ? group.securityRules().stream() : Stream.empty())
                .toList();
    }

    private static List<SecurityAdminRule> adminRules(SubnetView view) {
        return view.adminCollections().stream().flatMap(collection -> collection.rules().stream()).toList();
    }

    private void side(SecurityRule.Side side, SubnetView view) {
        terms(side.addresses());
        for (ResourceRef reference : side.applicationSecurityGroups()) {
            view.applicationSecurityGroup(reference)
                    .ifPresent(group -> add("the application security group " + group.name(), group.members()));
        }
    }

    private void groups(List<ResourceRef> references, FirewallView firewall) {
        references.forEach(reference -> firewall.ipGroup(reference).map(IpGroup::members).ifPresent(this::terms));
    }

    private void terms(List<Entry<AddressTerm>> entries) {
        for (Entry<AddressTerm> entry : entries) {
            entry.known().ifPresent(term -> {
                switch (term) {
                    case AddressTerm.Any _ -> {}
                    case AddressTerm.Prefix(var prefix) -> add(term.toString(), AddressSet.of(prefix));
                    case AddressTerm.Range(var range) -> add(term.toString(), AddressSet.of(range));
                    case AddressTerm.Tag(var tag) ->
                        tags.find(tag).ifPresent(set -> add("the service tag " + tag, set));
                }
            });
        }
    }

    private void add(String name, AddressSet set) {
        sets.putIfAbsent(name, set);
    }
}
