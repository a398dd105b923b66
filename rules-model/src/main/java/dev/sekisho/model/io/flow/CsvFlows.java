package dev.sekisho.model.io.flow;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Flows as CSV: a header with the names of [FlowRow#FIELDS] in any order, and one flow a record.
///
/// @param fieldOf the field in each column, or negative
/// @param columns the column of each field, or negative
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record CsvFlows(int[] fieldOf, List<Integer> columns, List<String> unusedColumns) implements FlowDialect {

    /// What a byte may be in a record without quotes: part of a bare field, other text, or what text alone cannot tell.
    private static final byte BARE = 0;
    private static final byte PRINTABLE = 1;
    private static final byte ODD = 2;
    private static final byte COMMA = 4;
    private static final byte BREAK = 8;
    private static final byte QUOTE = 16;
    private static final byte[] KINDS = kinds();

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int b = 0; b < kinds.length; b++) {
            boolean bare = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= ':' || b == '-' || b == '_'
                    || b == '.';
            kinds[b] = bare ? BARE : b >= ' ' && b < 0x80 ? PRINTABLE : ODD;
        }
        kinds[','] = COMMA;
        kinds['"'] = QUOTE;
        kinds['\n'] = BREAK;
        kinds['\r'] = BREAK;
        return kinds;
    }

    /// Reads the header.
    ///
    /// @throws IllegalArgumentException if it does not name the columns of flows, with a message for the user
    static CsvFlows of(byte[] bytes, int from, int to) {
        List<String> header = header(text(bytes, from, to));
        List<Integer> columns = FlowRow.FIELDS.stream().map(header::indexOf).toList();
        if (!header.contains("src") || !header.contains("protocol")
                || !header.contains("dst") && !header.contains("fqdn")) {
            throw new IllegalArgumentException("the first line must name the columns "
                    + String.join(",", FlowRow.FIELDS) + ", at least src, protocol and one of dst and fqdn");
        }
        int[] fieldOf = new int[header.size()];
        Arrays.fill(fieldOf, -1);
        for (int field = 0; field < columns.size(); field++) {
            if (columns.get(field) >= 0) {
                fieldOf[columns.get(field)] = field;
            }
        }
        return new CsvFlows(fieldOf, columns, header.stream().filter(name -> !FlowRow.FIELDS.contains(name)).toList());
    }

    private static List<String> header(String text) {
        try (CloseableIterator<CsvRecord> records = records(text)) {
            if (!records.hasNext()) {
                throw new IllegalArgumentException("the file is empty: its first line must name the columns "
                        + String.join(",", FlowRow.FIELDS));
            }
            return records.next().getFields().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("this is no CSV file: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CloseableIterator<CsvRecord> records(String text) {
        return CsvReader.builder().allowMissingFields(true).allowExtraFields(true).skipEmptyLines(true)
                .ofCsvRecord(text).iterator();
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public FlowReader reader() {
        return new Reader(this);
    }

    @Override
    public int lastEnd(byte[] bytes, int from, int to) {
        return RecordEnds.last(bytes, from, to);
    }

    /// Splits records without quotes itself; from the first quote of a block on, the library reads.
    private static final class Reader implements FlowReader {
        private final CsvFlows dialect;
        private final FlowFields fields = new FlowFields();
        private long line;

        Reader(CsvFlows dialect) {
            this.dialect = dialect;
        }

        @Override
        public long read(FlowBlock block, FlowSink sink) {
            byte[] bytes = block.bytes();
            int at = block.from();
            line = 1;
            while (at >= 0 && at < block.to()) {
                int next = split(bytes, at, block.to(), sink);
                if (next < 0) {
                    library(text(bytes, at, block.to()), sink);
                    line += RecordEnds.lines(bytes, at, block.to());
                }
                at = next;
            }
            if (!block.problem().isEmpty()) {
                sink.ends(line, block.problem());
            }
            return line - 1;
        }

        /// Reads one record without quotes, and returns where the next one begins; negative where there is a quote.
        private int split(byte[] bytes, int from, int to, FlowSink sink) {
            fields.begin(bytes, line);
            int column = 0;
            int begin = from;
            byte kinds = 0;
            int i = from;
            byte kind = 0;
            while (i < to && kind != BREAK) {
                kind = KINDS[bytes[i] & 0xff];
                kinds |= kind;
                if (kind == QUOTE) {
                    return -1;
                }
                if (kind == COMMA) {
                    cell(column++, begin, i);
                    begin = i + 1;
                }
                i++;
            }
            int end = kind == BREAK ? i - 1 : i;
            cell(column, begin, end);
            if (end > from) {
                finish(kinds, sink);
            }
            line++;
            return i < to && bytes[end] == '\r' && bytes[i] == '\n' ? i + 1 : i;
        }

        private void cell(int column, int from, int to) {
            int[] fieldOf = dialect.fieldOf;
            if (column < fieldOf.length && fieldOf[column] >= 0) {
                fields.set(fieldOf[column], from, to);
            }
        }

        private void finish(byte kinds, FlowSink sink) {
            if ((kinds & ODD) != 0) {
                fields.set(fields.row().values(), line);
            } else if ((kinds & PRINTABLE) == 0) {
                fields.setBare();
            }
            sink.flow(fields);
        }

        private void library(String text, FlowSink sink) {
            long before = line - 1;
            long last = 0;
            try (CloseableIterator<CsvRecord> records = records(text)) {
                while (records.hasNext()) {
                    CsvRecord record = records.next();
                    last = record.getStartingLineNumber();
                    fields.set(values(record), before + last);
                    sink.flow(fields);
                }
            } catch (CsvParseException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                sink.ends(before + last + 1, "this is no CSV file from here on: " + cause.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<String> values(CsvRecord record) {
            List<String> values = new ArrayList<>();
            for (int column : dialect.columns) {
                values.add(column < 0 || column >= record.getFieldCount() ? "" : record.getField(column));
            }
            return values;
        }
    }
}
