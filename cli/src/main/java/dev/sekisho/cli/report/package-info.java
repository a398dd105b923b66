/// A page for people who were not at the terminal: everything that can be said about an environment in one HTML file.
///
/// Start at [ReportPage]; its template lies beside it among the resources. The only package that knows a template library.
/// Depends on the simulator's answers and on the rows of [dev.sekisho.cli.text].
@NullMarked
package dev.sekisho.cli.report;

import org.jspecify.annotations.NullMarked;
