package dev.sekisho.cli.command;

import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.JoinedRules;
import dev.sekisho.generator.plan.PlannedEnvironment;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.simulator.exact.optimise.Optimisation;
import dev.sekisho.simulator.exact.optimise.Size;
import dev.sekisho.simulator.proof.NeedProof;
import dev.sekisho.simulator.proof.ReachabilityProof;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The plan of `generate --optimise`: rules of several needs are joined where that changes nothing, which is proven.
sealed interface FewerRules {
    /// The plan with as few rules as were found.
    record Joined(DeploymentPlan plan, Saved saved) implements FewerRules {}

    /// There is none, because it could not be proven.
    ///
    /// @param reason a clause
    record Refused(String reason) implements FewerRules {}

    static FewerRules of(DeploymentPlan plan) {
        return switch (Optimisation.of(PlannedEnvironment.of(plan))) {
            case Optimisation.Refused(String reason) -> new Refused(reason);
            case Optimisation.Optimised(var smaller, var before, var _) -> {
                List<RuleCollectionGroup> groups = smaller.firewallPolicies().stream()
                        .flatMap(policy -> policy.ruleCollectionGroups().stream()).toList();
                DeploymentPlan joined = JoinedRules.in(plan, groups, smaller.ipGroups(), servedBy(plan, smaller));
                yield new Joined(joined, new Saved(before, Size.of(PlannedEnvironment.of(joined))));
            }
        };
    }

    /// For each need the rules that let it through.
    private static Map<String, List<String>> servedBy(DeploymentPlan plan, Environment environment) {
        Map<String, String> rules = new HashMap<>();
        for (FirewallPolicy policy : environment.firewallPolicies()) {
            policy.ruleCollectionGroups().forEach(group -> group.ruleCollections().forEach(collection -> collection
                    .rules().forEach(rule -> {
                        String reference = group.name() + "/" + collection.name() + "/" + rule.name();
                        rules.put(policy.name() + "/" + reference, reference);
                    })));
        }
        Map<String, List<String>> servedBy = new LinkedHashMap<>();
        for (NeedProof proof : ReachabilityProof.of(environment, plan.needs()).needs()) {
            servedBy.put(proof.need().id(), proof.by().stream()
                    .flatMap(by -> Optional.ofNullable(rules.get(by)).stream()).toList());
        }
        return servedBy;
    }
}
