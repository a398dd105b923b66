package dev.sekisho.simulator.exact.firewall;

import java.util.HashMap;
import java.util.Map;

/// What is known of the rules of all firewalls, from one version of an environment to the next. Whoever keeps it begins anew
/// when anything but rules changes: IP groups, tags, settings or what is known of names.
public final class RuleMemory {
    private record Kind(String firewall, boolean sameResolver) {}

    private final Map<Kind, KnownRulings> firewalls = new HashMap<>();

    /// Begins the next version of the environment.
    public void next() {
        firewalls.values().forEach(KnownRulings::next);
    }

    KnownRulings of(String firewall, boolean sameResolver) {
        return firewalls.computeIfAbsent(new Kind(firewall, sameResolver), _ -> new KnownRulings());
    }
}
