package dev.sekisho.simulator.view;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.network.NatGateway;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Lines up a firewall's policy with its parents.
final class FirewallViews {
    private static final String MANAGEMENT_SUBNET = "AzureFirewallManagementSubnet";

    private final Environment environment;
    private final Firewall firewall;
    private final List<FirewallPolicy> chain = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    FirewallViews(Environment environment, Firewall firewall) {
        this.environment = environment;
        this.firewall = firewall;
    }

    FirewallView view() {
        return switch (firewall.rules()) {
            case FirewallRules.Policy(ResourceRef policy) -> {
                climb(policy);
                yield viewOf(inOrder(), EffectiveSettings.of(chain.stream().map(FirewallPolicy::settings).toList()));
            }
            case FirewallRules.Classic classic -> viewOf(inOrder(classic),
                    EffectiveSettings.of(List.of(classic.settings())));
        };
    }

    private FirewallView viewOf(List<OrderedCollection> collections, EffectiveSettings settings) {
        return new FirewallView(firewall, collections, settings, new IpGroupIndex(environment.ipGroups()),
                environment.serviceTags(),
                environment.knowledge(), environment.readings(), isTunnelled(), publicSources(), problems);
    }

    private boolean isTunnelled() {
        Optional<VirtualNetwork> network = network();
        boolean managed = network.flatMap(n -> subnet(n, MANAGEMENT_SUBNET)).isPresent();
        return firewall.forcedTunneling() || managed && network.filter(n -> !FirewallSubnet
                .sendsToInternet(n, subnet(n, FirewallSubnet.NAME), environment.routeTables())).isPresent();
    }

    private List<Entry<IpAddress>> publicSources() {
        return network().flatMap(n -> subnet(n, FirewallSubnet.NAME)).flatMap(Subnet::natGateway)
                .map(NatGateway::publicIps).orElse(firewall.publicIps());
    }

    private Optional<VirtualNetwork> network() {
        return firewall.virtualNetwork().flatMap(reference -> environment.virtualNetworks().stream()
                .filter(network -> reference.names(network.name())).findFirst());
    }

    private static Optional<Subnet> subnet(VirtualNetwork network, String name) {
        return network.subnets().stream().filter(subnet -> subnet.name().equalsIgnoreCase(name)).findFirst();
    }

    /// Fills the chain, the root parent first.
    private void climb(ResourceRef reference) {
        Set<String> seen = new HashSet<>();
        Optional<ResourceRef> next = Optional.of(reference);
        while (next.isPresent()) {
            ResourceRef wanted = next.get();
            Optional<FirewallPolicy> found = environment.firewallPolicies().stream()
                    .filter(policy -> wanted.names(policy.name())).findFirst();
            if (found.isEmpty()) {
                problems.add(Diagnostic.error("UNKNOWN_REFERENCE", firewall.at(),
                        "the firewall policy '" + wanted.name() + "' is not described, so its rules are not known"));
                return;
            }
            FirewallPolicy policy = found.get();
            if (!seen.add(policy.name().toLowerCase(Locale.ROOT))) {
                problems.add(Diagnostic.error("CYCLIC_PARENT", policy.at(),
                        "the firewall policy '" + policy.name() + "' is its own parent"));
                return;
            }
            chain.addFirst(policy);
            next = policy.basePolicy();
        }
    }

    private List<OrderedCollection> inOrder() {
        List<OrderedCollection> collections = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (FirewallPolicy policy : chain) {
                boolean inherited = policy != chain.getLast();
                if (kind == Kind.NAT && inherited && !environment.readings().inheritNat()) {
                    continue;
                }
                policy.ruleCollectionGroups().stream().sorted(Comparator.comparing(RuleCollectionGroup::priority))
                        .forEach(group -> ofKind(kind, group.ruleCollections())
                                .forEach(collection -> collections.add(new OrderedCollection(
                                        Optional.of(policy.name()),
                                        Optional.of(new OrderedCollection.GroupPlace(group.name(), group.priority())),
                                        collection,
                                        lower(firewall.tier(), policy.tier()), inherited))));
            }
        }
        return collections;
    }

    private List<OrderedCollection> inOrder(FirewallRules.Classic classic) {
        List<OrderedCollection> collections = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            ofKind(kind, classic.collections()).forEach(collection -> collections.add(new OrderedCollection(
                    Optional.empty(), Optional.empty(), collection, firewall.tier(), false)));
        }
        return collections;
    }

    private static List<RuleCollection> ofKind(Kind kind, List<RuleCollection> collections) {
        return collections.stream().filter(collection -> Kind.of(collection) == kind)
                .sorted(Comparator.comparing(RuleCollection::priority)).toList();
    }

    private static Tier lower(Tier one, Tier other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /// The three passes, in order.
    private enum Kind {
        NAT, NETWORK, APPLICATION;

        static Kind of(RuleCollection collection) {
            return switch (collection) {
                case NatRuleCollection _ -> NAT;
                case NetworkRuleCollection _ -> NETWORK;
                case ApplicationRuleCollection _ -> APPLICATION;
            };
        }
    }
}
