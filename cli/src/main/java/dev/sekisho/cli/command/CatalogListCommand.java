package dev.sekisho.cli.command;

import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.CatalogEntries;
import dev.sekisho.cli.text.CatalogEntries.Row;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.cli.text.Table;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.diagnostic.Diagnostics;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sekisho catalog list`.
@Command(name = "list", description = "Lists the requirements of clusters and the services that workloads use.")
final class CatalogListCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--cloud", paramLabel = "CLOUD", defaultValue = "AzurePublic", converter = CloudConverter.class, description = "The cloud whose names to show: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Cloud cloud = Cloud.AZURE_PUBLIC;

    @Option(names = "--feature", paramLabel = "FEATURE", description = "Only the requirements of this feature.")
    private Optional<String> feature = Optional
            .empty();

    @Mixin
    private CatalogOption catalogOption;

    @Mixin
    private OutputOption output;

    CatalogListCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Catalogue> catalogue = catalogOption.read(diagnostics);
        Problems.print(diagnostics, streams);
        if (catalogue.isEmpty()) {
            return ExitCode.WRONG_INPUT;
        }
        List<Row> rows = new CatalogEntries(catalogue.get()).rows(cloud).stream()
                .filter(row -> feature.isEmpty() || feature.get().equals(row.feature())).toList();
        if (output.isJson()) {
            streams.out().println(JsonText.of(rows));
        } else {
            print(rows);
        }
        return ExitCode.CLEAN;
    }

    private void print(List<Row> rows) {
        Table table = new Table("id", "feature", "need", "protocol", "ports", "until", "destinations");
        for (Row row : rows) {
            table.add(row.id(), row.feature(), row.need(), row.protocol(), row.ports(), row.until().orElse(""),
                    String.join(", ", row.destinations()));
        }
        table.print(streams);
    }
}
