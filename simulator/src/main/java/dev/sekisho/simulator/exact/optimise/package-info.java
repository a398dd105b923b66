/// The same meaning in fewer rules, IP groups and words.
///
/// Start at [Optimisation]: an environment in, an environment out, and the proof between them. Depends on `exact.diff` for
/// the proof, `exact.lint` for the rules that nobody misses, `exact.path`, `view` and the rules model.
@NullMarked
package dev.sekisho.simulator.exact.optimise;

import org.jspecify.annotations.NullMarked;
