/// What every strict reader of small texts shares: plain decimal numbers, and quoting for error messages.
///
/// Start at [Quoted]. Depends on nothing.
@NullMarked
package dev.sekisho.model.text;

import org.jspecify.annotations.NullMarked;
