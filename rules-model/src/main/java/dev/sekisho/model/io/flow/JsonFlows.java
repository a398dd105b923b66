package dev.sekisho.model.io.flow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Flows as JSON lines: an object with the keys of [FlowRow#FIELDS] on each line. Keys with other names are passed over.
final class JsonFlows implements FlowLines {
    private static final JsonFactory JSON = new JsonFactory();

    private final BufferedReader reader;
    private Optional<String> ahead = Optional.empty();
    private long line;

    JsonFlows(BufferedReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        try {
            while (ahead.isEmpty()) {
                String text = reader.readLine();
                if (text == null) {
                    return false;
                }
                line++;
                ahead = text.isBlank() ? Optional.empty() : Optional.of(text);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FlowLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        String text = ahead.orElse("");
        ahead = Optional.empty();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return read(parser);
        } catch (JacksonException e) {
            return new FlowLine.Broken(line, "this is no JSON: " + e.getOriginalMessage());
        }
    }

    private FlowLine read(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return new FlowLine.Broken(line, "a line must hold one object");
        }
        String[] values = {"", "", "", "", "", ""};
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            int field = FlowRow.FIELDS.indexOf(parser.currentName());
            JsonToken value = parser.nextToken();
            if (field < 0) {
                parser.skipChildren();
            } else if (value.isScalarValue()) {
                values[field] = value == JsonToken.VALUE_NULL ? "" : parser.getString().strip();
            } else {
                return new FlowLine.Broken(line, "'" + FlowRow.FIELDS.get(field) + "' must be a text or a number");
            }
        }
        if (parser.nextToken() != null) {
            return new FlowLine.Broken(line, "something follows the object");
        }
        return new FlowLine.Readable(new FlowRow(line, values[0], values[1], values[2], values[3], values[4],
                values[5]));
    }

    @Override
    public List<String> unusedColumns() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
