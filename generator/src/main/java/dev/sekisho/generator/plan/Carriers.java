package dev.sekisho.generator.plan;

import dev.sekisho.generator.plan.DeploymentPlan.Carrier;
import dev.sekisho.generator.plan.DeploymentPlan.Mechanism;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedTarget;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Says of each need what serves it: by its own rules, or by those that give its permissions too.
final class Carriers {
    private final RuleBook book;
    private final Map<Permission, List<Permission>> givenBy = new IdentityHashMap<>();

    Carriers(Redundancy redundancy, RuleBook book) {
        this.book = book;
        redundancy.kept().forEach(permission -> givenBy.put(permission, List.of(permission)));
        redundancy.dropped().forEach(dropped -> givenBy.put(dropped.permission(), dropped.givenBy()));
    }

    List<Carrier> of(Map<EgressNeed, Decision> decisions) {
        List<Carrier> carriers = new ArrayList<>();
        decisions.forEach((need, decision) -> {
            switch (decision) {
                case Decision.WithoutRule(Mechanism mechanism, List<String> by, String reason) ->
                    carriers.add(new Carrier(need.id(), mechanism, by, reason));
                case Decision.ByRules rules -> carriers.add(byRules(need, rules));
                case Decision.Impossible _ -> {
                    // Reported as an error; there is no plan.
                }
            }
        });
        return List.copyOf(carriers);
    }

    private Carrier byRules(EgressNeed need, Decision.ByRules rules) {
        Set<String> by = new LinkedHashSet<>();
        List<Permission> givers = new ArrayList<>();
        for (Permission permission : rules.permissions()) {
            for (Permission giver : givenBy.getOrDefault(permission, List.of())) {
                givers.add(giver);
                by.add(book.writtenAs(giver));
            }
        }
        boolean byName = givers.stream().allMatch(Permission.ByName.class::isInstance);
        return new Carrier(need.id(), byName ? Mechanism.APPLICATION_RULE : Mechanism.NETWORK_RULE, List.copyOf(by),
                reason(need, rules, givers));
    }

    private static String reason(EgressNeed need, Decision.ByRules rules, List<Permission> givers) {
        String shared = givers.stream().map(Permission::need).filter(other -> !other.equals(need)).map(EgressNeed::id)
                .findFirst().map(id -> ", and the rule for " + id + " lets it through").orElse("");
        return why(rules.permissions().getFirst()) + shared;
    }

    private static String why(Permission permission) {
        return switch (permission) {
            case Permission.ByName name when name.byTag() ->
                "the name is in the " + name.protocol() + " traffic, and the FQDN tag of AKS holds it (FW-42)";
            case Permission.ByName name -> "the name is in the " + name.protocol() + " traffic (FW-30)";
            case Permission.ByAddress address -> switch (address.target()) {
                case NeedTarget.Name _ ->
                    address.protocol() + " carries no name, so the firewall resolves it (FW-21)";
                case NeedTarget.Address _ -> "the address is known";
                case NeedTarget.Tag _ ->
                    "Microsoft publishes the addresses behind the tag (FW-27)";
                case NeedTarget.Anywhere _ -> "nothing narrower is known";
            };
        };
    }
}
