package dev.sekisho.model.firewall;

import java.util.OptionalInt;

/// A protocol and port of an application rule, such as `Https:443` (`FW-34`).
///
/// @param port 0 to 65535; absent where a classic rule leaves it out
public record ApplicationProtocol(Type type, OptionalInt port) {

    /// The protocols that the application pass knows.
    public enum Type {
        HTTP("Http", 80), HTTPS("Https", 443), MSSQL("Mssql", 1433);

        private final String azureName;
        private final int defaultPort;

        Type(String azureName, int defaultPort) {
            this.azureName = azureName;
            this.defaultPort = defaultPort;
        }

        /// Returns the spelling of Azure's API.
        public String azureName() {
            return azureName;
        }

        /// Returns the port that holds where none is written.
        public int defaultPort() {
            return defaultPort;
        }
    }

    public ApplicationProtocol {
        if (port.isPresent() && (port.getAsInt() < 0 || port.getAsInt() > 65_535)) {
            throw new IllegalArgumentException("port " + port.getAsInt() + " is not between 0 and 65535");
        }
    }

    /// Returns a protocol with its port written.
    public static ApplicationProtocol of(Type type, int port) {
        return new ApplicationProtocol(type, OptionalInt.of(port));
    }

    /// Returns the port that traffic must have: the one written, or the protocol's own (`FW-34`).
    public int effectivePort() {
        return port.orElse(type.defaultPort());
    }

    @Override
    public String toString() {
        return type.azureName() + (port.isPresent() ? ":" + port.getAsInt() : "");
    }
}
