/// Where clients of a cluster are, and which of them an environment tells apart.
///
/// Start at [Place]. Depends on `view` and the rules model.
@NullMarked
package dev.sekisho.simulator.exposure.place;

import org.jspecify.annotations.NullMarked;
