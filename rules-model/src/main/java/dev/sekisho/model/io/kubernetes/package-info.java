/// Reads Kubernetes manifests: files, folders, `helm template` output, answers of `kubectl get -o yaml|json`.
///
/// Start at [ManifestReader]. Depends on `io.tree` and `kubernetes`.
@NullMarked
package dev.sekisho.model.io.kubernetes;

import org.jspecify.annotations.NullMarked;
