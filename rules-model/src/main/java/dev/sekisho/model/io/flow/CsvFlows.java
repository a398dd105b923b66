package dev.sekisho.model.io.flow;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/// Flows as CSV: a header with the names of [FlowRow#FIELDS] in any order, and one flow a record.
final class CsvFlows implements FlowLines {
    private final CloseableIterator<CsvRecord> records;
    private final List<Integer> columns;
    private final List<String> unused;
    private long lastLine = 1;
    private boolean ended;

    private CsvFlows(CloseableIterator<CsvRecord> records, List<Integer> columns, List<String> unused) {
        this.records = records;
        this.columns = columns;
        this.unused = unused;
    }

    static CsvFlows of(Reader text) {
        CsvReader<CsvRecord> reader = CsvReader.builder().allowMissingFields(true).allowExtraFields(true)
                .skipEmptyLines(true).ofCsvRecord(text);
        CloseableIterator<CsvRecord> records = reader.iterator();
        if (!records.hasNext()) {
            throw new IllegalArgumentException("the file is empty: its first line must name the columns "
                    + String.join(",", FlowRow.FIELDS));
        }
        List<String> header = records.next().getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        List<Integer> columns = FlowRow.FIELDS.stream().map(header::indexOf).toList();
        if (!header.contains("src") || !header.contains("protocol")
                || !header.contains("dst") && !header.contains("fqdn")) {
            throw new IllegalArgumentException("the first line must name the columns "
                    + String.join(",", FlowRow.FIELDS) + ", at least src, protocol and one of dst and fqdn");
        }
        return new CsvFlows(records, columns,
                header.stream().filter(name -> !FlowRow.FIELDS.contains(name)).toList());
    }

    @Override
    public boolean hasNext() {
        return !ended && records.hasNext();
    }

    @Override
    public FlowLine next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        try {
            CsvRecord record = records.next();
            lastLine = record.getStartingLineNumber();
            return new FlowLine.Readable(new FlowRow(lastLine, cell(record, 0), cell(record, 1), cell(record, 2),
                    cell(record, 3), cell(record, 4), cell(record, 5)));
        } catch (CsvParseException e) {
            ended = true;
            return new FlowLine.Broken(lastLine + 1, "this is no CSV file from here on: " + e.getMessage());
        }
    }

    private String cell(CsvRecord record, int field) {
        int column = columns.get(field);
        return column < 0 || column >= record.getFieldCount() ? "" : record.getField(column).strip();
    }

    @Override
    public List<String> unusedColumns() {
        return unused;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
