package dev.sekisho.model.environment;

/// Readings chosen where Microsoft's pages contradict each other.
///
/// @param serviceEndpointOverridable whether a user route can override a service-endpoint route (`R-4`)
/// @param inheritNat whether a child policy inherits its parent's DNAT collections (`FW-8`)
/// @param dnatImplicitAllowOverridable whether a network Deny stops traffic that a DNAT rule translated (`FW-51`)
public record Readings(boolean serviceEndpointOverridable, boolean inheritNat, boolean dnatImplicitAllowOverridable) {
    /// The readings that the semantics recommend.
    public static final Readings RECOMMENDED = new Readings(false, true, false);
}
