/// Files that a command leaves behind.
///
/// Start at [OutputFolder]. Depends on the generator's `format` package, whose files it writes.
@NullMarked
package dev.sekisho.cli.output;

import org.jspecify.annotations.NullMarked;
