package dev.sekisho.model.io.shape;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.Objects;

/// Something that a file says and that no verdict takes into account.
///
/// @param at the place of the property, or of the resource whose type is not modelled
/// @param pointer where that is inside its document as a JSON pointer (RFC 6901), empty where it is not known
/// @param subject what has the property: `a rule of Microsoft.Network/firewallPolicies hub`
/// @param property the property as the file names it, empty for a whole resource
/// @param reason what holds instead, or what follows
public record Unmodelled(SourceLocation at, String pointer, String subject, String property, String reason) {
    public Unmodelled {
        Objects.requireNonNull(at);
        Objects.requireNonNull(pointer);
    }

    /// Returns the same with its pointer.
    public Unmodelled withPointer(String known) {
        return new Unmodelled(at, known, subject, property, reason);
    }

    @Override
    public String toString() {
        return (property.isEmpty() ? subject : "'" + property + "' in " + subject) + " is not modelled"
                + (reason.isEmpty() ? "" : ": " + reason);
    }
}
