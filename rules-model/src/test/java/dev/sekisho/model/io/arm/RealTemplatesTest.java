package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.JsonTree;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@EnabledIfSystemProperty(named = "sekisho.corpus", matches = ".+")
class RealTemplatesTest {
    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("sekisho.corpus")))) {
            return files.filter(path -> path.getParent().getFileName().toString().startsWith("arm"))
                    .filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void everyRealTemplateIsReadWithoutErrors() throws IOException {
        int templates = 0;
        for (Path path : files()) {
            Diagnostics diagnostics = new Diagnostics();
            Node node = SourceFile.read(path, diagnostics, SourceFile.JSON_LIMIT)
                    .flatMap(file -> JsonTree.read(file, JsonTree.Dialect.RELAXED, diagnostics))
                    .orElse(Node.nothing(dev.sekisho.model.diagnostic.SourceLocation.UNKNOWN));
            if (ArmTemplate.isTemplate(node)) {
                templates++;
                EvaluatedTemplate evaluated = ArmTemplate.evaluate(node, List.of(), DeploymentContext.UNSAID,
                        diagnostics);
                assertFalse(diagnostics.hasErrors(), () -> path + "\n" + diagnostics);
                assertFalse(evaluated.resources().isEmpty(), path::toString);
            }
        }
        assertTrue(templates >= 13, "templates: " + templates);
    }
}
