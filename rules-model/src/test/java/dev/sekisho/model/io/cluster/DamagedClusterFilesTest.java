package dev.sekisho.model.io.cluster;

import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.DiagnosticRenderer;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.catalogue.CatalogueReader;
import dev.sekisho.model.io.tree.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A valid cluster file with random changes: reading it never throws, and gives either an intent or an error with a place.
class DamagedClusterFilesTest {
    private static final int ROUNDS = 1_000;
    private static final Catalogue CATALOGUE = CatalogueReader.builtIn();
    private static final String COMPLETE = complete();
    private static final List<String> WORDS = List.of("null", "[]", "{}", "-1", "99999999999", "10.0.0.1/8", "::/0",
            "0.0.0.0/0", "*", "'*.'", "a..b", "\"\"", "true", "~", "&a x", "*a", "1.5", "65536", "0", "-",
            "x".repeat(300),
            "日本", "xn--", "fd00::/64", "none", "block", "kubenet", "windows", "public", "icmp");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void changedBytesAreReportedNotThrown(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = COMPLETE.getBytes(StandardCharsets.UTF_8);
            for (int edits = random.nextInt(1, 5); edits > 0; edits--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(256)
                        : COMPLETE.charAt(random.nextInt(COMPLETE.length())));
            }
            if (random.nextInt(10) == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            assertExplained(bytes);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43})
    void changedWordsAreReportedNotThrown(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> tokens = tokens();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> changed = new ArrayList<>(tokens);
            for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
                int at = random.nextInt(changed.size());
                if (!changed.get(at).isBlank()) {
                    changed.set(at, random.nextBoolean()
                            ? WORDS.get(random.nextInt(WORDS.size()))
                            : tokens.get(random.nextInt(tokens.size())));
                }
            }
            assertExplained(String.join("", changed).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void assertExplained(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Diagnostics diagnostics = new Diagnostics();
        Optional<ClusterIntent> intent = SourceFile.decode("c.yaml", bytes, diagnostics)
                .flatMap(file -> ClusterIntentReader.read(file, CATALOGUE, diagnostics));
        assertEquals(intent.isEmpty(), diagnostics.hasErrors(), () -> diagnostics + text);
        for (Diagnostic problem : diagnostics.all()) {
            assertTrue(problem.at().isKnown() && problem.at().line() <= text.lines().count() + 1, problem::toString);
        }
        String output = DiagnosticRenderer.render(diagnostics);
        assertTrue(output.chars().noneMatch(c -> c < ' ' && c != '\n'), () -> output + text);
    }

    /// The file cut at blanks and punctuation, which stay as tokens of their own.
    private static List<String> tokens() {
        return List.of(COMPLETE.split("(?<=[\\s,\\[\\]{}])|(?=[\\s,\\[\\]{}])"));
    }

    private static String complete() {
        try (InputStream in = Objects
                .requireNonNull(DamagedClusterFilesTest.class.getResourceAsStream("complete.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
