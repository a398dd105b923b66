package dev.sekisho.model.io.flow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Flows as JSON lines: an object with the keys of [FlowRow#FIELDS] on each line. Keys with other names are passed over.
enum JsonFlows implements FlowDialect {
    LINES;

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public List<String> unusedColumns() {
        return List.of();
    }

    @Override
    public FlowReader reader() {
        return new Reader();
    }

    @Override
    public int lastEnd(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /// Reads flat objects of plain texts and whole numbers itself; other lines the library reads.
    private static final class Reader implements FlowReader {
        private final FlowFields fields = new FlowFields();
        private final FlatObject flat = new FlatObject();

        @Override
        public long read(FlowBlock block, FlowSink sink) {
            byte[] bytes = block.bytes();
            long line = 1;
            int at = block.from();
            while (at < block.to()) {
                fields.begin(bytes, line);
                int behind = flat.read(bytes, at, block.to(), fields);
                if (behind >= 0) {
                    sink.flow(fields);
                    line++;
                } else {
                    behind = endOfLine(bytes, at, block.to());
                    String text = new String(bytes, at, behind - at, StandardCharsets.UTF_8);
                    for (String single : text.lines().toList()) {
                        library(single, line++, sink);
                    }
                }
                at = behind;
            }
            if (!block.problem().isEmpty()) {
                sink.ends(line, block.problem());
            }
            return line - 1;
        }

        private static int endOfLine(byte[] bytes, int from, int to) {
            int end = from;
            while (end < to && bytes[end] != '\n') {
                end++;
            }
            return Math.min(to, end + 1);
        }

        private void library(String text, long line, FlowSink sink) {
            if (text.isBlank()) {
                return;
            }
            try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
                library(parser, line, sink);
            } catch (JacksonException e) {
                sink.broken(line, "this is no JSON: " + e.getOriginalMessage());
            }
        }

        private void library(JsonParser parser, long line, FlowSink sink) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                sink.broken(line, "a line must hold one object");
                return;
            }
            List<String> values = new ArrayList<>(Arrays.asList("", "", "", "", "", ""));
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                int field = FlowRow.FIELDS.indexOf(parser.currentName());
                JsonToken value = parser.nextToken();
                if (field < 0) {
                    parser.skipChildren();
                } else if (value.isScalarValue()) {
                    values.set(field, value == JsonToken.VALUE_NULL ? "" : parser.getString());
                } else {
                    sink.broken(line, "'" + FlowRow.FIELDS.get(field) + "' must be a text or a number");
                    return;
                }
            }
            if (parser.nextToken() != null) {
                sink.broken(line, "something follows the object");
                return;
            }
            fields.set(values, line);
            sink.flow(fields);
        }
    }
}
