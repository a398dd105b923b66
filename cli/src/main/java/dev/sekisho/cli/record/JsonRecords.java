package dev.sekisho.cli.record;

import dev.sekisho.model.io.flow.FlowRow;
import dev.sekisho.simulator.compiled.engine.Outcome;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/// JSON lines: an object a line. Fields that do not apply are left out, the readings are a list.
public final class JsonRecords implements RecordFormat {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String PORT = "port";

    @Override
    public String header() {
        return "";
    }

    @Override
    public void flow(FlowRow row, StringBuilder out) {
        out.append('{');
        List<String> values = row.values();
        for (int field = 0; field < values.size(); field++) {
            String value = values.get(field);
            if (!value.isEmpty()) {
                String name = FlowRow.FIELDS.get(field);
                boolean number = name.equals(PORT) && value.chars().allMatch(c -> c >= '0' && c <= '9');
                out.append('"').append(name).append(number ? "\":" : "\":\"");
                JsonStringEncoder.getInstance().quoteAsString(value, out);
                out.append(number ? "," : "\",");
            }
        }
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
