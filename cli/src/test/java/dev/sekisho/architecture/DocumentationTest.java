package dev.sekisho.architecture;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Documents are true: what they link to and what they name exists.
class DocumentationTest {
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)>\\s]+)>?(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*");
    private static final Pattern PACKAGE = Pattern
            .compile("(?:model|simulator|generator|cli|benchmarks)(?:\\.[a-z]+)+");
    private static final Set<String> WORDS_OF_JAVA = Set.of("Optional", "SplittableRandom", "Unknown");

    @Test
    void everyLocalLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path document : Repository.files(".md")) {
            Matcher link = LINK.matcher(FENCED.matcher(Repository.read(document)).replaceAll(""));
            while (link.find()) {
                String target = link.group(1);
                if (!target.matches("[a-z]+:.*") && !leadsSomewhere(document, target)) {
                    broken.add(Repository.root().relativize(document) + " -> " + target);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void theArchitecturePageNamesOnlyTypesAndPackagesThatExist() {
        Set<String> types = Repository.files(".java").stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\.java$", "")).collect(Collectors.toSet());
        Set<String> packages = Repository.files("package-info.java").stream()
                .map(file -> String.valueOf(file.getParent()).replace('\\', '/'))
                .map(folder -> folder.substring(folder.indexOf("dev/sekisho") + "dev/sekisho/".length()).replace('/',
                        '.'))
                .collect(Collectors.toSet());
        String page = FENCED.matcher(Repository.read(Repository.root().resolve("ARCHITECTURE.md"))).replaceAll("");
        List<String> gone = new ArrayList<>();
        int named = 0;
        Matcher code = CODE.matcher(page);
        while (code.find()) {
            String text = code.group(1);
            boolean type = TYPE.matcher(text).matches() && !WORDS_OF_JAVA.contains(text);
            boolean inPackage = PACKAGE.matcher(text).matches();
            named += type || inPackage ? 1 : 0;
            if (type && !types.contains(text) || inPackage && !exists(text, packages)) {
                gone.add(text);
            }
        }
        assertEquals(List.of(), gone);
        assertTrue(named > 20, "the page names only " + named + " types and packages");
    }

    // A package without types of its own, such as model.io, exists when one below it does.
    private static boolean exists(String name, Set<String> packages) {
        return packages.contains(name) || packages.stream().anyMatch(other -> other.startsWith(name + "."));
    }

    private static boolean leadsSomewhere(Path document, String target) {
        int hash = target.indexOf('#');
        String path = URLDecoder.decode(hash < 0 ? target : target.substring(0, hash), StandardCharsets.UTF_8);
        Path file = path.isEmpty() ? document : document.resolveSibling(path);
        if (!Files.exists(file)) {
            return false;
        }
        return hash < 0 || Files.isDirectory(file) || !file.toString().endsWith(".md")
                || anchors(Repository.read(file)).contains(target.substring(hash + 1));
    }

    private static Set<String> anchors(String text) {
        return HEADING.matcher(FENCED.matcher(text).replaceAll("")).results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").strip()
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
