package dev.sekisho.model.network;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.term.Entry;

/// Where a user-defined route sends its traffic; named after Azure's `nextHopType` values (`R-8`).
public sealed interface NextHop {
    /// A firewall or other appliance.
    ///
    /// @param address `nextHopIpAddress`; malformed with code `NEXT_HOP_IP_REQUIRED` where it was left out
    record VirtualAppliance(Entry<IpAddress> address) implements NextHop {
        @Override
        public String azureName() {
            return "VirtualAppliance";
        }
    }

    /// Next hops without an address.
    enum Platform implements NextHop {
        VNET_LOCAL("VnetLocal"), VIRTUAL_NETWORK_GATEWAY("VirtualNetworkGateway"), INTERNET("Internet"),
        /// Drops the traffic without a word (`R-7`).
        NONE("None");

        private final String azureName;

        Platform(String azureName) {
            this.azureName = azureName;
        }

        @Override
        public String azureName() {
            return azureName;
        }
    }

    /// Returns the spelling of Azure's API.
    String azureName();
}
