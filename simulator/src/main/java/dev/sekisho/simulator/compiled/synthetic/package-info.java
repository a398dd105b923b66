/// Large rule sets and estates made from a seed, with the shapes that matter, and traffic that hits them: what benchmarks
/// and tests measure and compare with.
///
/// Start at [RuleShape] for rules alone and at [Estate] for a whole environment; [Measurement] times one. Depends on the
/// rules model, `path` (to compare with), `compiled.rules` and `compiled.engine`.
@NullMarked
package dev.sekisho.simulator.compiled.synthetic;

import org.jspecify.annotations.NullMarked;
