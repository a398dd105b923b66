/// What Azure's network resources look like, property by property, and the one form into which every dialect of
/// them is brought.
///
/// Start at [Shapes]: it says of each resource type which properties are understood, which do not matter to what can
/// be reached, and which matter but are not modelled. [Normaliser] brings a resource into the vocabulary of Sekisho's
/// own files by these tables. Depends on `io.tree` and `diagnostic`; knows no domain records.
@NullMarked
package dev.sekisho.model.io.shape;

import org.jspecify.annotations.NullMarked;
