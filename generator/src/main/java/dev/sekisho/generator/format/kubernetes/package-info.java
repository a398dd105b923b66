/// Kubernetes manifests. Start at [KubernetesWriter].
@NullMarked
package dev.sekisho.generator.format.kubernetes;

import org.jspecify.annotations.NullMarked;
