package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// The text of one input file under the name that the user gave, with its lines.
///
/// Lines end in `\n`, `\r\n` or `\r`. A location is asked for by offset; asking in rising order, as a parser does,
/// takes constant time on average. Not safe for use by several threads at once.
public final class SourceFile {
    /// The most that is read of a YAML file unless the caller says otherwise: 8 MiB.
    public static final long YAML_LIMIT = 8L << 20;

    /// The most that is read of a JSON file unless the caller says otherwise: 64 MiB.
    public static final long JSON_LIMIT = 64L << 20;

    private final String name;
    private final String text;
    private final int[] lineStarts;
    private final int[] lineStartsInCodePoints;
    private int knownOffset;
    private int knownCodePoint;

    private SourceFile(String name, String text) {
        this.name = Objects.requireNonNull(name);
        this.text = text;
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
                starts[count++] = i + 1;
            }
        }
        lineStarts = Arrays.copyOf(starts, count);
        lineStartsInCodePoints = new int[count];
        for (int i = 1; i < count; i++) {
            lineStartsInCodePoints[i] = lineStartsInCodePoints[i - 1]
                    + text.codePointCount(lineStarts[i - 1], lineStarts[i]);
        }
    }

    /// A file whose text is already known.
    public static SourceFile of(String name, String text) {
        return new SourceFile(name, text);
    }

    /// Reads a file of at most `maxBytes` bytes (also after unpacking, if it is gzip'd). Whatever stands in the way
    /// (no such file, a folder, no permission, too large, binary, not UTF-8) is reported and gives nothing.
    public static Optional<SourceFile> read(Path path, Diagnostics diagnostics, long maxBytes) {
        return SourceBytes.read(path, diagnostics, maxBytes)
                .flatMap(bytes -> decode(path.toString(), bytes, diagnostics));
    }

    /// Reads bytes as UTF-8, or as UTF-16 if a byte order mark says so, and reports what is no text. The text is
    /// also put among the [sources][Diagnostics#sources] of the run.
    public static Optional<SourceFile> decode(String name, byte[] bytes, Diagnostics diagnostics) {
        return SourceBytes.decode(name, bytes, diagnostics).map(text -> {
            SourceFile file = new SourceFile(name, text);
            diagnostics.sources().put(name, file::line);
            return file;
        });
    }

    /// The name as the user gave it.
    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    public int lineCount() {
        return lineStarts.length;
    }

    /// Returns a line without its end, counted from 1.
    public Optional<String> line(int number) {
        if (number < 1 || number > lineStarts.length) {
            return Optional.empty();
        }
        int end = number == lineStarts.length ? text.length() : lineStarts[number];
        String line = text.substring(lineStarts[number - 1], end);
        return Optional.of(line.endsWith("\r\n") ? line.substring(0, line.length() - 2)
                : line.endsWith("\n") || line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }

    /// The number of chars in a line with its end; the line is counted from 1 and must exist.
    int lineLength(int number) {
        int end = number == lineStarts.length ? text.length() : lineStarts[number];
        return end - lineStarts[number - 1];
    }

    /// Returns the place of the char at that offset; offsets past the end mean the end.
    public SourceLocation locationAt(int offset) {
        int index = Math.clamp(offset, 0, text.length());
        int line = lineOf(lineStarts, index);
        return SourceLocation.of(name, line + 1, codePointOf(line, index) - lineStartsInCodePoints[line] + 1);
    }

    /// Returns the place of the code point with that index.
    public SourceLocation locationAtCodePoint(int index) {
        int line = lineOf(lineStartsInCodePoints, Math.max(0, index));
        return SourceLocation.of(name, line + 1, Math.max(0, index) - lineStartsInCodePoints[line] + 1);
    }

    /// The place just after the last character that is not white space: where a truncated file breaks off.
    public SourceLocation end() {
        return locationAt(text.stripTrailing().length());
    }

    private static int lineOf(int[] starts, int index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : -found - 2;
    }

    // Counts from the last answer if that lies in the same line, so that a file in one line is not counted again and again.
    private int codePointOf(int line, int index) {
        if (knownOffset < lineStarts[line] || knownOffset > index) {
            knownOffset = lineStarts[line];
            knownCodePoint = lineStartsInCodePoints[line];
        }
        knownCodePoint += text.codePointCount(knownOffset, index);
        knownOffset = index;
        return knownCodePoint;
    }
}
