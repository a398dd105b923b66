package dev.sekisho.cli.text;

import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.terminal.Streams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One thing with named fields in a fixed order: each is a text or a list of texts. For people, empty fields are left
/// out and names are spelt as words; for programs, the fields are what they are.
public final class Sheet {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /// Adds a text under a name in camel case.
    public Sheet with(String name, String text) {
        fields.put(name, text);
        return this;
    }

    /// Adds a list of texts under a name in camel case.
    public Sheet with(String name, List<String> texts) {
        fields.put(name, List.copyOf(texts));
        return this;
    }

    /// The fields, for a JSON object.
    public Map<String, Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /// Prints the fields that are not empty, one line for each text.
    public void print(Streams streams) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            List<String> texts = texts(value);
            if (!texts.isEmpty()) {
                lines.put(words(name), texts);
            }
        });
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        lines.forEach((label, texts) -> {
            String margin = Ink.STRONG.on(streams, label) + " ".repeat(width - label.length());
            for (String text : texts) {
                streams.out().println(margin + text);
                margin = " ".repeat(width);
            }
        });
    }

    private static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> texts.add(item.toString()));
        } else if (!value.toString().isEmpty()) {
            texts.add(value.toString());
        }
        return texts;
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ").toLowerCase(Locale.ROOT);
    }
}
