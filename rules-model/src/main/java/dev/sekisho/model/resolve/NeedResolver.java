package dev.sekisho.model.resolve;

import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.need.ClusterNeeds;

/// Works out what one cluster must reach.
public final class NeedResolver {
    private NeedResolver() {}

    /// Returns the needs of a cluster: the catalogue's requirements that apply, with their placeholders filled in, and
    /// the dependencies with the protocols and ports of their services.
    ///
    /// Two needs may name the same destination; they stay apart so that each can be answered for by itself. What cannot
    /// work is an error in `diagnostics`, and the need in question is left out; what an operator should merely know is
    /// among the needs' warnings.
    public static ClusterNeeds resolve(ClusterIntent intent, Catalogue catalogue, Diagnostics diagnostics) {
        Circumstances circumstances = new Circumstances(intent, catalogue);
        Findings findings = new Findings(catalogue, diagnostics);
        new Gotchas(circumstances, catalogue, findings).tell();
        new RequirementResolver(circumstances, catalogue, findings).resolve();
        new DependencyResolver(circumstances, catalogue, findings).resolve();
        return findings.result();
    }
}
