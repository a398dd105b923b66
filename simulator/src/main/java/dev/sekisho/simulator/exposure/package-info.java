/// Who can reach the Services of a cluster, and whether the replies find their way back (`R-14` to `R-16`, `R-21`, `NSG-3`,
/// `FW-51`, `FW-53`).
///
/// Start at [Exposure]: it asks for every place of `exposure.place` at every entrance of `exposure.entrance`, by the ways of
/// `exposure.way`. Depends on them, on `exposure.answer`, `path`, `view`, `verdict` and the rules model.
@NullMarked
package dev.sekisho.simulator.exposure;

import org.jspecify.annotations.NullMarked;
