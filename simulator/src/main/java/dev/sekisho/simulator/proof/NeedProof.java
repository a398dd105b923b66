package dev.sekisho.simulator.proof;

import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedTarget;
import java.util.List;
import java.util.Optional;

/// Whether one need is met, and by what.
///
/// @param targets the alternative that was proven, or the one that came nearest
/// @param by rules as `policy/group/collection/rule`, and routes or endpoints, that let the flows arrive
/// @param witness the flow that shows the verdict: the worst one; absent where no flow could stand for the need
/// @param arriving for [ProofVerdict#PARTLY] a flow that fares better than the witness
/// @param parts which flows fare how, the worst first; empty where all of them fare alike
/// @param assumptions the readings that the answer rests on, and what was presumed because the environment does not say
///        it
public record NeedProof(EgressNeed need, ProofVerdict verdict, List<NeedTarget> targets, List<String> by,
        Optional<Witness> witness, Optional<Witness> arriving, List<NeedPart> parts,
        List<Presumption> assumptions) {
    public NeedProof {
        targets = List.copyOf(targets);
        by = List.copyOf(by);
        parts = List.copyOf(parts);
        assumptions = List.copyOf(assumptions);
    }

    /// Returns the destination in one line.
    public String destination() {
        return String.join(", ", targets.stream().map(Object::toString).toList());
    }

    @Override
    public String toString() {
        return need.id() + " " + verdict + " by " + by + witness.map(flow -> "; " + flow).orElse("");
    }
}
