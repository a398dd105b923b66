package dev.sekisho.cli.record;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.sekisho.model.io.flow.FlowFields;
import dev.sekisho.model.io.flow.FlowRow;
import dev.sekisho.simulator.compiled.engine.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// CSV with a header; the readings are separated by blanks.
public final class CsvRecords implements RecordFormat {
    @Override
    public String header() {
        List<String> names = new ArrayList<>(FlowRow.FIELDS);
        names.addAll(OUTCOME_FIELDS);
        return record(names);
    }

    @Override
    public void flow(FlowFields fields, RecordText out) {
        byte[] bytes = fields.bytes();
        boolean bare = fields.isBare();
        if (bare && fields.areAdjacent()) {
            out.add(bytes, fields.start(0), fields.end(FlowRow.FIELDS.size() - 1));
            out.add(',');
            return;
        }
        for (int field = 0; field < FlowRow.FIELDS.size(); field++) {
            int from = fields.start(field);
            int to = fields.end(field);
            if (bare || isPlain(bytes, from, to)) {
                out.add(bytes, from, to);
            } else {
                String value = new String(bytes, from, to - from, StandardCharsets.UTF_8);
                String quoted = record(List.of(value));
                out.add(quoted.substring(0, quoted.length() - 1));
            }
            out.add(',');
        }
    }

    private static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == ',' || b == '"' || b < ' ') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String outcome(Outcome outcome) {
        List<String> values = new ArrayList<>(RecordFormat.values(outcome));
        values.add(RecordFormat.assumptions(outcome).collect(Collectors.joining(" ")));
        return record(values);
    }

    private static String record(List<String> values) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
