package dev.sekisho.generator.format.json;

import dev.sekisho.generator.format.resource.Parameter;

/// How a JSON format writes what is not plain text.
public interface References {
    /// Returns plain text, escaped where the format reads more into a string than its characters.
    String text(String text);

    /// Returns the value of a parameter.
    String parameter(Parameter parameter);

    /// Returns the id of the resource of this symbol.
    String idOf(String symbol);
}
