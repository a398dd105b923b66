package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/// Reads YAML into [Node]s.
///
/// Anchors, aliases and merge keys are followed within bounds; tags other than `!!str`, duplicate keys and keys that
/// are no single value are errors. No value is interpreted.
public final class YamlTree {
    private static final String EMPTY = "check that it is the right file, and that it was saved";
    /// The longest line, in chars: the parser's time grows with the square of what it has to look ahead.
    static final int LONGEST_LINE = 512 << 10;

    private YamlTree() {}

    /// Reads a file that holds one document, or reports why it is none. After a problem that leaves the structure
    /// readable, such as a duplicate key, the tree is still returned so that further problems are found.
    public static Optional<Node> read(SourceFile file, Diagnostics diagnostics) {
        return documents(file, diagnostics).flatMap(documents -> {
            if (documents.isEmpty()) {
                diagnostics.error("EMPTY_FILE", file.locationAt(0), "this file is empty", EMPTY);
                return Optional.empty();
            }
            if (documents.size() > 1) {
                diagnostics.error("SEVERAL_DOCUMENTS", documents.get(1).at(),
                        "a second document begins here, but a file of this kind holds one",
                        "split the file at the line ---");
            }
            return Optional.of(documents.getFirst());
        });
    }

    /// Reads a file that may hold several documents separated by `---`; empty ones are left out. A file without any
    /// is worth a warning.
    public static List<Node> readAll(SourceFile file, Diagnostics diagnostics) {
        return documents(file, diagnostics).map(documents -> {
            if (documents.isEmpty()) {
                diagnostics.warning("EMPTY_FILE", file.locationAt(0), "this file is empty", EMPTY);
            }
            return documents;
        }).orElse(List.of());
    }

    /// Returns the documents that are not empty, or nothing after a fault in their structure.
    private static Optional<List<Node>> documents(SourceFile file, Diagnostics diagnostics) {
        int unprintable = firstUnprintable(file.text());
        if (unprintable >= 0) {
            diagnostics.error("CONTROL_CHARACTER", file.locationAt(unprintable),
                    "the control character U+%04X is not allowed in YAML"
                            .formatted(file.text().codePointAt(unprintable)),
                    "remove it, or write it as an escape inside double quotes");
            return Optional.empty();
        }
        Optional<Integer> longLine = longLine(file);
        if (longLine.isPresent()) {
            diagnostics.error("LINE_TOO_LONG", SourceLocation.of(file.name(), longLine.get(), 1),
                    "this line has more than " + LONGEST_LINE + " characters; such files are not read",
                    "check that it is the right file, or break the line");
            return Optional.empty();
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        YamlComposer composer = new YamlComposer(file, new ParserImpl(new StreamReader(file.text()), options),
                diagnostics);
        try {
            return composer.documents();
        } catch (YAMLException e) {
            diagnostics.add(new YamlErrors(file, composer.open()).explain(e));
            return Optional.empty();
        }
    }

    private static Optional<Integer> longLine(SourceFile file) {
        return IntStream.rangeClosed(1, file.lineCount()).boxed()
                .filter(line -> file.lineLength(line) > LONGEST_LINE).findFirst();
    }

    private static int firstUnprintable(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!StreamReader.isPrintable(text.codePointAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
