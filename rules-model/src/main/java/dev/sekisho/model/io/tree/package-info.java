/// YAML and JSON files as one kind of tree in which every key and value knows its place.
///
/// Start at [Node]. [SourceFile] reads bytes into text, [YamlTree] and [JsonTree] make the tree, and [Fields] is the
/// strict cursor with which readers of a file kind take it apart. Nothing here throws for bad input: every
/// problem becomes a [dev.sekisho.model.diagnostic.Diagnostic]. Knows nothing of Azure, and depends on
/// `diagnostic` only.
@NullMarked
package dev.sekisho.model.io.tree;

import org.jspecify.annotations.NullMarked;
