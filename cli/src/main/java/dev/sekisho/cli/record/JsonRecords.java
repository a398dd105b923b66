package dev.sekisho.cli.record;

import dev.sekisho.model.io.flow.FlowFields;
import dev.sekisho.model.io.flow.FlowRow;
import dev.sekisho.simulator.compiled.engine.Outcome;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/// JSON lines: an object a line. Fields that do not apply are left out, the readings are a list.
public final class JsonRecords implements RecordFormat {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int PORT = FlowRow.FIELDS.indexOf("port");
    private static final List<byte[]> KEYS = FlowRow.FIELDS.stream()
            .map(name -> ("\"" + name + "\":").getBytes(StandardCharsets.UTF_8)).toList();

    @Override
    public String header() {
        return "";
    }

    @Override
    public void flow(FlowFields fields, RecordText out) {
        byte[] bytes = fields.bytes();
        out.add('{');
        for (int field = 0; field < KEYS.size(); field++) {
            int from = fields.start(field);
            int to = fields.end(field);
            if (from < to) {
                boolean number = field == PORT && isNumber(bytes, from, to);
                out.add(KEYS.get(field));
                if (!number) {
                    out.add('"');
                }
                value(fields, from, to, out);
                if (!number) {
                    out.add('"');
                }
                out.add(',');
            }
        }
    }

    private static void value(FlowFields fields, int from, int to, RecordText out) {
        byte[] bytes = fields.bytes();
        if (fields.isBare() || isPlain(bytes, from, to)) {
            out.add(bytes, from, to);
        } else {
            StringBuilder escaped = new StringBuilder();
            JsonStringEncoder.getInstance().quoteAsString(new String(bytes, from, to - from, StandardCharsets.UTF_8),
                    escaped);
            out.add(escaped.toString());
        }
    }

    private static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < ' ' || bytes[i] == '"' || bytes[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    /// JSON knows no number with a zero in front.
    private static boolean isNumber(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return bytes[from] != '0' || to == from + 1;
    }

    @Override
    public String outcome(Outcome outcome) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            List<String> values = RecordFormat.values(outcome);
            for (int field = 0; field < values.size(); field++) {
                if (!values.get(field).isEmpty()) {
                    json.writeStringProperty(OUTCOME_FIELDS.get(field), values.get(field));
                }
            }
            json.writeArrayPropertyStart(OUTCOME_FIELDS.getLast());
            RecordFormat.assumptions(outcome).forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString().substring(1) + "\n";
    }
}
