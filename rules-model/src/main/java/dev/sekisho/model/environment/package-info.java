/// Everything that one question is asked about: the resources that exist or are proposed, what is known about the
/// world around them, and the readings chosen where Azure's documentation is not decided.
///
/// Start at [Environment]. Depends on `firewall`, `network`, `servicetag` and what they depend on.
@NullMarked
package dev.sekisho.model.environment;

import org.jspecify.annotations.NullMarked;
