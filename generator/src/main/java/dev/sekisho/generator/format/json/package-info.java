/// Values as JSON text. Start at [JsonText].
///
/// The formats say how they write a reference; everything else is the same for all. May depend on `format.resource`.
@NullMarked
package dev.sekisho.generator.format.json;

import org.jspecify.annotations.NullMarked;
