package dev.sekisho.model.io.environment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// The first bytes of a file, which tell JSON from YAML before all of it is read.
///
/// @param firstCharacter the first byte that is not white space, or -1 where there is none
/// @param extension the end of the file's name, in lower case
record FileStart(int firstCharacter, String extension) {
    private static final int LOOKED_AT = 4096;
    private static final int BYTE_ORDER_MARK = 0xef;
    private static final Set<Integer> UTF_16 = Set.of(0xfffe, 0xfeff);

    /// Files that generated folders hold beside what can be read, and that would only make a YAML parser complain.
    private static final Set<String> OTHER = Set.of("md", "txt", "tf", "tfvars", "bicep", "bicepparam", "sh", "ps1",
            "html", "csv", "tsv", "jsonl", "svg", "png", "jpg", "pdf", "zip", "jar");

    private static final Set<String> TABLES = Set.of("csv", "tsv");

    /// A file that calls itself YAML may begin with a brace too.
    private static final Set<String> YAML = Set.of("yaml", "yml");

    /// Looks at a file; one that cannot be opened starts with nothing, which the reader of all of it will explain.
    static FileStart of(Path path) {
        Path name = path.getFileName();
        String text = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
        String extension = text.substring(text.lastIndexOf('.') + 1);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            in.mark(2);
            boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            try (InputStream plain = zipped ? new GZIPInputStream(in) : in) {
                return new FileStart(firstCharacter(plain.readNBytes(LOOKED_AT)), extension);
            }
        } catch (IOException unreadable) {
            return new FileStart(-1, extension);
        }
    }

    /// UTF-16, as PowerShell writes it, has a zero in every character that matters here.
    private static int firstCharacter(byte[] bytes) {
        int from = bytes.length > 2 && (bytes[0] & 0xff) == BYTE_ORDER_MARK ? 3
                : bytes.length > 1 && UTF_16.contains((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) ? 2 : 0;
        for (int i = from; i < bytes.length; i++) {
            if (!Character.isWhitespace(bytes[i]) && (bytes[i] != 0 || from != 2)) {
                return bytes[i] & 0xff;
            }
        }
        return -1;
    }

    boolean isJson() {
        return !YAML.contains(extension) && (firstCharacter == '{' || firstCharacter == '[' || firstCharacter == '"');
    }

    /// Whether the first character is none with which only JSON begins.
    boolean mayBeTable() {
        return firstCharacter != '{' && firstCharacter != '[';
    }

    /// Whether the name is that of a table.
    boolean isNamedTable() {
        return TABLES.contains(extension);
    }

    boolean mayBeStructured() {
        return isJson() || !OTHER.contains(extension);
    }
}
