package dev.sekisho.generator.format.azcli;

import java.util.regex.Pattern;

/// Words of a bash script: text that stays what it is, and variables.
final class Shell {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+-]+");

    private Shell() {}

    /// Returns text as one word, in single quotes where bash would read more into it.
    static String quote(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /// Returns the value of a variable as one word.
    static String variable(String name) {
        return "\"$" + name + "\"";
    }

    /// Returns the assignment of a variable that the environment may override.
    static String overridable(String name, String preset) {
        StringBuilder escaped = new StringBuilder();
        preset.chars().forEach(c -> {
            if ("\\\"$`}".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append((char) c);
        });
        return name + "=\"${" + name + ":-" + escaped + "}\"";
    }

    /// Returns a check that stops the script where a variable is not set.
    static String required(String name) {
        return ": \"${" + name + ":?has to be set}\"";
    }
}
