/// The cluster a user wants: its shape, its network, what its workloads reach.
///
/// Start at [ClusterIntent]. A value here is well formed; whether the combination can work is decided by `ClusterRules`.
@NullMarked
package dev.sekisho.model.cluster;

import org.jspecify.annotations.NullMarked;
