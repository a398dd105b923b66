package dev.sekisho.generator.plan;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.FqdnTagName;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.EgressNeed.PrivateEndpointNeed;
import dev.sekisho.model.need.NeedTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a plan tells about names.
final class PlannedNames {
    private PlannedNames() {}

    /// Names of private endpoints in networks behind the firewall, with the address that the user gives.
    static SortedMap<String, List<IpAddress>> firewallDns(DeploymentPlan plan) {
        SortedMap<String, List<IpAddress>> addresses = new TreeMap<>();
        for (EgressNeed need : plan.needs().needs()) {
            if (need.via() == Via.PRIVATE_ENDPOINT && !PrivateEndpoints.isServed(need)) {
                need.privateEndpoint().flatMap(PrivateEndpointNeed::address).ifPresent(
                        address -> exactNames(need).forEach(name -> addresses.put(name, List.of(address))));
            }
        }
        return addresses;
    }

    /// The names that the FQDN tag of AKS is said to hold, where rules use it.
    static SortedMap<String, List<FqdnPattern>> fqdnTags(DeploymentPlan plan) {
        SortedMap<String, List<FqdnPattern>> tags = new TreeMap<>();
        if (plan.intent().options().fqdnTag()) {
            Set<FqdnPattern> names = new TreeSet<>();
            plan.needs().needs().stream().filter(EgressNeed::coveredByFqdnTag)
                    .forEach(need -> names.addAll(patterns(need)));
            tags.put(FqdnTagName.AZURE_KUBERNETES_SERVICE.value().toLowerCase(Locale.ROOT), List.copyOf(names));
        }
        return tags;
    }

    private static List<String> exactNames(EgressNeed need) {
        return patterns(need).stream().flatMap(pattern -> pattern.exactName().stream()).map(Object::toString)
                .toList();
    }

    private static List<FqdnPattern> patterns(EgressNeed need) {
        List<FqdnPattern> patterns = new ArrayList<>();
        for (NeedTarget target : need.alternatives().getFirst()) {
            if (target instanceof NeedTarget.Name(FqdnPattern pattern)) {
                patterns.add(pattern);
            }
        }
        return patterns;
    }
}
