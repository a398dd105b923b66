package dev.sekisho.model.io.kubernetes;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.SourceFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Mistakes of manifests that a YAML parser explains in terms of YAML, and that people make in terms of Kubernetes: text
/// that no template engine has filled in, a block that is indented too far as copies from web pages are, a tab.
final class ManifestMistakes {
    private static final Pattern BLOCK = Pattern.compile("^( +)([A-Za-z][\\w./-]*):\\s*$");
    private static final Pattern KEY = Pattern.compile("^( *)([A-Za-z][\\w./-]*):\\s+\\S.*$");

    private ManifestMistakes() {}

    /// Returns what is wrong with a file that is no YAML, where it is one of these.
    static Optional<Diagnostic> of(SourceFile file) {
        int template = file.text().indexOf("{{");
        if (template >= 0) {
            return Optional.of(new Diagnostic(Severity.ERROR, "TEMPLATE", file.locationAt(template),
                    "this is a template that is not filled in", "give what helm template prints"));
        }
        String before = "";
        for (int number = 1; number <= file.lineCount(); number++) {
            String line = file.line(number).orElse("");
            int tab = line.indexOf('\t');
            if (tab >= 0 && line.substring(0, tab).isBlank()) {
                return Optional.of(new Diagnostic(Severity.ERROR, "TAB",
                        SourceLocation.of(file.name(), number, tab + 1),
                        "a tab indents this line, which YAML does not allow", "indent with spaces"));
            }
            Matcher block = BLOCK.matcher(line);
            Matcher key = KEY.matcher(before);
            if (block.matches() && key.matches() && block.group(1).length() > key.group(1).length()) {
                return Optional.of(new Diagnostic(Severity.ERROR, "INDENTATION",
                        SourceLocation.of(file.name(), number, block.group(1).length() + 1),
                        "'" + block.group(2) + "' is indented further than '" + key.group(2)
                                + "' above it, which has a value already",
                        "begin it, and what is below it, " + (block.group(1).length() - key.group(1).length())
                                + " to the left, under '" + key.group(2) + "'"));
            }
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                before = line;
            }
        }
        return Optional.empty();
    }
}
