/// Host names matched with many patterns at once, each a name or the end of names.
///
/// Start at [NameMatcher] for a list of patterns by itself; [NamePartition] turns names into class numbers for lists that
/// ask for more than names. Patterns become a [NameTrie], which is compiled to a [NameTable]; [NameBlock] looks many names
/// up at once. Names are bytes here, never objects. Depends on `model.name` and `compiled.rules.field` only.
@NullMarked
package dev.sekisho.simulator.compiled.name;

import org.jspecify.annotations.NullMarked;
