package dev.sekisho.simulator.cases;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.io.tree.YamlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Changes the rule that decided each case, value by value: the verdict or its explanation must change with it. What
/// survives stands in `docs/semantics.md`, with `-Dsekisho.write=true` written there.
class RuleMutationTest {
    private static final String HEADING = "## Changes that nobody sees\n";
    private static final Set<String> FILE_KEYS = Set.of("apiVersion", "kind", "metadata");

    private int mutations;
    private int decided;

    @Test
    void aChangeOfTheDecidingRuleShows() throws IOException {
        List<String> survivors = new ArrayList<>();
        for (Path file : OwnCases.files()) {
            Node.Mapping document = document(file);
            Optional<Node> shared = document.get("environment").map(names -> shared(file, (Node.Sequence) names));
            for (Node testCase : ((Node.Sequence) document.get("cases").orElseThrow()).items()) {
                survivors.addAll(survivors(testCase, shared));
            }
        }
        assertTrue(decided >= 380, () -> "only " + decided + " cases were decided by a rule");
        assertTrue(mutations >= 2_000, () -> "only " + mutations + " changes were tried");
        compare(survivors);
    }

    private List<String> survivors(Node testCase, Optional<Node> shared) {
        Optional<TestCase> original = read(testCase, shared);
        Optional<Explained> explained = original.flatMap(Explained::of);
        Optional<SourceLocation> place = explained.flatMap(Explained::decider);
        if (place.isEmpty()) {
            return List.of();
        }
        decided++;
        Node root = shared.orElse(testCase);
        String protocol = original.get().input() instanceof CaseInput.Traffic(var flow, var _)
                ? flow.protocol().toString()
                : "";
        List<String> survivors = new ArrayList<>();
        for (RuleMutation mutation : RuleMutation.of(root, place.get(), protocol)) {
            mutations++;
            Node mutant = mutation.applyTo(root, place.get());
            Optional<Explained> after = (shared.isPresent()
                    ? read(testCase, Optional.of(mutant))
                    : read(mutant, Optional.empty())).flatMap(Explained::of);
            if (after.map(Explained::text).equals(explained.map(Explained::text))) {
                survivors.add("- " + original.get().id() + ": `" + mutation.key() + "`");
            }
        }
        return survivors;
    }

    private static Optional<TestCase> read(Node testCase, Optional<Node> shared) {
        Optional<Environment> environment = shared.map(node -> {
            Diagnostics problems = new Diagnostics();
            return EnvironmentReader.readInline(Fields.of(node, "an environment", problems), problems);
        });
        return new CaseReader(environment).read(testCase) instanceof CaseEntry.Readable(TestCase read)
                ? Optional.of(read)
                : Optional.empty();
    }

    private static Node.Mapping document(Path file) {
        Diagnostics problems = new Diagnostics();
        return (Node.Mapping) SourceFile.read(file, problems, SourceFile.YAML_LIMIT)
                .flatMap(text -> YamlTree.read(text, problems)).orElseThrow();
    }

    private static Node shared(Path file, Node.Sequence names) {
        Node.Mapping document = document(file.resolveSibling(((Node.Scalar) names.items().getFirst()).text()));
        return new Node.Mapping(document.at(), document.entries().stream()
                .filter(entry -> !FILE_KEYS.contains(entry.key().text())).toList());
    }

    private static void compare(List<String> survivors) throws IOException {
        String page = Files.readString(SemanticsPageTest.PAGE);
        int list = page.indexOf("\n- ", page.indexOf(HEADING));
        int start = list < 0 ? page.length() : list + 1;
        String expected = String.join("\n", survivors) + "\n";
        if (Boolean.getBoolean("sekisho.write")) {
            Files.writeString(SemanticsPageTest.PAGE, page.substring(0, start) + expected);
        } else {
            assertEquals(expected, page.substring(start), SemanticsPageTest.WRITE);
        }
    }
}
