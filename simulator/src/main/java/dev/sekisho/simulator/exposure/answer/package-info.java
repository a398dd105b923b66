/// What one client gets at a way in: whether it gets there, how its replies fare, and what would mend it.
///
/// Start at [Answer]. Depends on `verdict` alone.
@NullMarked
package dev.sekisho.simulator.exposure.answer;

import org.jspecify.annotations.NullMarked;
