/// Puts Azure resources of all files together: parts into their parents, copies of one resource into one, references
/// onto names. What comes out is a document in the vocabulary of Sekisho's own files, each value with the place that it
/// was read from.
///
/// Start at [ResourceAssembly]. Depends on `io.resource`, `io.shape`, `io.tree` and `diagnostic`; the records of the
/// model are made by the readers in `io.environment`.
@NullMarked
package dev.sekisho.model.io.assembly;

import org.jspecify.annotations.NullMarked;
