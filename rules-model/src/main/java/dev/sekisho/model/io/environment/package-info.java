/// Reads descriptions of what exists or is proposed into an [dev.sekisho.model.environment.Environment]: Sekisho's own
/// YAML in its full form and in its one-subnet form, and service-tag files.
///
/// Start at [EnvironmentReader]. What a file is, [FileContent] tells from what is inside. A value that Azure would
/// refuse becomes a diagnostic with a [dev.sekisho.model.environment.ValidationCode] and, where a rule must never match
/// by it, an entry that says so; everything else that is wrong has one of the codes of `io.tree`. References between
/// resources stay names.
@NullMarked
package dev.sekisho.model.io.environment;

import org.jspecify.annotations.NullMarked;
