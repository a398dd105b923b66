/// Problems of input files as values: where, what is wrong, what to do about it.
///
/// Start at [Diagnostic]; [Diagnostics] collects them during one run and [DiagnosticRenderer] prints them.
/// Everything that came from a file carries a [SourceLocation]. Depends on nothing but the JDK: no file
/// format, no Azure resource.
@NullMarked
package dev.sekisho.model.diagnostic;

import org.jspecify.annotations.NullMarked;
