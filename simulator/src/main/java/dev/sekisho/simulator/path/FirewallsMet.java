package dev.sekisho.simulator.path;

import dev.sekisho.simulator.firewall.Encounter;
import dev.sekisho.simulator.view.FirewallView;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The firewalls that a flow meets from one start. It meets them in every world with the same packet, so the worlds share
/// what the rules say about it. The worlds of one start come one after the other; with the next start it is forgotten, as
/// thousands of rules say something about each of thousands of starts.
final class FirewallsMet {
    private final Map<FirewallView, Encounter> encounters = new IdentityHashMap<>();
    private Optional<PathRun.Start> start = Optional.empty();

    /// Returns what is met from a start.
    FirewallsMet from(PathRun.Start next) {
        if (start.filter(last -> last == next).isEmpty()) {
            encounters.clear();
            start = Optional.of(next);
        }
        return this;
    }

    /// Returns the encounter with a firewall, the same one in every world.
    Encounter with(FirewallView firewall, Supplier<Encounter> first) {
        return encounters.computeIfAbsent(firewall, _ -> first.get());
    }
}
