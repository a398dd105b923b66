package dev.sekisho.model.diagnostic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// The files read so far, by the name that the user gave.
public final class SourceTexts implements SourceText {
    private final Map<String, IntFunction<Optional<String>>> lines = new HashMap<>();

    /// Remembers how to find the lines of `file`, counted from 1.
    public void put(String file, IntFunction<Optional<String>> line) {
        lines.put(file, line);
    }

    @Override
    public Optional<String> line(String file, int line) {
        IntFunction<Optional<String>> known = lines.get(file);
        return known == null || line < 1 ? Optional.empty() : known.apply(line);
    }
}
