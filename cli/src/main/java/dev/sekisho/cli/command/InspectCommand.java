package dev.sekisho.cli.command;

import dev.sekisho.cli.json.DiagnosticRow;
import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.json.UnmodelledRow;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.cli.text.Table;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.environment.Inspection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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

    private record Result(SequencedMap<String, Integer> counts, SequencedMap<String, Integer> notDeployed,
            SequencedMap<String, Integer> otherResources,
            List<UnmodelledRow> unmodelled, List<DiagnosticRow> diagnostics) {}

    @Override
    public Integer call() {
        Diagnostics diagnostics = new Diagnostics();
        Inspection inspection = environmentOption.inspect(diagnostics);
        SequencedMap<String, Integer> counts = ResourceCounts.of(inspection);
        List<Diagnostic> all = diagnostics.all();
        List<UnmodelledRow> unmodelled = Stream.concat(inspection.unmodelled().stream().map(UnmodelledRow::of),
                all.stream().filter(InspectCommand::isUnmodelled).map(UnmodelledRow::of)).toList();
        List<Diagnostic> problems = all.stream().filter(problem -> !isUnmodelled(problem)).toList();
        if (output.isJson()) {
            streams.out()
                    .println(JsonText.of(new Result(counts, ResourceCounts.notDeployed(inspection),
                            inspection.otherResources(), unmodelled,
                            DiagnosticRow.of(problems))));
        } else {
            Problems.print(problems, diagnostics.sources(), streams);
            print(counts, inspection, unmodelled);
        }
        return diagnostics.hasErrors() ? ExitCode.WRONG_INPUT : ExitCode.CLEAN;
    }

    private void print(SequencedMap<String, Integer> counts, Inspection inspection, List<UnmodelledRow> unmodelled) {
        print("kind", counts);
        for (Map.Entry<String, SequencedMap<String, Integer>> more : List.of(
                Map.entry("of these not deployed", ResourceCounts.notDeployed(inspection)),
                Map.entry("other resources", inspection.otherResources()))) {
            if (!more.getValue().isEmpty()) {
                streams.out().println();
                print(more.getKey(), more.getValue());
            }
        }
        if (!unmodelled.isEmpty()) {
            streams.out().println();
            streams.out().println("not modelled:");
            unmodelled.forEach(row -> streams.out().println("  " + row.at().map(place -> place.file() + ":"
                    + place.line() + ":" + place.column() + ": ").orElse("") + row.message()));
        }
    }

    private void print(String kinds, SequencedMap<String, Integer> counts) {
        Table table = new Table(kinds, "count");
        counts.forEach((kind, count) -> table.add(kind, count.toString()));
        table.print(streams);
    }

    private static boolean isUnmodelled(Diagnostic problem) {
        return problem.code().equals(NOT_MODELLED);
    }
}
