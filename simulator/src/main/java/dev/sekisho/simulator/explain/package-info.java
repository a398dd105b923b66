/// Verdicts in words and in the field names that test files and JSON use.
///
/// Start at [TraceText] for people and [VerdictFields] for programs. Depends on `verdict` only.
@NullMarked
package dev.sekisho.simulator.explain;

import org.jspecify.annotations.NullMarked;
