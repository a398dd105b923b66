/// An environment that was read, as resources that a template or script can deploy.
///
/// Start at [EnvironmentWriter]; [EnvironmentResources] makes the resources. What a format cannot hold is refused by name,
/// and the rest is written. May depend on `format.resource` and on the model, not on the packages of the formats.
@NullMarked
package dev.sekisho.generator.format.environment;

import org.jspecify.annotations.NullMarked;
