package dev.sekisho.generator.format.azcli;

import dev.sekisho.generator.format.resource.Lines;
import dev.sekisho.generator.format.resource.Parameter;
import java.util.List;

/// A bash script in the making: strict mode, parameters that the environment may set, and `--dry-run`, which shows what
/// would be run.
final class Script {
    private final Lines lines = new Lines("#");

    /// Begins a script.
    ///
    /// @param header comment lines at the top
    /// @param name name of the file, for the usage line
    /// @param required parameters that have to be set
    Script(List<String> header, String name, List<Parameter> required) {
        lines.line("#!/usr/bin/env bash");
        header.forEach(this::comment);
        line("#");
        comment("Usage: " + String.join(" ", required.stream().map(p -> p.shellName() + "=...").toList())
                + (required.isEmpty() ? "" : " ") + "./" + name + " [--dry-run]");
        comment("It can be run again: it makes what is missing and updates what is there.");
        blank();
        line("set -euo pipefail");
        blank();
    }

    /// Adds a line as it is.
    Script line(String line) {
        lines.line(line);
        return this;
    }

    /// Adds lines as they are.
    Script text(String block) {
        lines.text(block);
        return this;
    }

    /// Adds an empty line, never two.
    Script blank() {
        lines.blank();
        return this;
    }

    /// Adds a comment, broken into lines.
    Script comment(String comment) {
        lines.comment(comment);
        return this;
    }

    /// Adds the parameters that the script uses, the required ones first.
    Script parameters(List<Parameter> parameters) {
        if (parameters.stream().anyMatch(Parameter::isRequired)) {
            comment("These have to be set in the environment.");
        }
        parameters.stream().filter(Parameter::isRequired)
                .forEach(p -> comment(p.description() + ":").line(Shell.required(p.shellName())));
        blank().comment("These may be set in the environment.");
        for (Parameter parameter : parameters) {
            switch (parameter.preset()) {
                case Parameter.Preset.Text(String text) -> line(Shell.overridable(parameter.shellName(), text));
                case Parameter.Preset.OwnResourceGroup _ ->
                    line(parameter.shellName() + "=\"${" + parameter.shellName() + ":-$RESOURCE_GROUP}\"");
                case Parameter.Preset.Switch _ -> line(Shell.overridable(parameter.shellName(), "true"));
                case Parameter.Preset.Required _ -> {
                    // Checked above; there is nothing to assign.
                }
            }
        }
        return blank();
    }

    /// Adds the reading of `--dry-run` and the function `run`, through which every change goes.
    Script dryRun() {
        return text("""
                DRY_RUN=false
                case "${1:-}" in
                  '') ;;
                  --dry-run) DRY_RUN=true ;;
                  *)
                    echo "usage: $0 [--dry-run]" >&2
                    exit 2
                    ;;
                esac

                # Runs a command that changes something, or only shows it.
                run() {
                  if [[ "$DRY_RUN" == true ]]; then
                    printf '%q ' "$@"
                    printf '\\n'
                  else
                    "$@"
                  fi
                }

                # Tells whether a command that only reads succeeds; a dry run asks nobody and takes everything as missing.
                exists() {
                  [[ "$DRY_RUN" == false ]] && "$@" --output none 2>/dev/null
                }
                """).blank();
    }

    /// Adds a command with its options, one option on each line.
    Script command(String command, List<String> options) {
        return command("", command, options);
    }

    /// Adds a command with its options, one option on each line, indented.
    Script command(String indent, String command, List<String> options) {
        lines.line(indent + command + (options.isEmpty() ? "" : " \\"));
        for (int i = 0; i < options.size(); i++) {
            lines.line(indent + "  " + options.get(i) + (i + 1 < options.size() ? " \\" : ""));
        }
        return this;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
