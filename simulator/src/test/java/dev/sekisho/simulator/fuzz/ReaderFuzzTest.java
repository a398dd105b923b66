package dev.sekisho.simulator.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.DiagnosticRenderer;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.catalogue.CatalogueReader;
import dev.sekisho.model.io.cluster.ClusterIntentReader;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.io.kubernetes.ManifestReader;
import dev.sekisho.model.io.log.LogFile;
import dev.sekisho.model.io.log.LogPiece;
import dev.sekisho.model.io.servicetag.ServiceTagReader;
import dev.sekisho.model.io.tree.JsonTree;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.io.tree.YamlTree;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.FqdnTagName;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.name.UrlPattern;
import dev.sekisho.simulator.cases.CaseEntry;
import dev.sekisho.simulator.cases.CaseFileReader;
import dev.sekisho.simulator.cases.CaseReport;
import dev.sekisho.simulator.cases.CaseRunner;
import dev.sekisho.simulator.log.LogFormat;
import dev.sekisho.simulator.log.LogLine;
import dev.sekisho.simulator.log.LogReading;
import dev.sekisho.simulator.log.LogRecords;
import dev.sekisho.simulator.replay.Replay;
import dev.sekisho.simulator.replay.ReplayPart;
import dev.sekisho.simulator.validate.ConfigurationValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every reader with any bytes: a value or a problem with its place, never an exception.
class ReaderFuzzTest {
    private static final Catalogue CATALOGUE = CatalogueReader.builtIn();

    @FuzzTest(maxDuration = "2m")
    void yaml(byte[] bytes) {
        assertExplained(bytes, YamlTree::read);
    }

    @FuzzTest(maxDuration = "2m")
    void json(byte[] bytes) {
        for (JsonTree.Dialect dialect : JsonTree.Dialect.values()) {
            assertExplained(bytes, (file, diagnostics) -> JsonTree.read(file, dialect, diagnostics));
        }
    }

    @FuzzTest(maxDuration = "2m")
    void cluster(byte[] bytes) {
        assertExplained(bytes, (file, diagnostics) -> ClusterIntentReader.read(file, CATALOGUE, diagnostics));
    }

    @FuzzTest(maxDuration = "2m")
    void catalogue(byte[] bytes) {
        assertExplained(bytes, (file, diagnostics) -> CatalogueReader.extend(CATALOGUE, file, diagnostics));
    }

    @FuzzTest(maxDuration = "2m")
    void serviceTags(byte[] bytes) {
        assertExplained(bytes, (file, diagnostics) -> {
            ServiceTagReader.recognises(file);
            return ServiceTagReader.read(file, diagnostics);
        });
    }

    @FuzzTest(maxDuration = "2m")
    void environment(byte[] bytes) throws IOException {
        assertReadAsEnvironment(bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void azureResources(byte[] bytes) throws IOException {
        assertReadAsEnvironment(bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void deploymentTemplate(byte[] bytes) throws IOException {
        assertReadAsEnvironment(bytes);
    }

    /// The bytes are the text of an expression, in the place where a template is most likely to have one.
    @FuzzTest(maxDuration = "2m")
    void templateExpression(byte[] bytes) throws IOException {
        String escaped = new String(bytes, StandardCharsets.UTF_8).chars()
                .mapToObj(c -> c < ' ' || c > '~' || c == '"' || c == '\\' ? "\\u%04x".formatted(c)
                        : Character.toString((char) c))
                .collect(Collectors.joining());
        assertReadAsEnvironment(("""
                {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                 "contentVersion": "1.0.0.0",
                 "parameters": {"p": {"type": "array", "defaultValue": ["10.0.0.0/8", {"a": 1}]}, "q": {"type": "string"}},
                 "variables": {"v": {"w": [1, 2.5, null, true, "text"]}, "copy": [{"name": "c", "count": 2, "input": "[copyIndex('c')]"}]},
                 "resources": [{"type": "Microsoft.Network/ipGroups", "apiVersion": "2023-11-01", "name": "nodes",
                   "properties": {"ipAddresses": ["[%s]"]}}]}
                """.formatted(escaped)).getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest(maxDuration = "2m")
    void terraform(byte[] bytes) throws IOException {
        assertReadAsEnvironment(bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void ruleTable(byte[] bytes) throws IOException {
        assertReadAsEnvironment("rules.csv", bytes);
        assertReadAsEnvironment("rules.tsv", bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void manifests(byte[] bytes) throws IOException {
        for (String name : List.of("manifest.yaml", "manifest.json")) {
            Diagnostics diagnostics = new Diagnostics();
            Manifests manifests = ManifestReader.read(List.of(write(name, bytes)), diagnostics);
            assertPlaced(diagnostics);
            manifests.services().forEach(service -> assertTrue(service.toString().contains("/")));
        }
    }

    private static void assertReadAsEnvironment(byte[] bytes) throws IOException {
        assertReadAsEnvironment("environment", bytes);
    }

    private static void assertReadAsEnvironment(String name, byte[] bytes) throws IOException {
        Path path = write(name, bytes);
        Diagnostics diagnostics = new Diagnostics();
        Environment environment = EnvironmentReader.read(List.of(path), diagnostics);
        assertPlaced(diagnostics);
        assertNotNull(ConfigurationValidator.validate(environment));
    }

    @FuzzTest(maxDuration = "2m")
    void cases(byte[] bytes) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        List<CaseEntry> entries = CaseFileReader.read(write("cases.yaml", bytes), diagnostics);
        assertPlaced(diagnostics);
        CaseReport report = CaseRunner.run(entries);
        assertEquals(entries.size(), report.passed() + report.failed());
        assertFalse(entries.isEmpty(), "a file without cases must not look like success");
    }

    @FuzzTest(maxDuration = "2m")
    void logLines(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.UTF_8);
        for (LogFormat format : LogFormat.values()) {
            switch (format.read(line)) {
                case LogReading.Refused(String reason) -> assertFalse(reason.isBlank());
                case LogReading.PassedOver(String what) -> assertFalse(what.isBlank());
                case LogLine read -> assertEquals(format.read(line), read);
            }
        }
    }

    @FuzzTest(maxDuration = "2m")
    void logRecords(byte[] bytes) {
        Diagnostics diagnostics = new Diagnostics();
        ReplayPart part = Replay.of(Environment.EMPTY, Optional.empty(), new Replay.Question(Optional.empty(), false))
                .part();
        try (LogFile file = LogFile.of("f", new ByteArrayInputStream(bytes))) {
            for (Optional<LogPiece> piece = file.next(); piece.isPresent(); piece = file.next()) {
                LogRecords.read(piece.get(), diagnostics).forEach(part::add);
            }
        } catch (IOException e) {
            assertFalse(String.valueOf(e.getMessage()).isBlank());
        }
        part.finish();
        assertPlaced(diagnostics);
    }

    @FuzzTest(maxDuration = "2m")
    void addressesAndNames(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertReadsItself(text, IpAddress::parse, IpAddress::tryParse);
        assertReadsItself(text, IpPrefix::parse, IpPrefix::tryParse);
        assertReadsItself(text, IpRange::parse, IpRange::tryParse);
        assertReadsItself(text, IpProtocol::parse, IpProtocol::tryParse);
        assertReadsItself(text, PortRange::parse, PortRange::tryParse);
        assertReadsItself(text, PortSet::parse, ports -> quietly(ports, PortSet::parse));
        assertReadsItself(text, Fqdn::parse, Fqdn::tryParse);
        assertReadsItself(text, FqdnPattern::parse, FqdnPattern::tryParse);
        assertReadsItself(text, FqdnTagName::parse, FqdnTagName::tryParse);
        assertReadsItself(text, ServiceTagName::parse, ServiceTagName::tryParse);
        assertReadsItself(text, UrlPattern::parse, UrlPattern::tryParse);
        assertEquals(quietly(text, Fqdn::parse), quietly(text, Fqdn::normalise).map(Fqdn.Normalised::name));
        assertEquals(quietly(text, FqdnPattern::parse),
                quietly(text, FqdnPattern::normalise).map(FqdnPattern.Normalised::pattern));
        int middle = text.length() / 2;
        FqdnPattern.matchesAsWritten(text.substring(0, middle), text.substring(middle));
    }

    private static <T> void assertExplained(byte[] bytes, BiFunction<SourceFile, Diagnostics, Optional<T>> reader) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<T> read = SourceFile.decode("f", bytes, diagnostics).flatMap(file -> reader.apply(file, diagnostics));
        assertTrue(read.isPresent() || diagnostics.hasErrors(), "nothing was read, and nothing says why");
        assertPlaced(diagnostics);
    }

    private static void assertPlaced(Diagnostics diagnostics) {
        for (Diagnostic problem : diagnostics.all()) {
            assertTrue(problem.at().isKnown() || problem.code().equals("MORE_PROBLEMS"), problem::toString);
        }
        String output = DiagnosticRenderer.render(diagnostics);
        assertTrue(output.chars().noneMatch(c -> c < ' ' && c != '\n'), output);
    }

    /// What is read is written so that it reads as the same, and what is refused is refused with a reason.
    private static <T> void assertReadsItself(String text, Function<String, T> parse,
            Function<String, Optional<T>> tryParse) {
        Optional<T> read = tryParse.apply(text);
        if (read.isPresent()) {
            assertEquals(read.get(), parse.apply(text));
            assertEquals(read.get(), parse.apply(read.get().toString()), text);
        } else {
            String reason = assertThrows(IllegalArgumentException.class, () -> parse.apply(text)).getMessage();
            assertFalse(reason == null || reason.isBlank());
        }
    }

    private static <T> Optional<T> quietly(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Path write(String name, byte[] bytes) throws IOException {
        return Files.write(Scratch.FOLDER.resolve(name), bytes);
    }

    /// One folder for all inputs of a run: a new one for each would take longer than reading them.
    private static final class Scratch {
        private static final Path FOLDER = folder();

        private static Path folder() {
            try {
                Path folder = Files.createTempDirectory("sekisho-fuzz");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    for (String name : List.of("environment", "cases.yaml", "rules.csv", "rules.tsv", "")) {
                        folder.resolve(name).toFile().delete();
                    }
                }));
                return folder;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
