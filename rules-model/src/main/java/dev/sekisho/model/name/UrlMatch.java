package dev.sekisho.model.name;

/// How a URL relates to a [UrlPattern] (FW-38).
public enum UrlMatch {
    /// The pattern matches.
    MATCH,
    /// The pattern does not match.
    NO_MATCH,
    /// The URL lies below the host and path of a pattern without `*` at its end. No document says what Azure does; taken as no
    /// match, and a verdict that depends on it rests on FW-38.
    NO_MATCH_UNLISTED_PATH
}
