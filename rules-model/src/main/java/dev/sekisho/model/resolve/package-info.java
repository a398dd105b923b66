/// From a cluster and the catalogue to the cluster's needs: which requirements apply, with what destinations, and how each
/// dependency is reached.
///
/// Start at [NeedResolver]. Everything here is decided by the catalogue's data; no host name or port is written in code.
/// Sees the catalogue, the cluster and the needs; reads no files and plans no rules.
@NullMarked
package dev.sekisho.model.resolve;

import org.jspecify.annotations.NullMarked;
