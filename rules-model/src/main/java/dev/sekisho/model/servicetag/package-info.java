/// Service tags with their addresses, as Microsoft publishes them.
///
/// Start at [ServiceTags]. Depends on `address` and `name` only.
@NullMarked
package dev.sekisho.model.servicetag;

import org.jspecify.annotations.NullMarked;
