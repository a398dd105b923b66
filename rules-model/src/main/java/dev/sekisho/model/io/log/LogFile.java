package dev.sekisho.model.io.log;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.JsonTree;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.SourceFile;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;

/// A file of logs, plain or gzip'd, that is handed out in pieces, so that files of any length are read in bounded memory.
///
/// What a file is, its first line that is not blank tells:
///
/// - a whole JSON value: every line has one, as exports of storage accounts and event hubs do;
/// - the headings of a table: rows of Log Analytics as CSV;
/// - another opening brace or bracket: the file is one JSON document of at most 64 MiB;
/// - anything else: messages or tuples, one a line.
///
/// Pieces are handed out by one thread at a time; reading what they say is up to any number of them.
public final class LogFile implements Closeable {
    private static final int LOOKED_AT = 1 << 20;
    private static final int LINES = 2000;
    private static final int CHARACTERS = 1 << 20;
    private static final int LONGEST_LINE = 1 << 24;
    private static final List<String> HEADINGS = List.of("sourceip", "msg_s");

    private final String name;
    private final BufferedReader in;
    private final Pieces pieces;
    private int line;

    /// Gives one piece after the other.
    @FunctionalInterface
    private interface Pieces {
        Optional<LogPiece> next() throws IOException;
    }

    private LogFile(String name, BufferedReader in) throws IOException {
        this.name = name;
        this.in = in;
        in.mark(LOOKED_AT + 1);
        String first = firstLine();
        in.reset();
        boolean json = first.startsWith("{") || first.startsWith("[");
        if (json && !isJson(first)) {
            pieces = this::document;
        } else if (!json && HEADINGS.stream().anyMatch(first.toLowerCase(Locale.ROOT)::contains)
                && !first.contains(": ")) {
            Iterator<CsvRecord> records = table(first);
            List<String> columns = columns(records.next());
            pieces = () -> rows(records, columns);
        } else {
            pieces = this::lines;
        }
    }

    /// Opens a file.
    ///
    /// @throws IOException if it cannot be read, with a message for the user
    public static LogFile open(Path path) throws IOException {
        InputStream in = Files.newInputStream(path);
        try {
            return of(path.toString(), in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /// Begins to read.
    ///
    /// @param name what diagnostics call it
    /// @throws IOException if it cannot be read, with a message for the user
    public static LogFile of(String name, InputStream in) throws IOException {
        try {
            return new LogFile(name, new BufferedReader(LogText.decode(in)));
        } catch (IOException e) {
            throw explained(e, 1);
        }
    }

    /// The next piece; nothing at the end of the file.
    ///
    /// @throws IOException if the rest cannot be read, with a message for the user
    public Optional<LogPiece> next() throws IOException {
        try {
            return pieces.next();
        } catch (CsvParseException e) {
            throw new IOException("this is no CSV file from here on: " + e.getMessage(), e);
        } catch (IOException e) {
            throw explained(e, line + 1);
        }
    }

    private static IOException explained(IOException e, int line) {
        return switch (e) {
            case CharacterCodingException _ ->
                new IOException("this is no text in UTF-8, from about line " + line + " on", e);
            case ZipException _,EOFException _ -> new IOException("this gzip file is damaged: " + e.getMessage(), e);
            default -> e;
        };
    }

    /// The first line that is not blank, as far as it is looked at.
    private String firstLine() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LOOKED_AT; i++) {
            int c = in.read();
            if (c < 0 || c == '\n' && !text.toString().isBlank()) {
                break;
            }
            text.append((char) c);
        }
        return text.toString().strip();
    }

    private static boolean isJson(String text) {
        Diagnostics problems = new Diagnostics();
        return JsonTree.read(SourceFile.of("line", text), JsonTree.Dialect.STRICT, problems).isPresent()
                && !problems.hasErrors();
    }

    private Optional<LogPiece> document() throws IOException {
        StringBuilder text = new StringBuilder();
        char[] some = new char[1 << 16];
        for (int count = in.read(some); count >= 0; count = in.read(some)) {
            text.append(some, 0, count);
            if (text.length() > SourceFile.JSON_LIMIT) {
                throw new IOException("this is one JSON document of more than 64 MiB; "
                        + "write one record a line, or split it");
            }
        }
        return text.isEmpty() ? Optional.empty()
                : Optional.of(new LogPiece.Document(SourceFile.of(name, text.toString())));
    }

    private Optional<LogPiece> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        int first = line + 1;
        int characters = 0;
        while (lines.size() < LINES && characters < CHARACTERS) {
            Optional<String> next = line();
            if (next.isEmpty()) {
                break;
            }
            lines.add(next.get());
            characters += next.get().length();
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new LogPiece.Lines(name, first, lines));
    }

    private Optional<String> line() throws IOException {
        StringBuilder text = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (text.length() == LONGEST_LINE) {
                throw new IOException("line " + (line + 1) + " is longer than 16 MiB; this is no file of logs");
            }
            text.append((char) c);
        }
        line++;
        return Optional.of(text.toString());
    }

    private Iterator<CsvRecord> table(String headings) {
        char separator = headings.indexOf('\t') >= 0 ? '\t' : headings.indexOf(',') < 0 ? ';' : ',';
        return CsvReader.builder().fieldSeparator(separator).allowExtraCharsAfterClosingQuote(true)
                .allowExtraFields(true).allowMissingFields(true).ofCsvRecord(in).iterator();
    }

    /// The names of the columns; the portal adds the time zone of a moment to its column's.
    private static List<String> columns(CsvRecord headings) {
        return headings.getFields().stream().map(heading -> heading.replace(" [UTC]", "").strip()).toList();
    }

    private Optional<LogPiece> rows(Iterator<CsvRecord> records, List<String> columns) {
        List<Node.Mapping> rows = new ArrayList<>();
        while (rows.size() < LINES && records.hasNext()) {
            CsvRecord row = records.next();
            SourceLocation at = SourceLocation.of(name, (int) Math.min(row.getStartingLineNumber(), Integer.MAX_VALUE),
                    1);
            List<Node.Entry> cells = new ArrayList<>();
            for (int i = 0; i < Math.min(columns.size(), row.getFieldCount()); i++) {
                if (!row.getField(i).isBlank()) {
                    cells.add(new Node.Entry(new Node.Scalar(at, columns.get(i), Node.Style.QUOTED),
                            new Node.Scalar(at, row.getField(i), Node.Style.QUOTED)));
                }
            }
            rows.add(new Node.Mapping(at, cells));
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new LogPiece.Rows(rows));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
