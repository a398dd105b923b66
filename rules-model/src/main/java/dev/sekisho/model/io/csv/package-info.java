/// Tables of firewall rules as CSV files, as scripts export them and spreadsheets keep them.
///
/// Start at [RuleTable]; what a column may be called, [RuleColumn] says. Depends on `io.resource`, `io.tree` and
/// `diagnostic`, and is the only package that knows the CSV library.
@NullMarked
package dev.sekisho.model.io.csv;

import org.jspecify.annotations.NullMarked;
