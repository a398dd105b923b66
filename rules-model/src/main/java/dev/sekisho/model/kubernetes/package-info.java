/// Kubernetes resources as far as they decide who can reach a cluster from outside.
///
/// Start at [KubernetesService]. Depends on `address`, `name`, `network` and `diagnostic` only.
@NullMarked
package dev.sekisho.model.kubernetes;

import org.jspecify.annotations.NullMarked;
