package dev.sekisho.generator.plan;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedTarget;
import java.util.SortedSet;
import java.util.TreeSet;

/// Private networks that lie behind the firewall's network, on premises or peered there: allowing the traffic is not
/// enough, the firewall's own network must have a route to them (`R-5`, `R-21`).
final class RoutesBeyond {
    private RoutesBeyond() {}

    /// Returns the private prefixes that needs lead to through the firewall and that no known network holds.
    static SortedSet<IpPrefix> of(ClusterNeeds needs, Surroundings surroundings) {
        SortedSet<IpPrefix> beyond = new TreeSet<>();
        for (EgressNeed need : needs.needs()) {
            if (need.via() != Via.FIREWALL || !need.layers().contains(EgressNeed.Layer.NETWORK)) {
                continue;
            }
            for (NeedTarget target : need.alternatives().getFirst()) {
                if (target instanceof NeedTarget.Address(IpPrefix prefix)
                        && WellKnownRanges.PRIVATE.containsAll(prefix.toRange())
                        && surroundings.directRoute(prefix).isEmpty()) {
                    beyond.add(prefix);
                }
            }
        }
        return beyond;
    }
}
