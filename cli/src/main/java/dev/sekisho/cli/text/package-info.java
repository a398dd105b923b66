/// Text for people: tables and sentences, made from values that were decided elsewhere.
///
/// Start at [Table]; [Sheet] is for one thing with named fields, [Problems] for what is wrong with input files. Depends on
/// `terminal` and on the model.
@NullMarked
package dev.sekisho.cli.text;

import org.jspecify.annotations.NullMarked;
