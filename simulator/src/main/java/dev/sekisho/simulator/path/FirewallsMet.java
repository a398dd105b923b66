package dev.sekisho.simulator.path;

import dev.sekisho.simulator.firewall.Encounter;
import dev.sekisho.simulator.view.FirewallView;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The firewalls that a flow meets from one start. It meets them in every world with the same packet, so the worlds share
/// what the rules say about it.
final class FirewallsMet {
    private final Map<FirewallView, Encounter> encounters = new IdentityHashMap<>();

    /// Returns the encounter with a firewall, the same one in every world.
    Encounter with(FirewallView firewall, Supplier<Encounter> first) {
        return encounters.computeIfAbsent(firewall, _ -> first.get());
    }
}
