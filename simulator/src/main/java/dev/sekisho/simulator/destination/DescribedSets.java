package dev.sekisho.simulator.destination;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
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
import dev.sekisho.simulator.view.SubnetView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The sets of addresses that a description tells apart, collected from routes, security rules, tags and
/// groups; what a firewall tells apart comes from [RuleSets].
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
            prefix(route.prefix());
        }
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

    void terms(List<Entry<AddressTerm>> entries) {
        for (Entry<AddressTerm> entry : entries) {
            entry.known().ifPresent(term -> {
                switch (term) {
                    case AddressTerm.Any _ -> {}
                    case AddressTerm.Prefix(var prefix) -> add(term.toString(), AddressSet.of(prefix.toRange()));
                    case AddressTerm.Range(var range) -> add(term.toString(), AddressSet.of(range));
                    case AddressTerm.Tag(var tag) ->
                        tags.find(tag).ifPresent(set -> add("the service tag " + tag, set));
                }
            });
        }
    }

    void prefix(IpPrefix prefix) {
        add(prefix.toString(), AddressSet.of(prefix.toRange()));
    }

    void addAll(Map<String, AddressSet> more) {
        more.forEach(sets::putIfAbsent);
    }

    void add(String name, AddressSet set) {
        sets.putIfAbsent(name, set);
    }
}
