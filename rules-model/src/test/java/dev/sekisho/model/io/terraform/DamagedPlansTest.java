package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.tree.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Puts values of the wrong kind everywhere into a plan, and takes keys out of it.
class DamagedPlansTest {
    private static final List<String> STRANGE = List.of("", "null", "true", "0", "-1", "module.", "module.x", "a.b",
            "each.key", "var.x", "local.", ".", "[", "]", "x[\"", "data.a.b", "/subscriptions/", "/subscriptions/a/b",
            "azurerm_subnet", "azapi_resource", "\u0000", "é漢");

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverThrowAndEveryProblemHasAPlace(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Node plan = ShownResources.tree(ShownResources.text("plan.json"));
        Node damaged = damaged(plan, random, 20 + random.nextInt(600));
        ShownResources read = assertDoesNotThrow(() -> ShownResources.of(damaged));
        assertTrue(read.diagnostics().all().stream()
                .allMatch(found -> found.at().isKnown() || found.code().equals("MORE_PROBLEMS")));
    }

    private static Node damaged(Node node, SplittableRandom random, int oneIn) {
        return switch (node) {
            case Node.Mapping(var at, var entries) -> {
                List<Node.Entry> changed = new ArrayList<>();
                for (Node.Entry entry : entries) {
                    if (random.nextInt(oneIn) != 0) {
                        changed.add(new Node.Entry(entry.key(), replaced(entry.value(), random, oneIn)));
                    }
                }
                yield new Node.Mapping(at, changed);
            }
            case Node.Sequence(var at, var items) -> new Node.Sequence(at,
                    items.stream().map(item -> replaced(item, random, oneIn)).toList());
            case Node.Scalar scalar -> scalar;
        };
    }

    private static Node replaced(Node node, SplittableRandom random, int oneIn) {
        if (random.nextInt(oneIn) != 0) {
            return damaged(node, random, oneIn);
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
