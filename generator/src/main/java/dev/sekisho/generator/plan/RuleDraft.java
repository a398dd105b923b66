package dev.sekisho.generator.plan;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.need.EgressNeed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Permissions that make one rule: their union is exactly the product of the rule's destinations and ports, so that nothing
/// is allowed that nobody asked for.
///
/// @param area where the rule belongs
/// @param unit feature or dependency
/// @param kind what the rule matches on
/// @param permissions never empty, in the order of the needs
record RuleDraft(Units.Area area, String unit, Kind kind, List<IpPrefix> sources, PortSet ports,
        List<Permission> permissions) {

    /// What a rule matches on.
    sealed interface Kind {
        /// Names in an application rule.
        record Names(ApplicationProtocol.Type type) implements Kind {}

        /// The FQDN tag of AKS in an application rule.
        enum FqdnTag implements Kind {
            FQDN_TAG
        }

        /// Addresses, tags and exact names in a network rule.
        record Addresses(NetworkProtocol protocol) implements Kind {}
    }

    private record Key(Units.Area area, String unit, Kind kind, List<IpPrefix> sources) {}

    RuleDraft {
        sources = List.copyOf(sources);
        permissions = List.copyOf(permissions);
    }

    /// Groups permissions to rules, in the order in which they first appear.
    static List<RuleDraft> of(List<Permission> permissions) {
        Map<Key, List<Permission>> byKey = new LinkedHashMap<>();
        permissions.forEach(permission -> byKey.computeIfAbsent(key(permission), _ -> new ArrayList<>())
                .add(permission));
        List<RuleDraft> drafts = new ArrayList<>();
        byKey.forEach((key, members) -> byPorts(key, members)
                .forEach((ports, part) -> drafts.add(new RuleDraft(key.area(), key.unit(), key.kind(), key.sources(),
                        ports, part))));
        return drafts;
    }

    private static Key key(Permission permission) {
        EgressNeed need = permission.need();
        return switch (permission) {
            case Permission.ByName name when name.byTag() ->
                new Key(Units.Area.CORE, "aks-fqdn-tag", Kind.FqdnTag.FQDN_TAG, name.sources());
            case Permission.ByName name -> new Key(Units.area(need), Units.of(need),
                    new Kind.Names(name.protocol().type()), name.sources());
            case Permission.ByAddress address -> new Key(Units.area(need), Units.of(need),
                    new Kind.Addresses(address.protocol()), address.sources());
        };
    }

    private static Map<PortSet, List<Permission>> byPorts(Key key, List<Permission> members) {
        Map<PortSet, List<Permission>> byPorts = new LinkedHashMap<>();
        switch (key.kind()) {
            case Kind.FqdnTag _ -> byPorts.put(union(members), members);
            case Kind.Addresses _ -> members.forEach(permission -> byPorts
                    .computeIfAbsent(permission.ports(), _ -> new ArrayList<>()).add(permission));
            case Kind.Names _ -> {
                SortedMap<FqdnPattern, List<Permission>> byPattern = new TreeMap<>();
                for (Permission permission : members) {
                    if (permission instanceof Permission.ByName name) {
                        byPattern.computeIfAbsent(name.pattern(), _ -> new ArrayList<>()).add(name);
                    }
                }
                // Names with the same ports share a rule; the rule of the need that comes first comes first.
                for (Permission permission : members) {
                    if (permission instanceof Permission.ByName name) {
                        List<Permission> same = byPattern.getOrDefault(name.pattern(), List.of());
                        byPorts.computeIfAbsent(union(same), _ -> new ArrayList<>()).add(permission);
                    }
                }
            }
        }
        return byPorts;
    }

    private static PortSet union(List<Permission> permissions) {
        return permissions.stream().map(Permission::ports).reduce(PortSet.EMPTY, PortSet::union);
    }

    boolean isByName() {
        return switch (kind) {
            case Kind.Names _,Kind.FqdnTag _ -> true;
            case Kind.Addresses _ -> false;
        };
    }

    /// The needs behind the rule, each once.
    List<EgressNeed> needs() {
        return permissions.stream().map(Permission::need).distinct().toList();
    }
}
