package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedTarget;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// An environment in which every service tag that a need names has an address, so that a rule by that tag can be proven
/// before the tag's addresses are loaded.
///
/// A tag that is not loaded gets one public address that nothing else describes: what holds for that address holds for
/// every address that only the tag has. The FQDN tag of AKS holds what Microsoft says it does, and pods have their routes.
///
/// @param described the environment as it was given
/// @param standIns the addresses that were presumed
record Presumed(Environment described, Environment environment, SortedMap<ServiceTagName, IpAddress> standIns) {

    static Presumed of(Environment described, ClusterNeeds needs) {
        Environment environment = TaggedNames.presumed(PodRoutes.presumed(described), needs);
        SortedSet<ServiceTagName> unknown = new TreeSet<>();
        for (EgressNeed need : needs.needs()) {
            for (List<NeedTarget> alternative : need.alternatives()) {
                for (NeedTarget target : alternative) {
                    if (target instanceof NeedTarget.Tag(ServiceTagName tag)
                            && environment.serviceTags().find(tag).isEmpty()) {
                        unknown.add(tag);
                    }
                }
            }
        }
        return unknown.isEmpty() ? new Presumed(described, environment, new TreeMap<>())
                : presuming(described, environment, unknown);
    }

    /// Whether the content of a service tag or of the FQDN tag of AKS is presumed.
    boolean tags() {
        return !environment.serviceTags().equals(described.serviceTags())
                || !environment.knowledge().equals(described.knowledge());
    }

    private static Presumed presuming(Environment given, Environment environment,
            SortedSet<ServiceTagName> unknown) {
        Map<ServiceTagName, AddressSet> tags = new TreeMap<>();
        environment.serviceTags().names()
                .forEach(name -> environment.serviceTags().find(name).ifPresent(set -> tags.put(name, set)));
        AddressSet free = WellKnownRanges.PUBLIC.ipv4().difference(described(environment, tags));
        SortedMap<ServiceTagName, IpAddress> standIns = new TreeMap<>();
        for (ServiceTagName tag : unknown) {
            Optional<IpAddress> address = free.first();
            if (address.isPresent()) {
                standIns.put(tag, address.get());
                tags.put(tag, AddressSet.of(address.get()));
                free = free.difference(AddressSet.of(IpPrefix.of(address.get(), 24)));
            }
        }
        return new Presumed(given, environment.withServiceTags(ServiceTags.of(tags)), standIns);
    }

    private static AddressSet described(Environment environment, Map<ServiceTagName, AddressSet> tags) {
        List<AddressSet> described = new ArrayList<>(tags.values());
        for (VirtualNetwork network : environment.virtualNetworks()) {
            described.add(narrow(network.addressSpace()));
            described.add(narrow(network.gatewayRoutes()));
        }
        for (RouteTable table : environment.routeTables()) {
            for (Route route : table.routes()) {
                route.destination().known().ifPresent(destination -> {
                    if (destination instanceof Route.Destination.Prefix(IpPrefix prefix)) {
                        described.add(narrow(List.of(prefix)));
                    }
                });
            }
        }
        for (Firewall firewall : environment.firewalls()) {
            firewall.publicIps().forEach(entry -> entry.known().ifPresent(ip -> described.add(AddressSet.of(ip))));
        }
        collections(environment).forEach(collection -> {
            if (collection instanceof NetworkRuleCollection network) {
                network.rules().forEach((NetworkRule rule) -> terms(rule.destinations().addresses(), described));
            }
        });
        environment.ipGroups().forEach(group -> terms(group.members(), described));
        environment.knowledge().firewallDns().values()
                .forEach(addresses -> addresses.forEach(address -> described.add(AddressSet.of(address))));
        environment.knowledge().clientDns().values()
                .forEach(addresses -> addresses.forEach(address -> described.add(AddressSet.of(address))));
        return AddressSet.unionOf(described);
    }

    private static List<RuleCollection> collections(Environment environment) {
        List<RuleCollection> collections = new ArrayList<>();
        for (FirewallPolicy policy : environment.firewallPolicies()) {
            policy.ruleCollectionGroups().forEach(group -> collections.addAll(group.ruleCollections()));
        }
        for (Firewall firewall : environment.firewalls()) {
            if (firewall.rules() instanceof FirewallRules.Classic(var own, var _)) {
                collections.addAll(own);
            }
        }
        return collections;
    }

    private static void terms(List<Entry<AddressTerm>> entries, List<AddressSet> described) {
        for (Entry<AddressTerm> entry : entries) {
            entry.known().ifPresent(term -> {
                switch (term) {
                    case AddressTerm.Any _,AddressTerm.Tag _ -> {}
                    case AddressTerm.Prefix(IpPrefix prefix) -> described.add(narrow(List.of(prefix)));
                    case AddressTerm.Range(var range) -> described.add(AddressSet.of(range));
                }
            });
        }
    }

    /// Leaves out prefixes that cover everything: they tell no address apart.
    private static AddressSet narrow(List<IpPrefix> prefixes) {
        return AddressSet.ofPrefixes(prefixes.stream().filter(prefix -> prefix.length() > 0).toList());
    }
}
