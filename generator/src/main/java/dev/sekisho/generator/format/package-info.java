/// What every output format has in common: its name, what a writer returns, and the mark by which a file is known as
/// ours.
///
/// Start at [Writer]. Each format has a package of its own below this one, and none of them decides anything: what is
/// written is in the `DeploymentPlan`. May depend on `plan` and on the model, not on the packages of the formats.
@NullMarked
package dev.sekisho.generator.format;

import org.jspecify.annotations.NullMarked;
