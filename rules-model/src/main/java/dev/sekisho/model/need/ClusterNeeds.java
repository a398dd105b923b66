package dev.sekisho.model.need;

import dev.sekisho.model.diagnostic.Diagnostic;
import java.util.List;

/// All needs of one cluster.
///
/// @param needs what must be reachable, in the order of the catalogue, dependencies last in the order written
/// @param notNeeded requirements of the catalogue that this cluster does not have, and why
/// @param warnings what the operator should know: wide wildcards, unverified names, retired names, gotchas
public record ClusterNeeds(List<EgressNeed> needs, List<NotNeeded> notNeeded, List<Diagnostic> warnings) {

    /// A requirement that this cluster does not have.
    ///
    /// @param reason why, in one sentence
    /// @param onPurpose true when it applies to the cluster but is left out because it is optional or excluded
    public record NotNeeded(String id, String reason, boolean onPurpose, List<String> references) {
        public NotNeeded {
            references = List.copyOf(references);
        }
    }

    public ClusterNeeds {
        needs = List.copyOf(needs);
        notNeeded = List.copyOf(notNeeded);
        warnings = List.copyOf(warnings);
    }
}
