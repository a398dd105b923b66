/// What a cluster must reach, worked out for one cluster: the catalogue's requirements and the user's dependencies with
/// their placeholders filled in, and what the cluster's shape removes.
///
/// Start at [EgressNeed]. Both the planner and the proofs start from here.
@NullMarked
package dev.sekisho.model.need;

import org.jspecify.annotations.NullMarked;
