/// Names: host names, patterns of names and URLs, and the names of Microsoft's service tags and FQDN tags.
///
/// Start at [Fqdn] for a name and at [FqdnPattern] for what a rule writes. Everything is an immutable value that
/// compares as the thing it names does: host names and tags ignore letter case, URL paths do not. What a tag
/// contains is not known here.
///
/// Depends on `address`, and on `diagnostic` for quoting; knows nothing of Azure resources or files.
@NullMarked
package dev.sekisho.model.name;

import org.jspecify.annotations.NullMarked;
