package dev.sekisho.model.io.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A CSV file: a row of headings, and rows of cells, each with its place.
///
/// The line `#TYPE …` that PowerShell writes first, and `sep=…` that Excel understands, come before the headings. Cells
/// are separated by comma, semicolon or tab: by whichever gives the most headings.
record CsvTable(List<Cell> headings, List<Row> rows) {
    private static final Pattern PREFACE = Pattern
            .compile("\\A(?:\\uFEFF?(?:\"?#TYPE[^\\n]*|\"?sep=.\"?\\s*?)\\r?\\n|\\s*?\\r?\\n)*");
    private static final List<String> SEPARATORS = List.of(",", ";", "\t");

    /// One cell.
    record Cell(SourceLocation at, String text) {}

    /// One row below the headings.
    record Row(SourceLocation at, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        /// Returns the cell below a heading; nothing where it is empty or the row is too short.
        Optional<Cell> cell(int column) {
            return column < cells.size() && !cells.get(column).text().isBlank() ? Optional.of(cells.get(column))
                    : Optional.empty();
        }
    }

    CsvTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /// Reads only the headings; without a word about what is wrong.
    static List<Cell> headings(SourceFile file) {
        int begin = begin(file.text());
        int end = file.text().indexOf('\n', begin);
        return read(file, begin, end < 0 ? file.text().length() : end, new Diagnostics()).map(CsvTable::headings)
                .orElse(List.of());
    }

    /// Reads the whole file, or says why it is no table.
    static Optional<CsvTable> read(SourceFile file, Diagnostics diagnostics) {
        return read(file, begin(file.text()), file.text().length(), diagnostics);
    }

    private static int begin(String text) {
        Matcher preface = PREFACE.matcher(text);
        return preface.find() ? preface.end() : 0;
    }

    private static Optional<CsvTable> read(SourceFile file, int begin, int end, Diagnostics diagnostics) {
        String text = file.text().substring(begin, end);
        Handler handler = new Handler(file, begin);
        List<Row> rows = new ArrayList<>();
        try (CsvReader<Row> reader = CsvReader.builder().fieldSeparator(separator(text))
                .allowExtraCharsAfterClosingQuote(true).allowExtraFields(true).allowMissingFields(true)
                .build(handler, text)) {
            reader.stream().filter(row -> !row.cells().isEmpty()).forEach(rows::add);
        } catch (CsvParseException e) {
            diagnostics.error("CSV_SYNTAX", rows.isEmpty() ? file.locationAt(begin) : rows.getLast().at(),
                    "this is no CSV file from here on: " + e.getMessage(), "");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.isEmpty() ? Optional.empty()
                : Optional.of(new CsvTable(rows.getFirst().cells(), rows.subList(1, rows.size())));
    }

    private static String separator(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        String best = SEPARATORS.getFirst();
        for (String separator : SEPARATORS) {
            best = first.split(separator, -1).length > first.split(best, -1).length ? separator : best;
        }
        return best;
    }

    /// Collects the cells of a row. Of a text that is given as a whole, the library hands over the place of each cell.
    private static final class Handler extends AbstractBaseCsvCallbackHandler<Row> {
        private final SourceFile file;
        private final int begin;
        private List<Cell> cells = new ArrayList<>();

        Handler(SourceFile file, int begin) {
            this.file = file;
            this.begin = begin;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            cells = new ArrayList<>();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            cells.add(new Cell(file.locationAt(begin + offset), new String(buffer, offset, length)));
        }

        @Override
        protected Row buildRecord() {
            return new Row(cells.isEmpty() ? file.locationAt(begin) : cells.getFirst().at(), cells);
        }
    }
}
