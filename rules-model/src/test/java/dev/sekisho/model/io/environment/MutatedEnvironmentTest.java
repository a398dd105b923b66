package dev.sekisho.model.io.environment;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.io.tree.YamlTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Puts wrong types and strange texts everywhere into a file in which every property occurs.
class MutatedEnvironmentTest {
    private static final List<String> STRANGE = List.of("", "*", "**", "-1", "0", "65536", "99999999999999999999", "~",
            "null", "::", "fd00::/8", "0.0.0.0/0", "/", "a/b", "/a", "a/", "<", "<x>", "<>", "10.0.0.9-10.0.0.1", "-",
            "xn--", "ä.example", ".", "..", "a".repeat(300), "a.".repeat(200), "\u0000", "\ud83d\ude00", "true", "Any");

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverThrows(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("two-networks.yaml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Node node = YamlTree.read(SourceFile.of("env.yaml", text), new Diagnostics()).orElseThrow();
            Node mutated = mutate(node, random, 1 + random.nextInt(12));
            Diagnostics diagnostics = new Diagnostics();
            Fields fields = Fields.of(mutated, "an environment", diagnostics);
            for (String key : List.of("apiVersion", "kind", "metadata")) {
                fields.has(key);
            }
            assertDoesNotThrow(() -> EnvironmentReader.readInline(fields, diagnostics));
            fields.finish();
            assertTrue(diagnostics.all().stream().allMatch(found -> found.at().isKnown()
                    || found.code().equals("MORE_PROBLEMS")), diagnostics::toString);
        }
    }

    private static Node mutate(Node node, SplittableRandom random, int oneIn) {
        return switch (node) {
            case Node.Mapping(SourceLocation at, List<Node.Entry> entries) -> {
                List<Node.Entry> changed = new ArrayList<>();
                for (Node.Entry entry : entries) {
                    if (random.nextInt(60) == 0) {
                        continue;
                    }
                    changed.add(new Node.Entry(entry.key(), replaceOr(entry.value(), random, oneIn)));
                }
                yield new Node.Mapping(at, changed);
            }
            case Node.Sequence(SourceLocation at, List<Node> items) -> {
                List<Node> changed = new ArrayList<>();
                for (Node item : items) {
                    changed.add(replaceOr(item, random, oneIn));
                    if (random.nextInt(20) == 0) {
                        changed.add(item);
                    }
                }
                yield new Node.Sequence(at, changed);
            }
            case Node.Scalar scalar -> scalar;
        };
    }

    private static Node replaceOr(Node node, SplittableRandom random, int oneIn) {
        if (random.nextInt(8 * oneIn) != 0) {
            return mutate(node, random, oneIn);
        }
        Node.Scalar strange = new Node.Scalar(node.at(), STRANGE.get(random.nextInt(STRANGE.size())),
                random.nextBoolean() ? Node.Style.PLAIN : Node.Style.QUOTED);
        return switch (random.nextInt(4)) {
            case 0 -> new Node.Sequence(node.at(), List.of(strange, node));
            case 1 -> new Node.Mapping(node.at(), List.of(new Node.Entry(strange, node)));
            case 2 -> new Node.Sequence(node.at(), List.of());
            default -> strange;
        };
    }
}
