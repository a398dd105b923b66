package dev.sekisho.cli.command;

import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.cluster.ClusterIntentReader;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.resolve.NeedResolver;
import java.nio.file.Path;
import java.util.Optional;

/// A cluster file and what it makes the cluster need.
record ClusterQuestion(ClusterIntent intent, Catalogue catalogue, ClusterNeeds needs) {

    /// Reads a cluster file; nothing where it, or a catalogue file, has an error.
    static Optional<ClusterQuestion> read(Path file, CatalogOption catalogOption, Diagnostics diagnostics) {
        Optional<Catalogue> catalogue = catalogOption.read(diagnostics);
        Optional<ClusterIntent> intent = catalogue.flatMap(c -> ClusterIntentReader.read(file, c, diagnostics));
        return intent.map(i -> new ClusterQuestion(i, catalogue.orElseThrow(),
                NeedResolver.resolve(i, catalogue.orElseThrow(), diagnostics))).filter(_ -> !diagnostics.hasErrors());
    }
}
