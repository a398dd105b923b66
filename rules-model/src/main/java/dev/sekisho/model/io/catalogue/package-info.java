/// Reads the catalogue that comes with Sekisho, and files of users that extend or override it.
///
/// Start at [CatalogueReader]. The format is documented in `docs/catalogue.md`. May use `io.tree` and the catalogue's
/// types; nothing of clusters or environments is read here.
@NullMarked
package dev.sekisho.model.io.catalogue;

import org.jspecify.annotations.NullMarked;
