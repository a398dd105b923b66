package dev.sekisho.benchmarks.exact;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NetworkDestinations;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.Priority;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.synthetic.RuleShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// A policy with many rules made from a seed, behind one firewall: network rules of a shape, and for every five of them one
/// application rule. Every third collection of network rules denies.
///
/// @param boxes what the network rules are about, in order
/// @param patterns what the application rules name, in order
public record LargePolicy(RuleShape shape, List<RuleBox> boxes, List<FqdnPattern> patterns) {
    private static final SourceLocation NOWHERE = SourceLocation.UNKNOWN;
    private static final int RULES_IN_COLLECTION = 100;
    private static final int NETWORK_FOR_APPLICATION = 5;
    private static final int HTTPS_PORT = 443;

    public LargePolicy {
        boxes = List.copyOf(boxes);
        patterns = List.copyOf(patterns);
    }

    /// Makes a policy, always the same for the same arguments.
    static LargePolicy of(RuleShape shape, int networkRules, long seed) {
        return new LargePolicy(shape, shape.rules(networkRules, seed), patterns(networkRules, seed));
    }

    private static List<FqdnPattern> patterns(int networkRules, long seed) {
        SplittableRandom random = new SplittableRandom(~seed);
        List<FqdnPattern> patterns = new ArrayList<>();
        while (patterns.size() < networkRules / NETWORK_FOR_APPLICATION) {
            String name = "service" + random.nextInt(networkRules) + ".region" + random.nextInt(40) + ".example";
            patterns.add(FqdnPattern.parse(random.nextInt(3) == 0 ? "*." + name : name));
        }
        return patterns;
    }

    /// Returns the same policy with a network rule that is about something else.
    LargePolicy with(int rule, RuleBox box) {
        List<RuleBox> changed = new ArrayList<>(boxes);
        changed.set(rule, box);
        return new LargePolicy(shape, changed, patterns);
    }

    /// Whether the collection of a network rule denies.
    static boolean denies(int rule) {
        return rule / RULES_IN_COLLECTION % 3 == 2;
    }

    /// Returns the environment: one firewall with the policy.
    Environment environment() {
        Map<AddressSet, IpGroup> groups = new LinkedHashMap<>();
        List<NetworkRule> network = new ArrayList<>();
        for (RuleBox box : boxes) {
            network.add(rule("network-" + network.size(), box, groups));
        }
        List<ApplicationRule> application = new ArrayList<>();
        for (FqdnPattern pattern : patterns) {
            application.add(rule("application-" + application.size(), pattern));
        }
        List<RuleCollection> collections = new ArrayList<>();
        for (int i = 0; i < network.size(); i += RULES_IN_COLLECTION) {
            collections.add(new NetworkRuleCollection("network-from-" + i, priority(collections.size()),
                    denies(i) ? FilterAction.DENY : FilterAction.ALLOW,
                    network.subList(i, Math.min(network.size(), i + RULES_IN_COLLECTION)), NOWHERE));
        }
        for (int i = 0; i < application.size(); i += RULES_IN_COLLECTION) {
            collections.add(new ApplicationRuleCollection("application-from-" + i, priority(collections.size()),
                    FilterAction.ALLOW, application.subList(i, Math.min(application.size(), i + RULES_IN_COLLECTION)),
                    NOWHERE));
        }
        FirewallPolicy policy = new FirewallPolicy("policy", Tier.STANDARD, Optional.empty(),
                List.of(new RuleCollectionGroup("rules", new Priority(500), collections, NOWHERE)),
                PolicySettings.NONE, NOWHERE);
        Firewall firewall = new Firewall("firewall", Tier.STANDARD, new FirewallRules.Policy(new ResourceRef("policy")),
                Entry.of(IpAddress.parse("192.168.0.4")), List.of(Entry.of(IpAddress.parse("203.0.113.10"))),
                Optional.empty(), false, false, List.of(), NOWHERE);
        return new Environment(List.of(), List.of(), List.of(), List.of(firewall), List.of(policy),
                List.copyOf(groups.values()), List.of(), List.of(), ServiceTags.NONE, Knowledge.NONE,
                Readings.RECOMMENDED);
    }

    private static Priority priority(int place) {
        return new Priority(Priority.MIN + place);
    }

    /// Returns a rule that writes all of its addresses out.
    static NetworkRule literally(String name, RuleBox box) {
        return rule(name, box, new SourceSide(all(box.sources()), List.of()),
                new NetworkDestinations(all(box.destinations()), List.of(), List.of()));
    }

    private static List<Entry<AddressTerm>> all(AddressSet set) {
        return isGroup(set) ? terms(set) : literals(set);
    }

    private static NetworkRule rule(String name, RuleBox box, Map<AddressSet, IpGroup> groups) {
        return rule(name, box, new SourceSide(literals(box.sources()), group(box.sources(), groups)),
                new NetworkDestinations(literals(box.destinations()), group(box.destinations(), groups), List.of()));
    }

    private static NetworkRule rule(String name, RuleBox box, SourceSide sources, NetworkDestinations destinations) {
        List<NetworkProtocol> protocols = List.of(switch (box.protocol()) {
            case 1 -> NetworkProtocol.ICMP;
            case 6 -> NetworkProtocol.TCP;
            case 17 -> NetworkProtocol.UDP;
            default -> NetworkProtocol.ANY;
        });
        PortSet ports = box.protocol() == 1 ? PortSet.ANY : box.destinationPorts();
        List<Entry<PortTerm>> terms = ports.isAny()
                ? List.of(Entry.of(PortTerm.Any.ANY))
                : ports.ranges().stream().map(range -> Entry.<PortTerm>of(new PortTerm.Range(range))).toList();
        return new NetworkRule(name, "", protocols, sources, destinations, terms, NOWHERE);
    }

    private static List<Entry<AddressTerm>> literals(AddressSet set) {
        if (set.equals(AddressSet.ALL_IPV4)) {
            return List.of(Entry.of(AddressTerm.Any.ANY));
        }
        return isGroup(set) ? List.of() : terms(set);
    }

    private static List<Entry<AddressTerm>> terms(AddressSet set) {
        return set.prefixes().stream().map(prefix -> Entry.<AddressTerm>of(new AddressTerm.Prefix(prefix))).toList();
    }

    /// One prefix is written out; more are an IP group.
    private static boolean isGroup(AddressSet set) {
        return !set.equals(AddressSet.ALL_IPV4) && set.prefixes().size() > 1;
    }

    private static List<ResourceRef> group(AddressSet set, Map<AddressSet, IpGroup> groups) {
        if (!isGroup(set)) {
            return List.of();
        }
        IpGroup group = groups.computeIfAbsent(set,
                added -> new IpGroup("group-" + groups.size(), terms(added), NOWHERE));
        return List.of(new ResourceRef(group.name()));
    }

    private static ApplicationRule rule(String name, FqdnPattern pattern) {
        return new ApplicationRule(name, "",
                List.of(ApplicationProtocol.of(ApplicationProtocol.Type.HTTPS, HTTPS_PORT)),
                SourceSide.ANY, List.of(Entry.of(pattern)), List.of(), List.of(), List.of(), List.of(), false, NOWHERE);
    }
}
