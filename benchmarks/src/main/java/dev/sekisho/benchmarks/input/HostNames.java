package dev.sekisho.benchmarks.input;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SplittableRandom;

/// Host names and patterns for them, made from a seed: names of services below a few hundred domains, as rules and logs
/// have them.
public final class HostNames {
    private static final String[] WORDS = {"login", "api", "data", "blob", "core", "mcr", "registry", "events", "vault",
            "queue", "web", "cdn", "edge", "update", "packages", "monitor", "ingest", "store", "files", "auth"};
    private static final String[] ENDS = {"windows.net", "azure.com", "microsoft.com", "example.com", "example.net",
            "example.org", "contoso.com"};

    private HostNames() {}

    /// Patterns, each once: four of five begin with `*.`.
    public static List<String> patterns(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SequencedSet<String> patterns = new LinkedHashSet<>();
        while (patterns.size() < count) {
            patterns.add((random.nextInt(5) > 0 ? "*." : "") + domain(random));
        }
        return new ArrayList<>(patterns);
    }

    /// Names, of which about four in ten match a pattern.
    public static List<String> names(List<String> patterns, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        List<String> names = new ArrayList<>(count);
        while (names.size() < count) {
            if (random.nextInt(10) < 4) {
                String pattern = patterns.get(random.nextInt(patterns.size()));
                names.add(pattern.startsWith("*") ? label(random) + pattern.substring(1) : pattern);
            } else {
                names.add(label(random) + "." + domain(random));
            }
        }
        return names;
    }

    private static String domain(SplittableRandom random) {
        String middle = random.nextInt(3) == 0 ? "" : "." + WORDS[random.nextInt(WORDS.length)];
        return label(random) + middle + "." + ENDS[random.nextInt(ENDS.length)];
    }

    private static String label(SplittableRandom random) {
        return WORDS[random.nextInt(WORDS.length)] + random.nextInt(1000);
    }
}
