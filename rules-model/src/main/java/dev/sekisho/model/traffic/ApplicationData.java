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

    /// Returns what a client shows that speaks a protocol to a name: TLS and TDS show it as server name, HTTP and HTTPS in
    /// the Host header, with the port unless it is the usual one.
    public static ApplicationData shownBy(Protocol protocol, Optional<String> name, int port) {
        return switch (protocol) {
            case HTTP -> new ApplicationData(protocol, Optional.empty(), name.map(n -> header(n, port, 80)),
                    Optional.empty());
            case HTTPS -> new ApplicationData(protocol, name, name.map(n -> header(n, port, 443)), Optional.empty());
            case MSSQL -> new ApplicationData(protocol, name, Optional.empty(), Optional.empty());
        };
    }

    private static String header(String name, int port, int usual) {
        return port == usual ? name : name + ":" + port;
    }
}
