/// What lint finds: codes, findings, and findings that somebody accepted.
///
/// Start at [LintCode]. Depends on the rules model alone.
@NullMarked
package dev.sekisho.simulator.exact.lint.finding;

import org.jspecify.annotations.NullMarked;
