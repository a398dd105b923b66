/// From what a cluster needs to the rules, routes and endpoints that grant it, in the format that a team deploys.
///
/// Depends on the rules model only; it never sees the simulator, which judges its work.
@NullMarked
package dev.sekisho.generator;

import org.jspecify.annotations.NullMarked;
