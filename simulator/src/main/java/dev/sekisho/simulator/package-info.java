/// What a configuration does with a flow, step by step, and which rule or route decided it.
///
/// Depends on the rules model only; it never sees the generator, so that it can judge what the generator wrote.
@NullMarked
package dev.sekisho.simulator;

import org.jspecify.annotations.NullMarked;
