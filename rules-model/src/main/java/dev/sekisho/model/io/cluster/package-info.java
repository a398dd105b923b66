/// Reads the cluster a user wants, `kind: ClusterEgress`, with every problem at its place.
///
/// Start at [ClusterIntentReader]. Single values are read here; whether the combination can work is decided by
/// `ClusterRules`.
@NullMarked
package dev.sekisho.model.io.cluster;

import org.jspecify.annotations.NullMarked;
