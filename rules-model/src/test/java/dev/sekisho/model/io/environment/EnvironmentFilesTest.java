package dev.sekisho.model.io.environment;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.GeneratedText;
import dev.sekisho.model.network.RouteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EnvironmentFilesTest {
    @TempDir
    private Path folder = Path.of("");

    private final Diagnostics diagnostics = new Diagnostics();

    private Path write(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private Environment read(Path... paths) {
        return EnvironmentReader.read(List.of(paths), diagnostics);
    }

    private List<String> codes() {
        return diagnostics.all().stream().map(Diagnostic::code).toList();
    }

    @Test
    void severalFilesGiveOneEnvironment() throws IOException {
        Environment environment = read(write("a.yaml", "routeTables: [{name: one}]\n"),
                write("b.yml", "kind: Environment\nrouteTables: [{name: two}]\n"),
                write("c.json", "{\"routeTables\": [{\"name\": \"three\", \"routes\": []}]}"));
        assertEquals("", diagnostics.toString());
        assertEquals(List.of("one", "two", "three"), environment.routeTables().stream().map(RouteTable::name).toList());
    }

    @Test
    void theSameResourceTwiceCountsOnceAndADifferentOneIsReported() throws IOException {
        Path first = write("a.yaml", "routeTables: [{name: one}]\n");
        Path same = write("b.yaml", "\n\nrouteTables: [{name: one}]\n");
        Path other = write("c.yaml", "routeTables: [{name: ONE, disableBgpRoutePropagation: true}]\n");
        assertEquals(1, read(first, same).routeTables().size());
        assertEquals(List.of(), codes());
        assertEquals("one", read(first, other).routeTables().getFirst().name());
        assertEquals(List.of("DUPLICATE_NAME"), codes());
    }

    @Test
    void aFolderIsReadInTheOrderOfItsNamesAndOtherFilesArePassedOver() throws IOException {
        write("env/b/two.yaml", "routeTables: [{name: two}]\n");
        write("env/a/one.yaml", "routeTables: [{name: one}]\n");
        write("env/README.md", "# Not an environment: [\n");
        write("env/main.tf", "resource \"azurerm_firewall\" \"fw\" {}\n");
        write("env/.git/config", "[core]\n");
        write("env/notes.yaml", "- remember the milk\n");
        write("env/broken.yaml", "a: [\n");
        Environment environment = read(folder.resolve("env"));
        assertEquals(List.of("one", "two"), environment.routeTables().stream().map(RouteTable::name).toList());
        assertEquals(List.of("SKIPPED_FILE", "SKIPPED_FILE"), codes());
        assertFalse(diagnostics.hasErrors());
        assertTrue(
                diagnostics.toString()
                        .contains("2 files are passed over: they hold neither YAML nor JSON (README.md, main.tf)"),
                diagnostics::toString);
        assertTrue(diagnostics.toString().contains(
                "2 files are passed over: they hold nothing that can be recognised (broken.yaml, notes.yaml)"),
                diagnostics::toString);
    }

    @Test
    void aGeneratedFolderIsOneDeploymentAndNotOneForEachFormat() throws IOException {
        String mark = GeneratedText.mark("1.2.3 from payments");
        write("out/environment.yaml", "# " + mark + "\nkind: Environment\nrouteTables: [{name: rt}]\n");
        Path rendering = write("out/other.json", "{\"metadata\": {\"generator\": \"" + mark
                + "\"}, \"routeTables\": [{\"name\": \"rt\", \"disableBgpRoutePropagation\": true}]}");
        assertEquals(List.of("rt"), read(folder.resolve("out")).routeTables().stream().map(RouteTable::name).toList());
        assertEquals(List.of("SKIPPED_FILE"), codes());
        assertTrue(diagnostics.toString().contains("what the environment beside it says"), diagnostics::toString);

        write("out/other.json", Files.readString(rendering).replace("1.2.3", "1.2.4"));
        read(folder.resolve("out"));
        assertTrue(codes().contains("DUPLICATE_NAME"), "another run's file is another thing");
    }

    @Test
    void anEmptyFolderIsWorthAWarning() {
        assertEquals(Environment.EMPTY, read(folder));
        assertEquals(List.of("EMPTY_FOLDER"), codes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"contentVersion\": \"1.0.0.0\", \"parameters\": {}} | values for the parameters",
            "{\"schemaVersion\": 1, \"cases\": []} | a file of test cases",
            "{\"apiVersion\": \"sekisho.dev/v1\", \"kind\": \"ClusterEgress\"} | a description of a cluster",
            "{\"hello\": \"world\"} | nothing that can be recognised", "42 | nothing that can be recognised"})
    void aFileOfAnotherKindIsToldApartByItsContent(String text, String looksLike) throws IOException {
        read(write("input", text));
        assertTrue(diagnostics.hasErrors());
        assertEquals(1, codes().size(), diagnostics::toString);
        assertTrue(diagnostics.toString().contains(looksLike), diagnostics::toString);
    }

    @Test
    void manifestsAreCountedByKind() throws IOException {
        Path file = write("all.yaml", """
                apiVersion: v1
                kind: Service
                metadata: {name: a}
                ---
                apiVersion: v1
                kind: List
                items:
                  - {apiVersion: v1, kind: Service, metadata: {name: b}}
                  - {apiVersion: apps/v1, kind: Deployment, metadata: {name: c}}
                """);
        Inspection inspection = EnvironmentReader.inspect(List.of(file), List.of(), diagnostics);
        assertEquals("{Kubernetes Service=2, Kubernetes Deployment=1}", inspection.otherResources().toString());
        assertEquals(List.of(), codes());
    }

    @Test
    void aVersionThatIsNotKnownIsNamed() throws IOException {
        read(write("a.yaml", "apiVersion: sekisho.dev/v9\nkind: Environment\n"));
        assertTrue(diagnostics.toString().contains("a.yaml:1:13: error: the version 'sekisho.dev/v9' is not known"));
    }

    @Test
    void hostileFilesAreProblemsAndNotExceptions() throws IOException {
        Path big = folder.resolve("big.yaml");
        byte[] line = new byte[1 << 20];
        Arrays.fill(line, (byte) '#');
        try (var out = Files.newOutputStream(big)) {
            for (int i = 0; i < 50; i++) {
                out.write(line);
            }
        }
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[]{'a', ':', ' ', 0, 1, 2, (byte) 0xff});
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String before = "*a" + (i - 1);
            bomb.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", List.of(before, before, before, before, before,
                            before, before, before, before))));
        }
        Path aliases = write("aliases.yaml", bomb.append("routeTables: *a11\n").toString());
        Path deep = write("deep.yaml", "routeTables: " + "[".repeat(100_000));
        read(folder.resolve("missing.yaml"), big, binary, aliases, deep, write("empty.yaml", ""));
        assertTrue(diagnostics.hasErrors());
        List<String> files = diagnostics.all().stream()
                .map(found -> Path.of(found.at().file()).getFileName().toString())
                .distinct().toList();
        assertEquals(List.of("aliases.yaml", "big.yaml", "binary.yaml", "deep.yaml", "empty.yaml", "missing.yaml"),
                files);
    }

    @Test
    void aBrokenExportInAFolderIsAnErrorAndTheOthersAreStillRead() throws IOException {
        write("env/a.json", "{\"value\": [{\"id\": \"/subscriptions/1/resourceGro");
        Files.write(folder.resolve("env/b.json"), new byte[]{'{', '"', (byte) 0xff, '"', ':', '1', '}'});
        write("env/c.json", "[".repeat(10_000));
        write("env/d.json", "{\"id\": \"/subscriptions/1/resourceGroups/g/providers/Microsoft.Network/routeTables/rt\","
                + "\"name\": \"rt\", \"routes\": []}");
        assertEquals(1, read(folder.resolve("env")).routeTables().size());
        assertEquals(List.of("TRUNCATED_FILE", "NOT_UTF8", "TOO_DEEP"), codes());
        assertTrue(diagnostics.hasErrors());
    }
}
