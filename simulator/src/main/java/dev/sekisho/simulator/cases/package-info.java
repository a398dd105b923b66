/// Test cases that a user writes: a configuration, a flow, and what is expected of it.
///
/// Start at [CaseFileReader] for reading a file and at [CaseRunner] for running its cases. A case that cannot be read is
/// a [CaseEntry.Broken] one, which never passes. Of what a case expects, every key that is given is compared and no
/// other. Depends on the rules model with its readers, and on the interpreter, the validator and the log readers.
@NullMarked
package dev.sekisho.simulator.cases;

import org.jspecify.annotations.NullMarked;
