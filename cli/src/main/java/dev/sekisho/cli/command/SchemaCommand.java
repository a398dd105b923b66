package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Suggestions;
import dev.sekisho.model.io.cluster.ClusterSchema;
import dev.sekisho.model.io.environment.EnvironmentSchema;
import dev.sekisho.simulator.cases.CaseFileSchema;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// `sekisho schema`.
@Command(name = "schema", description = "Prints the JSON Schema of a kind of file, for editors.")
final class SchemaCommand implements Callable<Integer> {
    private final Streams streams;

    /// The kinds of files that have a schema.
    enum Kind {
        CLUSTER, ENVIRONMENT, TEST;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Reads a kind by the name that the help shows.
    static final class KindConverter implements ITypeConverter<Kind> {
        @Override
        public Kind convert(String text) {
            return Stream.of(Kind.values()).filter(kind -> kind.toString().equals(text)).findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is not a kind of file; "
                            + Suggestions.advice(text, "known", Stream.of(Kind.values()).map(Kind::toString).toList(),
                                    Kind.values().length)));
        }
    }

    @Parameters(index = "0", paramLabel = "KIND", converter = KindConverter.class, description = "The kind of file: ${COMPLETION-CANDIDATES}.")
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
            case ENVIRONMENT -> EnvironmentSchema.text();
            case TEST -> CaseFileSchema.text();
        });
        return ExitCode.CLEAN;
    }
}
