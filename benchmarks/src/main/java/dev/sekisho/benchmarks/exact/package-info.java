/// How long proofs over all flows take: differences, findings, and proofs again after an edit, on large policies, beside the
/// same questions put to a plain binary decision diagram.
///
/// Start at [HowLongDoProofsTake]. Depends on the simulator and the rules model.
@NullMarked
package dev.sekisho.benchmarks.exact;

import org.jspecify.annotations.NullMarked;
