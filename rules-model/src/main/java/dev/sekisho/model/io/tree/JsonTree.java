package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.JsonReadFeature;

/// Reads JSON into [Node]s: strings become quoted scalars, everything else plain ones.
public final class JsonTree {
    /// The deepest nesting; a template inside templates has two or three dozen levels.
    static final int DEEPEST = 250;

    /// The most values of one file; a thousand times what a large export has, and what memory has room for.
    static final int MOST_VALUES = 3_000_000;

    private static final int MAX_NUMBER = 1000;
    private static final int MAX_NAME = 64 * 1024;
    private static final int MAX_STRING = 64 << 20;

    private static final JsonFactory STRICT = factory().build();
    private static final JsonFactory RELAXED = factory()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private final SourceFile file;
    private final Diagnostics diagnostics;
    private final Deque<Collected> stack = new ArrayDeque<>();
    private int values;
    private int opened;
    private boolean lenient;

    /// How much more than standard JSON is accepted.
    public enum Dialect {
        /// RFC 8259 and nothing else.
        STRICT,
        /// Also comments, trailing commas and line ends inside strings, as ARM templates have them.
        RELAXED
    }

    private JsonTree(SourceFile file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /// Reads a file that holds one JSON value, or reports why it does not. Duplicate keys are reported and the tree is
    /// still returned so that further problems are found.
    public static Optional<Node> read(SourceFile file, Dialect dialect, Diagnostics diagnostics) {
        return new JsonTree(file, diagnostics).read(switch (dialect) {
            case STRICT -> STRICT;
            case RELAXED -> RELAXED;
        });
    }

    /// Reads a file that people put together by hand: one value, several one after the other, several joined by commas,
    /// or keys with their values without the brackets around them. The last two are accepted with a note. Comments,
    /// trailing commas and line ends inside strings are accepted as in [Dialect#RELAXED]. Of two values for one key the
    /// last holds, with a warning.
    public static List<Node> readPieces(SourceFile file, Diagnostics diagnostics) {
        if (file.text().isBlank()) {
            diagnostics.error("EMPTY_FILE", file.locationAt(0), "this file is empty", "");
            return List.of();
        }
        Diagnostics plainly = new Diagnostics();
        JsonTree tree = new JsonTree(file, plainly);
        tree.lenient = true;
        Optional<List<Node>> values = tree.pieces(file.text());
        boolean keys = file.text().stripLeading().startsWith("\"");
        if (values.isEmpty() && tree.stack.isEmpty() && tree.values > 0) {
            Diagnostics wrapped = new Diagnostics();
            JsonTree again = new JsonTree(file, wrapped);
            again.opened = 1;
            again.lenient = true;
            Optional<List<Node>> inside = again.pieces((keys ? "{" : "[") + file.text() + (keys ? "}" : "]"));
            if (inside.isPresent()) {
                diagnostics.addAll(wrapped.all());
                diagnostics.note("FRAGMENT", file.locationAt(0), "this is not one JSON document but parts of one"
                        + (keys ? ", keys without brackets around them" : ", joined by commas"), "");
                return inside.get();
            }
        }
        diagnostics.addAll(plainly.all());
        return values.orElse(List.of());
    }

    private Optional<List<Node>> pieces(String text) {
        List<Node> found = new ArrayList<>();
        try (JsonParser parser = RELAXED.createParser(ObjectReadContext.empty(), new StringReader(text))) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                Optional<Node> value = value(parser, token);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                found.add(value.get());
                token = parser.nextToken();
            }
            return Optional.of(found);
        } catch (JacksonException e) {
            diagnostics.add(new JsonErrors(file, stack.stream().map(Collected::toString).toList()).explain(e));
            return Optional.empty();
        }
    }

    private static JsonFactoryBuilder factory() {
        return JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST + 10)
                .maxNumberLength(MAX_NUMBER).maxNameLength(MAX_NAME).maxStringLength(MAX_STRING).build());
    }

    private Optional<Node> read(JsonFactory factory) {
        if (file.text().isBlank()) {
            diagnostics.error("EMPTY_FILE", file.locationAt(0), "this file is empty", "");
            return Optional.empty();
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), new StringReader(file.text()))) {
            Optional<Node> value = value(parser, parser.nextToken());
            if (value.isPresent() && parser.nextToken() != null) {
                diagnostics.error("JSON_SYNTAX", at(parser), "the JSON value has ended before this",
                        "a file holds one value; remove what follows it");
            }
            return value;
        } catch (JacksonException e) {
            diagnostics.add(new JsonErrors(file, stack.stream().map(Collected::toString).toList()).explain(e));
            return Optional.empty();
        }
    }

    private Optional<Node> value(JsonParser parser, @Nullable JsonToken first) {
        for (@Nullable JsonToken token = first;; token = parser.nextToken()) {
            if (++values > MOST_VALUES) {
                diagnostics.error("TOO_MANY_VALUES", at(parser),
                        "this file has more than " + MOST_VALUES + " values; such files are not read",
                        "check that it is the right file, or split it");
                return Optional.empty();
            }
            if (token == null) {
                diagnostics.add(new JsonErrors(file, stack.stream().map(Collected::toString).toList()).truncated());
                return Optional.empty();
            }
            switch (token) {
                case START_OBJECT, START_ARRAY -> {
                    if (stack.size() == DEEPEST) {
                        diagnostics.add(Diagnostic.error("TOO_DEEP", at(parser),
                                "nested more than " + DEEPEST + " levels deep").withRemedy("flatten the structure"));
                        return Optional.empty();
                    }
                    stack.push(token == JsonToken.START_OBJECT
                            ? new Collected.OfMapping(at(parser), true, "", diagnostics, false, lenient)
                            : new Collected.OfSequence(at(parser), true, ""));
                }
                case END_OBJECT, END_ARRAY -> {
                    Node done = stack.pop().node();
                    if (stack.isEmpty()) {
                        return Optional.of(done);
                    }
                    stack.element().add(done);
                }
                case PROPERTY_NAME, VALUE_STRING -> {
                    Node text = new Node.Scalar(at(parser), parser.getString(), Node.Style.QUOTED);
                    if (stack.isEmpty()) {
                        return Optional.of(text);
                    }
                    stack.element().add(text);
                }
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> {
                    Node plain = new Node.Scalar(at(parser), parser.getString(), Node.Style.PLAIN);
                    if (stack.isEmpty()) {
                        return Optional.of(plain);
                    }
                    stack.element().add(plain);
                }
                case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                    throw new AssertionError("not a token of JSON text: " + token);
            }
        }
    }

    private SourceLocation at(JsonParser parser) {
        return file.locationAt((int) parser.currentTokenLocation().getCharOffset() - opened);
    }
}
