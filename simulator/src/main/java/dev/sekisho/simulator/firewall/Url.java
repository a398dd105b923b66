package dev.sekisho.simulator.firewall;

/// A URL as the firewall sees it.
///
/// @param host host without port
/// @param path everything behind the host; empty, or beginning with `/` or `?`
record Url(String host, String path) {

    static Url parse(String text) {
        int scheme = text.indexOf("://");
        String rest = scheme < 0 ? text : text.substring(scheme + 3);
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return new Url(HostHeader.parse(rest.substring(0, end)).name(), rest.substring(end));
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
