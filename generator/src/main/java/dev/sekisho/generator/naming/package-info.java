/// Names that Azure accepts, and free addresses of subnets, as plans give them out.
///
/// Depends on `address` of the rules model only.
@NullMarked
package dev.sekisho.generator.naming;

import org.jspecify.annotations.NullMarked;
