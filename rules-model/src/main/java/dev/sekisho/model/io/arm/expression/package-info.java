/// The expression language of ARM templates: what stands between `[` and `]` in a text.
///
/// Start at [Evaluator]; [ExpressionParser] makes the [Expression]s that it evaluates, and [TemplateFunction] is what
/// functions are. Which functions there are is said elsewhere, through [Functions]. All work is counted by a
/// [Budget]. Depends on `io.arm.value` and `diagnostic` only.
@NullMarked
package dev.sekisho.model.io.arm.expression;

import org.jspecify.annotations.NullMarked;
