/// Results as JSON, for programs. The only package of this module that knows a JSON library.
///
/// Start at [JsonText]. Depends on nothing of ours.
@NullMarked
package dev.sekisho.cli.json;

import org.jspecify.annotations.NullMarked;
