/// Service tags with their addresses: as Microsoft publishes them, and as a user writes them.
///
/// Start at [ServiceTags]. Depends on `address`, `name` and `diagnostic` only.
@NullMarked
package dev.sekisho.model.servicetag;

import org.jspecify.annotations.NullMarked;
