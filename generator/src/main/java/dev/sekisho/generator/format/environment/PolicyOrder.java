package dev.sekisho.generator.format.environment;

import dev.sekisho.model.firewall.FirewallPolicy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Policies in an order in which each follows its parent; a policy that is its own ancestor stays where it is.
public final class PolicyOrder {
    private final List<FirewallPolicy> all;
    private final Set<FirewallPolicy> ordered = new LinkedHashSet<>();

    private PolicyOrder(List<FirewallPolicy> all) {
        this.all = all;
    }

    /// Returns the policies, parents first.
    public static List<FirewallPolicy> of(List<FirewallPolicy> policies) {
        PolicyOrder order = new PolicyOrder(policies);
        policies.forEach(policy -> order.add(policy, List.of()));
        return List.copyOf(order.ordered);
    }

    private void add(FirewallPolicy policy, List<FirewallPolicy> below) {
        if (ordered.contains(policy) || below.contains(policy)) {
            return;
        }
        List<FirewallPolicy> path = new ArrayList<>(below);
        path.add(policy);
        policy.basePolicy().ifPresent(parent -> all.stream().filter(other -> parent.names(other.name()))
                .forEach(other -> add(other, path)));
        ordered.add(policy);
    }
}
