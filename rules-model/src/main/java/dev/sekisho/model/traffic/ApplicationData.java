package dev.sekisho.model.traffic;

import java.util.Optional;

/// What a flow shows to the application pass, as it stands on the wire.
///
/// @param sni server name of the TLS hello (`FW-30`, `FW-31`)
/// @param host Host header, possibly with a port (`FW-33`)
/// @param url host and path, with or without a scheme in front (`FW-38`)
public record ApplicationData(Protocol protocol, Optional<String> sni, Optional<String> host, Optional<String> url) {

    /// Application protocols that the firewall tells apart.
    public enum Protocol {
        HTTP, HTTPS, MSSQL;

        /// Returns the lower-case name that files use.
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
