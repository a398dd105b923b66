package dev.sekisho.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PackageInfoTest {
    @Test
    void everyPackageSaysWhatIsInItAndHasNoNull() {
        SortedSet<String> silent = new TreeSet<>();
        for (Path file : mainSources()) {
            Path info = file.resolveSibling("package-info.java");
            if (!Files.exists(info) || !Repository.read(info).startsWith("///")
                    || !Repository.read(info).contains("@NullMarked")) {
                silent.add(Repository.root().relativize(Objects.requireNonNull(file.getParent())).toString());
            }
        }
        assertEquals(new TreeSet<>(), silent);
    }

    @Test
    void noPackageHasANameThatSaysNothing() {
        List<String> vague = mainSources().stream().map(Path::getParent).filter(Objects::nonNull).distinct()
                .filter(folder -> String.valueOf(folder.getFileName())
                        .matches("utils?|common|helpers?|impl|manager|misc"))
                .map(Path::toString).toList();
        assertEquals(List.of(), vague);
    }

    private static List<Path> mainSources() {
        return Repository.files(".java").stream()
                .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/")).toList();
    }
}
