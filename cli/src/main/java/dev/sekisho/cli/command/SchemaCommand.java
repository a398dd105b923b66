package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.cluster.ClusterSchema;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `sekisho schema`.
@Command(name = "schema", description = "Prints the JSON Schema of a kind of file, for editors.")
final class SchemaCommand implements Callable<Integer> {
    private final Streams streams;

    /// The kinds of files that have a schema.
    enum Kind {
        CLUSTER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(index = "0", paramLabel = "KIND", description = "The kind of file: ${COMPLETION-CANDIDATES}.")
    private Kind kind;

    @Mixin
    private CatalogOption catalogOption;

    SchemaCommand(Streams streams) {
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
        streams.out().print(switch (kind) {
            case CLUSTER -> ClusterSchema.text(catalogue.get());
        });
        return ExitCode.CLEAN;
    }
}
