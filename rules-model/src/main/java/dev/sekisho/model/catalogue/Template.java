package dev.sekisho.model.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text with placeholders such as `<vault>.vault.azure.net`.
public record Template(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("<([A-Za-z][A-Za-z0-9-]*)>");

    public Template {
        if (text.isBlank() || PLACEHOLDER.matcher(text).replaceAll("").matches(".*[<>\\s].*")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no text with placeholders such as <region>.example.net");
        }
    }

    /// Returns the names between the brackets, each once, from the left.
    public Set<String> placeholders() {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /// Returns the text once for every combination of values, in the order of the values; nothing where a placeholder
    /// has no value.
    public List<String> fill(Function<String, List<String>> values) {
        List<String> filled = List.of(text);
        for (String name : placeholders()) {
            List<String> next = new ArrayList<>();
            for (String partly : filled) {
                for (String value : values.apply(name)) {
                    next.add(partly.replace("<" + name + ">", value));
                }
            }
            filled = next;
        }
        return filled;
    }

    @Override
    public String toString() {
        return text;
    }
}
