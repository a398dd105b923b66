package dev.sekisho.model.name;

import dev.sekisho.model.diagnostic.Quotation;
import java.util.Optional;

/// What an application rule says about URLs (FW-38): a host pattern, and a path that may end in `*`.
///
/// `path` is empty, or begins with `/`; a lone `/` is written as the empty path, which means the same. The host ignores
/// letter case, the path does not.
public record UrlPattern(FqdnPattern host, String path) {

    public UrlPattern {
        if (!path.isEmpty() && !path.startsWith("/") || path.equals("/")) {
            throw new IllegalArgumentException(
                    "the path " + Quotation.of(path) + " is neither empty nor '/' and something behind it");
        }
        for (int i = 0; i < path.length(); i++) {
            checkPathCharacter(path, i);
        }
    }

    /// Reads `host` or `host/path`.
    ///
    /// Strict: a `*` may only be the first character of the host or the last of the path; scheme, port, query and
    /// fragment do not belong to a pattern.
    ///
    /// @throws IllegalArgumentException if `text` is no pattern; the message says why
    public static UrlPattern parse(String text) {
        if (text.contains("://")) {
            throw problem(text, "leave out the scheme and write the host first");
        }
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        String path = slash < 0 || slash == text.length() - 1 ? "" : text.substring(slash);
        if (host.indexOf('?') >= 0 || host.indexOf('#') >= 0) {
            throw problem(text, "a query or fragment does not belong to it");
        }
        if (host.indexOf(':') >= 0) {
            throw problem(text, "a port does not belong to it: the rule's protocols name the port");
        }
        return new UrlPattern(FqdnPattern.parse(host), path);
    }

    /// Reads a pattern, or gives nothing where [#parse] would fail.
    public static Optional<UrlPattern> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static void checkPathCharacter(String path, int index) {
        char c = path.charAt(index);
        if (c == '?' || c == '#') {
            throw problem(path, "a query or fragment does not belong to it");
        }
        if (c == '*' && index < path.length() - 1) {
            throw problem(path, "a '*' may only be the last character of the path");
        }
        if (c <= ' ' || c >= 0x7f) {
            throw problem(path, "a URL carries " + Quotation.of(String.valueOf(c)) + " in percent form only");
        }
    }

    private static IllegalArgumentException problem(String text, String why) {
        return new IllegalArgumentException(Quotation.of(text) + " is not a URL pattern: " + why);
    }

    /// Compares a URL's host and the rest behind it, such as `/test?with_query=1`. The query plays no part.
    public UrlMatch matches(Fqdn urlHost, String pathAndQuery) {
        return host.matches(urlHost) ? matchesPath(pathAndQuery) : UrlMatch.NO_MATCH;
    }

    /// Compares as [#matches(Fqdn, String)] does, with the host as text; see [FqdnPattern#matches(String)].
    public UrlMatch matches(String urlHost, String pathAndQuery) {
        return host.matches(urlHost) ? matchesPath(pathAndQuery) : UrlMatch.NO_MATCH;
    }

    private UrlMatch matchesPath(String pathAndQuery) {
        String written = withoutQuery(pathAndQuery);
        String asked = written.isEmpty() ? "/" : written;
        if (hasPathWildcard()) {
            return asked.startsWith(path.substring(0, path.length() - 1)) ? UrlMatch.MATCH : UrlMatch.NO_MATCH;
        }
        String folder = path.endsWith("/") ? path : path + "/";
        if (asked.equals(path) || asked.equals(folder)) {
            return UrlMatch.MATCH;
        }
        return asked.startsWith(folder) ? UrlMatch.NO_MATCH_UNLISTED_PATH : UrlMatch.NO_MATCH;
    }

    private static String withoutQuery(String pathAndQuery) {
        for (int i = 0; i < pathAndQuery.length(); i++) {
            char c = pathAndQuery.charAt(i);
            if (c == '?' || c == '#') {
                return pathAndQuery.substring(0, i);
            }
        }
        return pathAndQuery;
    }

    /// Whether every URL that `other` matches is matched by this pattern too.
    public boolean covers(UrlPattern other) {
        return host.covers(other.host) && coversPath(other);
    }

    private boolean coversPath(UrlPattern other) {
        if (!other.hasPathWildcard()) {
            String folder = other.path.endsWith("/") ? other.path : other.path + "/";
            return matchesPath(other.path) == UrlMatch.MATCH && matchesPath(folder) == UrlMatch.MATCH;
        }
        return hasPathWildcard() && other.path.startsWith(path.substring(0, path.length() - 1));
    }

    private boolean hasPathWildcard() {
        return path.endsWith("*");
    }

    /// Whether the host or the path has a `*`.
    public boolean isWildcard() {
        return host.isWildcard() || hasPathWildcard();
    }

    @Override
    public String toString() {
        return host + path;
    }
}
