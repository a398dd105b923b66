package dev.sekisho.simulator.path;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.world.Question;
import dev.sekisho.simulator.world.World;
import java.util.List;
import java.util.Optional;

/// Finds the firewall that a next hop means.
record FirewallChoice(List<FirewallView> firewalls, PathOptions options) {

    /// Returns the firewall behind a next hop; nothing where another appliance is there.
    Optional<FirewallView> behind(Entry<IpAddress> nextHop, World world) {
        Optional<FirewallView> same = firewalls.stream()
                .filter(firewall -> firewall.firewall().privateIp().equals(nextHop)).findFirst();
        if (same.isPresent() || nextHop instanceof Entry.Malformed<IpAddress>) {
            return same;
        }
        boolean hopKnown = nextHop.known().isPresent();
        List<FirewallView> candidates = firewalls.stream()
                .filter(firewall -> !hopKnown || firewall.firewall().privateIp().known().isEmpty())
                .filter(firewall -> options.firewall().isEmpty() || isNamed(firewall)).toList();
        for (FirewallView candidate : candidates) {
            String name = candidate.firewall().name();
            if (options.firewall().isPresent() || world.holds(new Question(
                    "the next hop " + nextHop + " is the firewall " + name,
                    "the next hop " + nextHop + " is not the firewall " + name))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /// Returns the firewall to ask where no route tells: the one that was named, or the only one.
    Optional<FirewallView> withoutRoute() {
        if (options.firewall().isPresent()) {
            return firewalls.stream().filter(this::isNamed).findFirst();
        }
        return firewalls.size() == 1 ? Optional.of(firewalls.getFirst()) : Optional.empty();
    }

    private boolean isNamed(FirewallView firewall) {
        return options.firewall().filter(name -> name.equalsIgnoreCase(firewall.firewall().name())).isPresent();
    }
}
