package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.DiagnosticRenderer;
import dev.sekisho.model.diagnostic.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Valid files with random bytes changed: reading never throws, nothing fails without a problem with a place, and no
/// problem is told in the words of the parser behind.
class DamagedFilesTest {
    private static final int ROUNDS = 3_000;

    private static final byte[] YAML = """
            apiVersion: sekisho.dev/v1
            metadata: {name: "payments-prod", note: 'it''s'}
            shared: &s {a: 1, b: [x, y]}   # comment
            network:
              <<: *s
              vnet: {name: spoke, addressSpace: [10.42.0.0/16, fd00::/8]}
              text: |
                one
                two
            list:
              - ? k
                : v
              - !!str 5
              - 東京 😀
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] JSON = """
            {"resources": [{"type": "Microsoft.Network/azureFirewalls", "n": [1, -2.5e3, true, false, null]},
              {"name": "\\u00e9 é 😀 \\n", "empty": {}, "none": []}], "x": "y"}
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] ALPHABET = ":-[]{},&*!|>'\"%@`#? \t\n\r\\/~0aé\u0000\u0007<."
            .getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void damagedYamlIsReportedNotThrown(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damage(YAML, random);
            Diagnostics diagnostics = new Diagnostics();
            Optional<Node> node = SourceFile.decode("f", damaged, diagnostics)
                    .flatMap(file -> YamlTree.read(file, diagnostics));
            assertExplained(node, diagnostics, damaged);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void damagedJsonIsReportedNotThrown(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damage(JSON, random);
            for (JsonTree.Dialect dialect : JsonTree.Dialect.values()) {
                Diagnostics diagnostics = new Diagnostics();
                Optional<Node> node = SourceFile.decode("f", damaged, diagnostics)
                        .flatMap(file -> JsonTree.read(file, dialect, diagnostics));
                assertExplained(node, diagnostics, damaged);
            }
        }
    }

    private static void assertExplained(Optional<Node> node, Diagnostics diagnostics, byte[] damaged) {
        assertTrue(node.isPresent() || diagnostics.hasErrors(), () -> "no reason given for\n" + text(damaged));
        for (Diagnostic problem : diagnostics.all()) {
            assertTrue(problem.at().isKnown(), problem::toString);
        }
        String output = DiagnosticRenderer.render(diagnostics);
        assertTrue(output.chars().noneMatch(c -> c < ' ' && c != '\n'), () -> output + text(damaged));
        assertFalse(output.contains("this is not YAML") || output.contains("this is not JSON"),
                () -> output + text(damaged));
    }

    private static byte[] damage(byte[] original, SplittableRandom random) {
        byte[] bytes = original.clone();
        for (int edits = random.nextInt(1, 5); edits > 0 && bytes.length > 0; edits--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = ALPHABET[random.nextInt(ALPHABET.length)];
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(12)), new byte[0]);
                default -> {
                    int from = random.nextInt(bytes.length);
                    int to = Math.min(bytes.length, from + random.nextInt(20));
                    bytes = spliced(bytes, at, at, Arrays.copyOfRange(bytes, from, to));
                }
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
        byte[] result = Arrays.copyOf(bytes, from + with.length + bytes.length - to);
        System.arraycopy(with, 0, result, from, with.length);
        System.arraycopy(bytes, to, result, from + with.length, bytes.length - to);
        return result;
    }

    private static String text(byte[] damaged) {
        return new String(damaged, StandardCharsets.UTF_8);
    }
}
