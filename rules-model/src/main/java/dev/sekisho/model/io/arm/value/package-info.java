/// The values that template expressions compute with, each with the place it comes from.
///
/// Start at [Value]. [NodeValues] goes to and from the tree of a file, [Notation] writes values as text, and
/// [TextParts] joins texts of which some parts are not known. Depends on `diagnostic` and `io.tree` only.
@NullMarked
package dev.sekisho.model.io.arm.value;

import org.jspecify.annotations.NullMarked;
