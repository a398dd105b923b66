package dev.sekisho.model.kubernetes;

import java.util.OptionalInt;

/// How nodes take what comes for a Service from outside.
///
/// @param local whether a node hands it to its own pods alone (`externalTrafficPolicy: Local`)
/// @param nodePorts whether a load balancer's Service has node ports too
/// @param healthCheckPort where load balancers ask nodes whether they have a pod, for `Local`; chosen by Kubernetes where
///        absent
public record NodeTraffic(boolean local, boolean nodePorts, OptionalInt healthCheckPort) {
    /// What holds where a manifest says nothing.
    public static final NodeTraffic USUAL = new NodeTraffic(false, true, OptionalInt.empty());
}
