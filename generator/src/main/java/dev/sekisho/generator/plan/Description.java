package dev.sekisho.generator.plan;

import dev.sekisho.model.need.EgressNeed;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The description of a rule: what it is for and who says so, in at most 200 characters.
final class Description {
    private static final int LONGEST = 200;
    private static final int SOURCES_AT_LEAST = 80;
    // Control and format characters, which a terminal would obey, and line ends.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");

    private Description() {}

    /// Describes a rule that serves these needs.
    static String of(List<EgressNeed> needs) {
        List<String> purposes = needs.stream().map(need -> sentence(need.purpose())).distinct().toList();
        List<String> references = needs.stream().flatMap(need -> need.references().stream())
                .map(Description::oneLine).distinct().toList();
        String sources = sources(references,
                Math.max(SOURCES_AT_LEAST, LONGEST - String.join(" ", purposes).length()));
        return (purpose(needs, purposes, LONGEST - sources.length()) + sources).strip();
    }

    private static String purpose(List<EgressNeed> needs, List<String> purposes, int room) {
        String all = String.join(" ", purposes);
        if (all.length() <= room) {
            return all;
        }
        if (purposes.size() == 1) {
            return cut(all, room);
        }
        String head = "For ";
        return head + listed(needs.stream().map(EgressNeed::id).distinct().toList(), room - head.length() - 1) + ".";
    }

    private static String sources(List<String> references, int room) {
        if (references.isEmpty()) {
            return "";
        }
        String head = references.size() == 1 ? " Source: " : " Sources: ";
        return head + listed(references, room - head.length() - 1) + ".";
    }

    /// Lists as many items as fit and counts the rest.
    private static String listed(List<String> items, int room) {
        String all = String.join(", ", items);
        if (all.length() <= room) {
            return all;
        }
        for (int shown = items.size() - 1; shown > 0; shown--) {
            String text = String.join(", ", items.subList(0, shown)) + " and " + (items.size() - shown) + " more";
            if (text.length() <= room) {
                return text;
            }
        }
        return cut(items.getFirst(), room);
    }

    private static String cut(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        int end = room - 1;
        int blank = text.lastIndexOf(' ', end);
        int from = blank > room / 2 ? blank : end;
        return text.substring(0, Character.isHighSurrogate(text.charAt(from - 1)) ? from - 1 : from) + "…";
    }

    private static String sentence(String text) {
        String line = capitalised(oneLine(text));
        boolean ended = line.isEmpty() || Stream.of(".", "!", "?").anyMatch(line::endsWith);
        return ended ? line : line + ".";
    }

    private static String capitalised(String text) {
        return text.isEmpty()
                ? text
                : new StringBuilder().appendCodePoint(Character.toTitleCase(text.codePointAt(0)))
                        .append(text.substring(text.offsetByCodePoints(0, 1))).toString();
    }

    private static String oneLine(String text) {
        return UNSEEN.matcher(text).replaceAll(" ").strip();
    }
}
