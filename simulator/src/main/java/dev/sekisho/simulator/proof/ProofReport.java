package dev.sekisho.simulator.proof;

import dev.sekisho.simulator.verdict.RuleRef;
import java.util.List;
import java.util.function.Predicate;

/// Whether the needs of a cluster are met by an environment.
///
/// @param needs every need in the order given
/// @param unusedRules rules that allow something and decided no flow of any need; what they allow is beyond need, or
///        another rule allows it before them
/// @param excess what the firewall allows the cluster beyond need, the widest first; empty where the environment tells too many
///        flows apart to say
/// @param tightenings what the rules behind the excess have to keep
public record ProofReport(List<NeedProof> needs, List<RuleRef> unusedRules, List<Excess> excess,
        List<Tightening> tightenings) {
    public ProofReport {
        needs = List.copyOf(needs);
        unusedRules = List.copyOf(unusedRules);
        excess = List.copyOf(excess);
        tightenings = List.copyOf(tightenings);
    }

    /// Returns how many needs there are.
    public int required() {
        return needs.size();
    }

    /// Returns how many of them are met.
    public int reachable() {
        return needs.size() - unmet().size();
    }

    /// Returns the needs that are not met.
    public List<NeedProof> unmet() {
        return needs.stream().filter(proof -> proof.verdict() != ProofVerdict.REACHABLE).toList();
    }

    /// Returns the same report without what rules allow that are there for something else than the needs.
    public ProofReport without(Predicate<RuleRef> others) {
        return new ProofReport(needs, unusedRules.stream().filter(others.negate()).toList(),
                excess.stream().filter(found -> !others.test(found.rule())).toList(), tightenings);
    }
}
