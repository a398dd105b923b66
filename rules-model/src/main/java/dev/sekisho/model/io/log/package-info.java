/// Files of logs, handed out piece by piece: lines, rows of a table, or one JSON document.
///
/// Start at [LogFile]. Knows what a file looks like, not what its records say; that is `simulator.log`. Depends on
/// `diagnostic` and `io.tree`.
@NullMarked
package dev.sekisho.model.io.log;

import org.jspecify.annotations.NullMarked;
