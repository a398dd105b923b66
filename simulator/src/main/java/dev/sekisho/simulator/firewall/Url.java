package dev.sekisho.simulator.firewall;

/// A URL as the firewall sees it.
///
/// @param host host without port
/// @param path everything behind the host; empty, or beginning with `/` or `?`
record Url(String host, String path) {

    static Url parse(String text) {
        String rest = withoutScheme(text);
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return new Url(HostHeader.parse(rest.substring(0, end)).name(), rest.substring(end));
    }

    /// Returns the text behind the scheme; a `://` behind the host belongs to a path or a query and is no scheme.
    private static String withoutScheme(String text) {
        int scheme = text.indexOf("://");
        return scheme >= 0 && text.indexOf('/') > scheme
                && text.chars().limit(scheme).noneMatch(c -> c == '?' || c == '#')
                        ? text.substring(scheme + 3)
                        : text;
    }

    /// Returns the path without query and fragment.
    String plainPath() {
        int end = 0;
        while (end < path.length() && "?#".indexOf(path.charAt(end)) < 0) {
            end++;
        }
        return path.substring(0, end);
    }
}
