package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.environment.EnvironmentReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The compiled engine agrees with the interpreter in environments that people deployed, where the corpus is there.
@EnabledIfSystemProperty(named = "sekisho.corpus", matches = ".+")
class EngineOnRealFilesTest {
    private static final int FLOWS = Integer.getInteger("sekisho.flows", 200);

    static Stream<Path> files() throws IOException {
        return Stream.of("arm", "arm-aks", "az-export").flatMap(EngineOnRealFilesTest::files);
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("sekisho.corpus"), folder))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFlowHasTheOutcomeThatTheInterpreterGives(Path file) {
        Differential.of(EnvironmentReader.read(List.of(file), new Diagnostics()), file.toString(), 1, FLOWS);
    }
}
