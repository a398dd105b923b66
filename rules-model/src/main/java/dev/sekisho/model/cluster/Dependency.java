package dev.sekisho.model.cluster;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.FqdnPattern;
import java.util.Locale;
import java.util.Optional;

/// Something that the workloads reach: a database, storage, a partner, a network on premises.
///
/// Either `service` is given, or `protocol` and `port`; the target is `host` or `cidr` (or both: the name and its
/// addresses).
///
/// @param service id of a backing service of the catalogue, such as `azure-sql-database`
/// @param port ports that narrow what the service implies, or the ports of a destination without a service
/// @param privateIp address of the private endpoint, where it is fixed
/// @param purpose why it is needed, in the user's words; empty where none is given
public record Dependency(String name, Optional<String> service, Optional<FqdnPattern> host, Optional<IpPrefix> cidr,
        Optional<Protocol> protocol, Optional<PortSet> port, Via via, Optional<IpAddress> privateIp, String purpose,
        SourceLocation at) {

    /// Protocols that a dependency may state.
    public enum Protocol {
        HTTP, HTTPS, MSSQL, TCP, UDP, ICMP;

        /// Returns the name that files use.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return text();
        }
    }
}
