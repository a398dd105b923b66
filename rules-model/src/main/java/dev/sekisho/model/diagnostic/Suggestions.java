package dev.sekisho.model.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the known words that are nearest to a misspelt one.
///
/// Nearness is the Damerau-Levenshtein distance (insert, delete, replace, swap neighbours; each pair swapped once),
/// counted without regard to case, spaces, hyphens and underscores, which people mix up most.
public final class Suggestions {
    /// Longer words are compared by their beginning, so that hostile input costs no time.
    private static final int COMPARED = 64;

    private Suggestions() {}

    /// Returns all of `known` without repetition, the nearest first; equally near ones in alphabetical order.
    public static List<String> nearest(String word, Collection<String> known) {
        record Candidate(String text, int distance) {}
        return known.stream().distinct().map(text -> new Candidate(text, distance(fold(word), fold(text))))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::text))
                .map(Candidate::text).toList();
    }

    /// Returns the one that was probably meant: near enough that a third of its letters or fewer differ.
    public static Optional<String> meant(String word, Collection<String> known) {
        return nearest(word, known).stream().findFirst().filter(best -> {
            int distance = distance(fold(word), fold(best));
            return distance == 0 || distance <= Math.max(1, best.length() / 3);
        });
    }

    /// Returns advice such as `did you mean 'japaneast'? known: japaneast, japanwest, … and 60 more`; empty if
    /// nothing is known.
    ///
    /// @param label what the listed words are, such as `regions of AzureChina`
    /// @param atMost how many of them to list
    public static String advice(String word, String label, Collection<String> known, int atMost) {
        List<String> nearest = nearest(word, known);
        if (nearest.isEmpty()) {
            return "";
        }
        String listed = label + ": " + String.join(", ", nearest.subList(0, Math.min(atMost, nearest.size())))
                + (nearest.size() > atMost ? ", … and " + (nearest.size() - atMost) + " more" : "");
        return meant(word, known).map(best -> "did you mean " + Quotation.of(best) + "? ").orElse("") + listed;
    }

    private static String fold(String word) {
        StringBuilder out = new StringBuilder();
        word.chars().limit(2 * COMPARED).filter(c -> " -_".indexOf(c) < 0).limit(COMPARED)
                .forEach(c -> out.append((char) c));
        return out.toString().toLowerCase(Locale.ROOT);
    }

    // Three rows of the classic table: two back (for swaps), one back, and the current one.
    private static int distance(String a, String b) {
        int[] twoBack = new int[b.length() + 1];
        int[] back = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            back[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = back[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(back[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], twoBack[j - 2] + 1);
                }
            }
            int[] free = twoBack;
            twoBack = back;
            back = row;
            row = free;
        }
        return back[b.length()];
    }
}
