/// Three values: what holds, what does not, and what nobody knows; and how an answer is found that holds in every
/// world that is possible.
///
/// Start at [Worlds]. An evaluation runs with two values inside one [World]; a [Question] that only missing data could
/// answer is answered both ways, and where the outcomes agree, the missing data does not matter.
@NullMarked
package dev.sekisho.simulator.world;

import org.jspecify.annotations.NullMarked;
