package dev.sekisho.model.cluster;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.name.Fqdn;
import java.util.List;
import java.util.Optional;

/// How the API server is reached.
///
/// @param authorizedIpRanges public ranges that may call a public API server; empty means everybody
/// @param fqdn name of the API server, once the cluster exists
/// @param ip address of the API server, once the cluster exists
/// @param subnet the delegated subnet of API Server VNet Integration
public record ApiServer(Access access, List<IpPrefix> authorizedIpRanges, Optional<Fqdn> fqdn, Optional<IpAddress> ip,
        Optional<SubnetIntent> subnet) {

    /// Kinds of access.
    public enum Access {
        PUBLIC("public"), PRIVATE("private"), VNET_INTEGRATION("vnetIntegration");

        private final String text;

        Access(String text) {
            this.text = text;
        }

        /// Returns the name that files use.
        public String text() {
            return text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    public ApiServer {
        authorizedIpRanges = List.copyOf(authorizedIpRanges);
    }
}
