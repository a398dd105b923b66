package dev.sekisho.simulator.view;

import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.term.ResourceRef;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// IP groups by name, without regard to case; of two with one name the first counts.
public final class IpGroupIndex {
    private final Map<String, IpGroup> byName = new HashMap<>();

    IpGroupIndex(List<IpGroup> groups) {
        groups.forEach(group -> byName.putIfAbsent(key(group.name()), group));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// Returns the group that a reference names.
    public Optional<IpGroup> find(ResourceRef reference) {
        return Optional.ofNullable(byName.get(key(reference.name())));
    }
}
