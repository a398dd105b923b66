/// Large rule sets made from a seed, with the shapes that matter, and packets that hit them: what benchmarks and tests
/// measure and compare with.
///
/// Start at [RuleShape]. Depends on `model.address` and `compiled.rules` only.
@NullMarked
package dev.sekisho.simulator.compiled.synthetic;

import org.jspecify.annotations.NullMarked;
