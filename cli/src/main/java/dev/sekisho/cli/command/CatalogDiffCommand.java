package dev.sekisho.cli.command;

import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.cli.text.Table;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.CatalogueDiff;
import dev.sekisho.model.diagnostic.Diagnostics;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `sekisho catalog diff`.
@Command(name = "diff", description = "Shows which names came into use and which went out of use between two days.")
final class CatalogDiffCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "The first day, such as 2026-01-31.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", required = true, description = "The last day.")
    private LocalDate to;

    @Mixin
    private CatalogOption catalogOption;

    @Mixin
    private OutputOption output;

    CatalogDiffCommand(Streams streams) {
        this.streams = streams;
    }

    private record Row(String id, String change, String cloud, LocalDate on, List<String> destinations,
            List<String> replacement, String note, List<String> references) {
        static Row of(CatalogueDiff.Change change) {
            return new Row(change.id(), change.kind().text(), change.cloud().azureName(), change.on(),
                    change.destinations(), change.replacement(), change.note(), change.references());
        }
    }

    @Override
    public Integer call() {
        if (to.isBefore(from)) {
            throw new ParameterException(spec.commandLine(), "--to " + to + " is before --from " + from);
        }
        Diagnostics diagnostics = new Diagnostics();
        Optional<Catalogue> catalogue = catalogOption.read(diagnostics);
        Problems.print(diagnostics, streams);
        if (catalogue.isEmpty()) {
            return ExitCode.WRONG_INPUT;
        }
        List<Row> rows = CatalogueDiff.between(catalogue.get(), from, to).changes().stream().map(Row::of).toList();
        if (output.isJson()) {
            streams.out().println(JsonText.of(rows));
        } else {
            print(rows);
        }
        return rows.isEmpty() ? ExitCode.CLEAN : ExitCode.SOMETHING_TO_SEE;
    }

    private void print(List<Row> rows) {
        if (rows.isEmpty()) {
            streams.out().println("No change is known between " + from + " and " + to + ".");
            return;
        }
        Table table = new Table("on", "change", "id", "cloud", "destinations", "replacement", "note");
        for (Row row : rows) {
            table.add(row.on().toString(), row.change(), row.id(), row.cloud(), String.join(", ", row.destinations()),
                    String.join(", ", row.replacement()), row.note());
        }
        table.print(streams);
    }
}
