package dev.sekisho.simulator.firewall;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/// What is known of web categories (`FW-41`).
record WebCategories(SortedMap<String, String> known) {
    static final String UNCATEGORIZED = "Uncategorized";
    /// Categories that are never inspected (`FW-40`).
    private static final List<String> PRIVATE = List.of("education", "finance", "government", "healthandmedicine");

    /// Returns the category of a host.
    Optional<String> ofHost(String host) {
        return Optional.ofNullable(known.get(NameMatch.canonical(host)));
    }

    /// Returns the category of the longest known part of a URL: path by path up to the bare host.
    Optional<String> ofUrl(Url url) {
        String host = NameMatch.canonical(url.host());
        String path = url.plainPath();
        while (!path.isEmpty()) {
            String key = host + path;
            Optional<String> found = Optional.ofNullable(known.get(key))
                    .or(() -> Optional.ofNullable(known.get(key.toLowerCase(Locale.ROOT))));
            if (found.isPresent()) {
                return found;
            }
            path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
        return ofHost(url.host());
    }

    boolean isNeverInspected(String host) {
        return ofHost(host).map(WebCategories::key).filter(PRIVATE::contains).isPresent();
    }

    /// Tells whether two spellings mean the same category.
    static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    private static String key(String category) {
        return category.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
