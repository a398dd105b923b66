package dev.sekisho.generator.format.resource;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Gives identifiers to things that have free names: letters and digits only, each identifier once.
///
/// The result depends on the order of the calls and on nothing else.
public final class Symbols {
    private final Set<String> taken = new HashSet<>();

    /// Returns a new identifier in camel case, such as `ipGroupNodes` for `ipGroup` and `nodes`, with a number behind
    /// it where that is taken already.
    public String camel(String kind, String name) {
        String identifier = camelCase(kind + " " + name);
        String free = identifier;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = identifier + number;
        }
        return free;
    }

    /// Returns a new identifier in snake case, such as `payments_prod`; one that would start with a digit gets the kind
    /// in front.
    public String snake(String kind, String name) {
        String words = words(name).collect(Collectors.joining("_"));
        String identifier = words.isEmpty() || Character.isDigit(words.charAt(0)) ? kind + "_" + words : words;
        String free = identifier;
        for (int number = 2; !taken.add(kind + "." + free); number++) {
            free = identifier + "_" + number;
        }
        return free;
    }

    private static String camelCase(String text) {
        String joined = Arrays.stream(text.split("[^A-Za-z0-9]+")).filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
    }

    private static java.util.stream.Stream<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")).filter(word -> !word.isEmpty());
    }
}
