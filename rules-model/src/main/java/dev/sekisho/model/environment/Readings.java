package dev.sekisho.model.environment;

import java.util.List;
import java.util.Optional;

/// Readings chosen where Microsoft's pages contradict each other.
///
/// @param serviceEndpointOverridable whether a user route can override a service-endpoint route (`R-4`)
/// @param inheritNat whether a child policy inherits its parent's DNAT collections (`FW-8`)
/// @param dnatImplicitAllowOverridable whether a network Deny stops traffic that a DNAT rule translated (`FW-51`)
public record Readings(boolean serviceEndpointOverridable, boolean inheritNat, boolean dnatImplicitAllowOverridable) {
    /// The readings that the semantics recommend.
    public static final Readings RECOMMENDED = new Readings(false, true, false);

    /// The names of all readings.
    public static final List<String> NAMES = List.of("serviceEndpointOverridable", "inheritNat",
            "dnatImplicitAllowOverridable");

    /// Returns the same readings with one chosen by name; nothing where no reading has that name.
    public Optional<Readings> with(String name, boolean value) {
        return switch (name) {
            case "serviceEndpointOverridable" -> Optional.of(
                    new Readings(value, inheritNat, dnatImplicitAllowOverridable));
            case "inheritNat" -> Optional.of(
                    new Readings(serviceEndpointOverridable, value, dnatImplicitAllowOverridable));
            case "dnatImplicitAllowOverridable" -> Optional.of(
                    new Readings(serviceEndpointOverridable, inheritNat, value));
            default -> Optional.empty();
        };
    }
}
