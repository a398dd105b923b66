/// Azure resources as files describe them, whatever the kind of file, and what they mean for an environment.
///
/// Start at [AzureResource]. Producers of resources live in packages of their own and depend on this one, never the
/// other way round.
@NullMarked
package dev.sekisho.model.io.resource;

import org.jspecify.annotations.NullMarked;
