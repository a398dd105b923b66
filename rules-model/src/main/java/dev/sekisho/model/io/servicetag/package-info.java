/// Reads the service-tag files that Microsoft publishes every week, and what `az network list-service-tags` prints.
///
/// Start at [ServiceTagReader]. A file has thousands of tags and a hundred thousand prefixes, so it is read in one pass
/// and not as a tree.
@NullMarked
package dev.sekisho.model.io.servicetag;

import org.jspecify.annotations.NullMarked;
