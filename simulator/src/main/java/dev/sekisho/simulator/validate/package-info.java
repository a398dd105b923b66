/// Says what is wrong with a configuration before anybody asks what it does: priorities, names, references, limits,
/// features above the tier, rules that can never match.
///
/// Start at [ConfigurationValidator]. Every finding has a [dev.sekisho.model.environment.ValidationCode]; what only the
/// text of a file can show, the reader of that file has reported already. Depends on the rules model and `view`.
@NullMarked
package dev.sekisho.simulator.validate;

import org.jspecify.annotations.NullMarked;
