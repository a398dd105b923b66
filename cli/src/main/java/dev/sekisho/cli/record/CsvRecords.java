package dev.sekisho.cli.record;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.sekisho.model.io.flow.FlowRow;
import dev.sekisho.simulator.compiled.engine.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// CSV with a header; the readings are separated by blanks.
public final class CsvRecords implements RecordFormat {
    private static final String NEEDS_QUOTES = "\",\r\n";

    @Override
    public String header() {
        List<String> names = new ArrayList<>(FlowRow.FIELDS);
        names.addAll(OUTCOME_FIELDS);
        return record(names);
    }

    @Override
    public void flow(FlowRow row, StringBuilder out) {
        for (String value : row.values()) {
            boolean plain = value.chars().noneMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0);
            out.append(plain ? value : record(List.of(value)).strip()).append(',');
        }
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
