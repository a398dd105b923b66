/// The words that rules and routes are made of: an entry as written, an address term, a port term, a reference to a
/// resource, a priority.
///
/// Start at [Entry]. Nothing is resolved here: a service tag is a name, an IP group is a reference. Depends on
/// `address` and `name` only.
@NullMarked
package dev.sekisho.model.term;

import org.jspecify.annotations.NullMarked;
