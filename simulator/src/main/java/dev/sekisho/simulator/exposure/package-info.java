/// Who can reach the Services of a cluster, and whether the replies find their way back (`R-14` to `R-16`, `R-21`, `NSG-3`,
/// `FW-51`, `FW-53`).
///
/// Start at [Exposure]. Verdicts are those of `path`, `route` and `nsg`; this package chooses the clients and puts the parts of
/// their way together. Depends on them, on `view`, `verdict` and the rules model.
@NullMarked
package dev.sekisho.simulator.exposure;

import org.jspecify.annotations.NullMarked;
