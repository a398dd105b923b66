package dev.sekisho.simulator.proof;

import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.verdict.PathVerdict;
import java.util.Optional;

/// A flow that shows a verdict.
///
/// @param pod whether its source is a pod
/// @param outcome what becomes of it, in a few words
/// @param path the same in full; absent where the cluster's own network carries it
public record Witness(Flow flow, boolean pod, String outcome, Optional<PathVerdict> path) {

    /// Returns the destination as people write it, `host:port`.
    public String destination() {
        String host = flow.destinationName().or(() -> flow.destination().map(Object::toString)).orElse("?");
        return flow.destinationPort().isPresent() ? host + ":" + flow.destinationPort().getAsInt() : host;
    }

    /// Returns the protocol as `trace` takes it.
    public String protocol() {
        return flow.application().map(data -> data.protocol().text())
                .orElseGet(() -> flow.protocol().toString().toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public String toString() {
        return (pod ? "pod " : "") + flow.source() + " to " + destination() + " (" + protocol() + "): " + outcome;
    }
}
