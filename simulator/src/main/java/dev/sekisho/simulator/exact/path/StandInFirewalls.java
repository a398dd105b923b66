package dev.sekisho.simulator.exact.path;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.Optional;

/// Firewalls for environments that describe policies alone.
public final class StandInFirewalls {
    private StandInFirewalls() {}

    /// Returns the environment with a firewall of the same name and tier for each policy that is no other's parent, where it
    /// describes no firewall at all.
    public static Environment in(Environment environment) {
        if (!environment.firewalls().isEmpty()) {
            return environment;
        }
        List<FirewallPolicy> policies = environment.firewallPolicies();
        List<Firewall> firewalls = policies.stream()
                .filter(policy -> policies.stream().flatMap(other -> other.basePolicy().stream())
                        .noneMatch(parent -> parent.names(policy.name())))
                .map(policy -> new Firewall(policy.name(), policy.tier(),
                        new FirewallRules.Policy(new ResourceRef(policy.name())),
                        new Entry.Unknown<>("the address of a firewall with the policy " + policy.name()), List.of(),
                        Optional.empty(), false, false, List.of(), policy.at()))
                .toList();
        return new Environment(environment.virtualNetworks(), environment.routeTables(),
                environment.networkSecurityGroups(), firewalls, policies, environment.ipGroups(),
                environment.privateEndpoints(), environment.clusters(), environment.securityAdminCollections(),
                environment.applicationSecurityGroups(), environment.waysIn(), environment.serviceTags(),
                environment.knowledge(), environment.readings());
    }
}
