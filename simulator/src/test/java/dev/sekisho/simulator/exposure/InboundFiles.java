package dev.sekisho.simulator.exposure;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.io.kubernetes.ManifestReader;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.simulator.exposure.entrance.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertFalse;

/// An environment and manifests in a folder, and what they make reachable.
record InboundFiles(Path folder, String environment, String manifests) {

    Environment read() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Environment read = EnvironmentReader.read(
                List.of(Files.writeString(folder.resolve("env.yaml"), environment)), diagnostics);
        assertFalse(diagnostics.hasErrors(), diagnostics::toString);
        return read;
    }

    Manifests services() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Manifests read = manifests.isEmpty() ? Manifests.NONE : ManifestReader.read(
                List.of(Files.writeString(folder.resolve("svc.yaml"), manifests)), diagnostics);
        assertFalse(diagnostics.hasErrors(), diagnostics::toString);
        return read;
    }

    List<ExposureRow> rows() throws IOException {
        Environment read = read();
        return Exposure.of(read, Exposure.nodes(read, Optional.empty()), services());
    }

    /// The row of a way in and a place.
    ExposureRow row(Entry entry, String place) throws IOException {
        List<ExposureRow> rows = rows();
        return rows.stream().filter(row -> row.entry() == entry && row.place().name().equals(place)).findFirst()
                .orElseThrow(() -> new AssertionError("no row " + entry + " from " + place + " in " + rows.stream()
                        .map(row -> row.entry() + " from " + row.place().name()).toList()));
    }
}
