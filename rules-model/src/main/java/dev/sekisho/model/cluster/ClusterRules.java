package dev.sekisho.model.cluster;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Decides whether the parts of a cluster's description go together: combinations that cannot work are errors,
/// combinations that are likely to surprise are warnings. Each says why, and where that is written.
public final class ClusterRules {
    private ClusterRules() {}

    /// Checks an intent.
    ///
    /// @param places tells where the value of a path such as `cluster.outboundType` stands
    public static List<Diagnostic> check(ClusterIntent intent, Function<String, SourceLocation> places) {
        return Stream.of(OutboundRules.check(intent, places), ApiServerRules.check(intent, places),
                NetworkRules.check(intent, places),
                AddressRules.check(intent, places), NodePoolRules.check(intent, places),
                InboundRules.check(intent, places)).flatMap(List::stream).toList();
    }
}
