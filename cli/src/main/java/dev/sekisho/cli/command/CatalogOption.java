package dev.sekisho.cli.command;

import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.catalogue.CatalogueReader;
import dev.sekisho.model.io.tree.SourceFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options that say which catalogue to use: the built-in one, extended by files of the user's own, on some day.
final class CatalogOption {
    @Option(names = "--catalog", paramLabel = "FILE", description = "A catalogue file of your own (kind: Catalogue) that extends or overrides the built-in one.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--as-of", paramLabel = "DATE", description = "See the catalogue from this day, such as 2027-03-01, instead of the day of its facts.")
    private Optional<LocalDate> day = Optional
            .empty();

    /// Returns the catalogue, or nothing when a file is wrong; what is wrong is among the diagnostics.
    Optional<Catalogue> read(Diagnostics diagnostics) {
        Optional<Catalogue> catalogue = Optional.of(CatalogueReader.builtIn());
        for (Path path : files) {
            Optional<SourceFile> file = SourceFile.read(path, diagnostics, SourceFile.YAML_LIMIT);
            catalogue = file.isEmpty() ? Optional.empty()
                    : catalogue.flatMap(base -> CatalogueReader.extend(base, file.get(), diagnostics));
        }
        return catalogue.map(found -> day.map(found::asOf).orElse(found));
    }
}
