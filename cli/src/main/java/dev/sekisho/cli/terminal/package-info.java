/// Where a command reads and writes, and whether what it writes may be coloured.
///
/// Start at [Streams]. Depends on nothing of ours.
@NullMarked
package dev.sekisho.cli.terminal;

import org.jspecify.annotations.NullMarked;
