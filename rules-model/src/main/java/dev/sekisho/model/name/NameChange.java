package dev.sekisho.model.name;

/// What normalisation changed in a name. No document says that Azure does the same (FW-36), so a verdict that needed
/// such a change rests on an assumption.
public enum NameChange {
    /// Capital letters became small ones.
    CASE,
    /// The dot at the end went away.
    TRAILING_DOT,
    /// Characters beyond ASCII became an `xn--` label or the ASCII characters that they stand for.
    IDN
}
