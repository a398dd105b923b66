package dev.sekisho.simulator.exact.space;

import dev.sekisho.model.name.UrlPattern;
import java.util.List;

/// A set of paths of URLs.
///
/// @param exact single paths
/// @param below beginnings; every path that starts with one is in the set
public record PathSet(List<String> exact, List<String> below) {
    /// Every path.
    public static final PathSet ANY = new PathSet(List.of(), List.of(""));

    public PathSet {
        exact = List.copyOf(exact);
        below = List.copyOf(below);
    }

    /// Returns the paths that a URL pattern matches (`FW-38`).
    public static PathSet of(UrlPattern pattern) {
        String path = pattern.path();
        if (path.endsWith("*")) {
            return new PathSet(List.of(), List.of(path.substring(0, path.length() - 1)));
        }
        String folder = path.endsWith("/") ? path : path + "/";
        return path.isEmpty() || path.equals(folder)
                ? new PathSet(List.of(folder), List.of())
                : new PathSet(List.of(path, folder), List.of());
    }

    /// Tells whether every path is in it.
    public boolean isAny() {
        return below.contains("");
    }
}
