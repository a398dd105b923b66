/// One class for each command: its options, the order in which it calls the parts, and its exit code.
///
/// Start at [CommandTree]. Commands decide nothing about rules, routes or flows themselves; text is laid out by the
/// `text` package, JSON by `json`, files are written by `output`.
@NullMarked
package dev.sekisho.cli.command;

import org.jspecify.annotations.NullMarked;
