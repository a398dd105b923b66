/// Text for people: tables and sentences, made from values that were decided elsewhere.
///
/// Start at [Table]. Depends on the `terminal` package only.
@NullMarked
package dev.sekisho.cli.text;

import org.jspecify.annotations.NullMarked;
