package dev.sekisho.cli.command;

import dev.sekisho.cli.json.DiagnosticRow;
import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.cli.text.Table;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `sekisho inspect`.
@Command(name = "inspect", description = "Shows what was read: how many of each kind, and what was not modelled, with places.")
final class InspectCommand implements Callable<Integer> {
    private static final String NOT_MODELLED = "NOT_MODELLED";

    private final Streams streams;

    @Mixin
    private EnvironmentOption environmentOption;

    @Mixin
    private OutputOption output;

    InspectCommand(Streams streams) {
        this.streams = streams;
    }

    private record Result(SequencedMap<String, Integer> counts, List<DiagnosticRow> unmodelled,
            List<DiagnosticRow> diagnostics) {}

    @Override
    public Integer call() {
        Diagnostics diagnostics = new Diagnostics();
        Environment environment = environmentOption.read(diagnostics);
        SequencedMap<String, Integer> counts = ResourceCounts.of(environment);
        if (output.isJson()) {
            List<Diagnostic> all = diagnostics.all();
            streams.out().println(JsonText.of(new Result(counts,
                    DiagnosticRow.of(all.stream().filter(InspectCommand::isUnmodelled).toList()),
                    DiagnosticRow.of(all.stream().filter(problem -> !isUnmodelled(problem)).toList()))));
        } else {
            Problems.print(diagnostics, streams);
            Table table = new Table("kind", "count");
            counts.forEach((kind, count) -> table.add(kind, count.toString()));
            table.print(streams);
        }
        return diagnostics.hasErrors() ? ExitCode.WRONG_INPUT : ExitCode.CLEAN;
    }

    private static boolean isUnmodelled(Diagnostic problem) {
        return problem.code().equals(NOT_MODELLED);
    }
}
