/// An environment as one source or one firewall sees it: references are resolved, parents are lined up, settings are
/// the effective ones.
///
/// Start at [Views]. Nothing is decided here. Depends on the rules model and `verdict`.
@NullMarked
package dev.sekisho.simulator.view;

import org.jspecify.annotations.NullMarked;
