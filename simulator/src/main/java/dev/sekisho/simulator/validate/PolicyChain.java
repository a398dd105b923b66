package dev.sekisho.simulator.validate;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The policies of a firewall from its own to the root parent, as far as they are described.
final class PolicyChain {
    private PolicyChain() {}

    static List<FirewallPolicy> of(Firewall firewall, Environment environment) {
        return switch (firewall.rules()) {
            case FirewallRules.Classic _ -> List.of();
            case FirewallRules.Policy(ResourceRef own) -> {
                List<FirewallPolicy> chain = new ArrayList<>();
                Optional<FirewallPolicy> next = find(own, environment);
                while (next.isPresent() && !chain.contains(next.get())) {
                    chain.add(next.get());
                    next = next.get().basePolicy().flatMap(ref -> find(ref, environment));
                }
                yield chain;
            }
        };
    }

    private static Optional<FirewallPolicy> find(ResourceRef reference, Environment environment) {
        return environment.firewallPolicies().stream().filter(policy -> reference.names(policy.name())).findFirst();
    }
}
