/// Results as JSON, for programs. The only package of this module that knows a JSON library.
///
/// Start at [JsonText]; the records beside it are the rows that several commands print. Depends on the model.
@NullMarked
package dev.sekisho.cli.json;

import org.jspecify.annotations.NullMarked;
