/// What the interpreter tells apart in flows, so that classes may do the same.
///
/// Start at [Distinctions]. Whatever the interpreter compares a flow with has to be found here, or two flows of one class have
/// different outcomes; the tests that compare engine and interpreter flow by flow watch over it. Depends on
/// `compiled.clause`, and on `compiled.way` and `compiled.filter` for the sets that they resolve.
@NullMarked
package dev.sekisho.simulator.compiled.distinction;

import org.jspecify.annotations.NullMarked;
