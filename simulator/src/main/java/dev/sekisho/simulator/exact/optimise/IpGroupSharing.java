package dev.sekisho.simulator.exact.optimise;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkDestinations;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Fewer IP groups: of those with the same members the first stays, those that no rule names go, if rules name any; and a new one where
/// several rules write out the same long list and a group is shorter.
final class IpGroupSharing implements RuleLists.Rewriting {
    /// The most groups of a firewall on which the pages agree, and the most members (`FW-60`).
    private static final int MOST_GROUPS = 200;
    private static final int MOST_MEMBERS = 5_000;
    /// What a group takes beside its members in any format, and a reference beside the name.
    private static final int AROUND_GROUP = 400;
    private static final int AROUND_REFERENCE = 80;

    private final Map<String, ResourceRef> sameAs = new HashMap<>();
    private final Map<List<Entry<AddressTerm>>, ResourceRef> made = new LinkedHashMap<>();

    private IpGroupSharing() {}

    static Environment share(Environment environment) {
        IpGroupSharing sharing = new IpGroupSharing();
        sharing.findSame(environment);
        sharing.makeNew(environment);
        Environment rewritten = RuleLists.rewrite(environment, sharing);
        List<IpGroup> groups = new ArrayList<>(environment.ipGroups());
        sharing.made.forEach((members, name) -> groups.add(new IpGroup(name.name(), members, SourceLocation.UNKNOWN)));
        Set<String> used = new HashSet<>();
        references(rewritten).forEach(reference -> used.add(key(reference.name())));
        return used.isEmpty() ? environment
                : rewritten.withIpGroups(groups.stream().filter(group -> used.contains(key(group.name()))).toList());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Stream<ResourceRef> references(Environment environment) {
        return RuleLists.all(environment).flatMap(list -> list.rules().stream()).flatMap(rule -> Stream.concat(
                rule.sources().ipGroups().stream(),
                rule instanceof NetworkRule network ? network.destinations().ipGroups().stream() : Stream.empty()));
    }

    /// Groups without members switch rules off (`FW-26`), each its own, and stay.
    private void findSame(Environment environment) {
        Map<String, ResourceRef> written = new HashMap<>();
        references(environment).forEach(reference -> written.putIfAbsent(key(reference.name()), reference));
        Map<Set<Entry<AddressTerm>>, String> first = new HashMap<>();
        for (IpGroup group : environment.ipGroups()) {
            ResourceRef own = written.get(key(group.name()));
            if (own == null || group.members().isEmpty()) {
                continue;
            }
            String kept = first.putIfAbsent(new HashSet<>(Terms.addresses(group.members())), group.name());
            if (kept != null) {
                sameAs.put(key(group.name()), written.getOrDefault(key(kept), own));
            }
        }
    }

    private void makeNew(Environment environment) {
        Map<List<Entry<AddressTerm>>, Integer> uses = new LinkedHashMap<>();
        RuleLists.all(environment).flatMap(list -> list.rules().stream())
                .flatMap(rule -> written(rule).stream()).filter(IpGroupSharing::fits)
                .forEach(list -> uses.merge(list, 1, Integer::sum));
        Set<String> taken = new HashSet<>();
        environment.ipGroups().forEach(group -> taken.add(key(group.name())));
        uses.forEach((list, times) -> {
            long asList = times * Size.bytes(list);
            String name = free(taken);
            long asGroup = AROUND_GROUP + Size.bytes(list) + times * (long) (name.length() + AROUND_REFERENCE);
            if (asGroup < asList && taken.size() < MOST_GROUPS) {
                taken.add(name);
                made.put(list, new ResourceRef(name));
            }
        });
    }

    private static String free(Set<String> taken) {
        int number = 1;
        while (taken.contains("ipg-shared-" + number)) {
            number++;
        }
        return "ipg-shared-" + number;
    }

    /// The lists of a filter rule that a group can stand for.
    private static List<List<Entry<AddressTerm>>> written(Rule rule) {
        return switch (rule) {
            case NatRule _ -> List.of();
            case NetworkRule network -> List.of(network.sources().addresses(), network.destinations().addresses());
            case ApplicationRule application -> List.of(application.sources().addresses());
        };
    }

    /// A group holds IPv4 addresses alone (`FW-28`), no tags and no asterisk.
    private static boolean fits(List<Entry<AddressTerm>> list) {
        return list.size() > 1 && list.size() <= MOST_MEMBERS && list.stream().allMatch(entry -> entry.known()
                .flatMap(Terms::set).filter(set -> set.ipv6().isEmpty()).isPresent());
    }

    private SourceSide sources(SourceSide side) {
        return new SourceSide(addresses(side.addresses()), groups(side.ipGroups(), side.addresses()));
    }

    private List<Entry<AddressTerm>> addresses(List<Entry<AddressTerm>> list) {
        return made.containsKey(list) ? List.of() : list;
    }

    private List<ResourceRef> groups(List<ResourceRef> references, List<Entry<AddressTerm>> list) {
        List<ResourceRef> all = new ArrayList<>(references.stream()
                .map(reference -> sameAs.getOrDefault(key(reference.name()), reference)).distinct().toList());
        ResourceRef shared = made.get(list);
        if (shared != null) {
            all.add(shared);
        }
        return all;
    }

    @Override
    public List<NetworkRule> network(NetworkRuleCollection collection) {
        return collection.rules().stream().map(rule -> new NetworkRule(rule.name(), rule.description(),
                rule.protocols(), sources(rule.sources()), new NetworkDestinations(
                        addresses(rule.destinations().addresses()),
                        groups(rule.destinations().ipGroups(), rule.destinations().addresses()),
                        rule.destinations().fqdns()),
                rule.destinationPorts(), rule.at())).toList();
    }

    @Override
    public List<ApplicationRule> application(ApplicationRuleCollection collection) {
        return collection.rules().stream().map(rule -> new ApplicationRule(rule.name(), rule.description(),
                rule.protocols(), sources(rule.sources()), rule.targetFqdns(), rule.targetUrls(), rule.fqdnTags(),
                rule.webCategories(), rule.destinationAddresses(), rule.terminateTls(), rule.at())).toList();
    }
}
