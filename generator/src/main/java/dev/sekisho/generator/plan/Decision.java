package dev.sekisho.generator.plan;

import dev.sekisho.generator.plan.DeploymentPlan.Mechanism;
import dev.sekisho.model.diagnostic.Diagnostic;
import java.util.List;

/// How one need is served.
sealed interface Decision {
    /// Without a rule.
    ///
    /// @param by names of endpoints; empty where nothing has to be written
    /// @param reason why, one sentence without a final stop
    record WithoutRule(Mechanism mechanism, List<String> by, String reason) implements Decision {
        public WithoutRule {
            by = List.copyOf(by);
        }
    }

    /// By rules of the firewall.
    ///
    /// @param permissions what the rules have to allow, never empty
    /// @param passedOver tighter alternatives that cannot be written, and why
    record ByRules(List<Permission> permissions, List<String> passedOver) implements Decision {
        public ByRules {
            permissions = List.copyOf(permissions);
            passedOver = List.copyOf(passedOver);
        }
    }

    /// Not at all.
    record Impossible(Diagnostic why) implements Decision {}
}
