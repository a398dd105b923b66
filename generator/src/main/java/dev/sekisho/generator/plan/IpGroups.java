package dev.sekisho.generator.plan;

import dev.sekisho.generator.naming.AzureNames;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The IP groups of a plan, made where they save: the sources that many rules share, and long lists of destinations.
final class IpGroups {
    /// The most entries of one group (`FW-60`).
    static final int MOST_ENTRIES = 5_000;

    // From so many rules on, a new node subnet is better added in one place.
    private static final int RULES_THAT_SHARE = 9;
    private static final int MANY_ADDRESSES = 17;

    private final String cluster;
    private final AzureNames names = AzureNames.scope();
    private final List<IpGroup> groups = new ArrayList<>();
    private final Map<List<IpPrefix>, SourceSide> sources = new LinkedHashMap<>();

    IpGroups(String cluster) {
        this.cluster = cluster;
    }

    /// Says from where so many rules take their traffic.
    ///
    /// @param who `nodes`, or `nodes-and-pods`
    void share(List<IpPrefix> prefixes, String who, int rules) {
        boolean shared = rules >= RULES_THAT_SHARE && prefixes.stream().allMatch(IpPrefix::isIpv4);
        sources.put(prefixes, shared
                ? new SourceSide(List.of(), List.of(add(names.next("ipg", cluster, who), prefixes)))
                : new SourceSide(entries(prefixes), List.of()));
    }

    /// Returns the source side for prefixes.
    SourceSide sources(List<IpPrefix> prefixes) {
        return sources.getOrDefault(prefixes, new SourceSide(entries(prefixes), List.of()));
    }

    /// Returns groups that hold the destinations of a rule; none where the rule better lists them itself.
    List<ResourceRef> destinations(String rule, List<IpPrefix> prefixes) {
        if (prefixes.size() < MANY_ADDRESSES) {
            return List.of();
        }
        List<ResourceRef> made = new ArrayList<>();
        for (int from = 0; from < prefixes.size(); from += MOST_ENTRIES) {
            List<IpPrefix> part = prefixes.subList(from, Math.min(from + MOST_ENTRIES, prefixes.size()));
            String name = from == 0
                    ? names.next("ipg", cluster, rule)
                    : names.next("ipg", cluster, rule, Integer.toString(from / MOST_ENTRIES + 1));
            made.add(add(name, part));
        }
        return List.copyOf(made);
    }

    /// The groups made so far.
    List<IpGroup> all() {
        return List.copyOf(groups);
    }

    static List<Entry<AddressTerm>> entries(List<IpPrefix> prefixes) {
        return prefixes.stream().map(prefix -> Entry.<AddressTerm>of(new AddressTerm.Prefix(prefix))).toList();
    }

    private ResourceRef add(String name, List<IpPrefix> prefixes) {
        groups.add(new IpGroup(name, entries(prefixes), SourceLocation.UNKNOWN));
        return new ResourceRef(name);
    }
}
