/// Files that a command leaves behind.
///
/// Start at [OutputFolder]. Depends on nothing of ours.
@NullMarked
package dev.sekisho.cli.output;

import org.jspecify.annotations.NullMarked;
