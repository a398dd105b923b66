package dev.sekisho.model.network;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.Priority;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;

/// A rule of a network security group (`NSG-1`).
public record SecurityRule(String name, String description, Priority priority, Direction direction, Access access,
        Protocol protocol, Side source, Side destination, SourceLocation at) {

    /// Which way the connection is opened.
    public enum Direction {
        INBOUND("Inbound"), OUTBOUND("Outbound");

        private final String azureName;

        Direction(String azureName) {
            this.azureName = azureName;
        }

        /// Returns the spelling of Azure's API.
        public String azureName() {
            return azureName;
        }
    }

    /// What the rule does.
    public enum Access {
        ALLOW("Allow"), DENY("Deny");

        private final String azureName;

        Access(String azureName) {
            this.azureName = azureName;
        }

        /// Returns the spelling of Azure's API.
        public String azureName() {
            return azureName;
        }
    }

    /// Protocols of security rules.
    public enum Protocol {
        TCP("Tcp"), UDP("Udp"), ICMP("Icmp"), ESP("Esp"), AH("Ah"), ANY("*");

        private final String azureName;

        Protocol(String azureName) {
            this.azureName = azureName;
        }

        /// Returns the spelling of Azure's API.
        public String azureName() {
            return azureName;
        }
    }

    /// One side of the rule: addresses or application security groups, and ports (`NSG-12`).
    public record Side(List<Entry<AddressTerm>> addresses, List<ResourceRef> applicationSecurityGroups,
            List<Entry<PortTerm>> ports) {
        /// Every address and every port.
        public static final Side ANY = new Side(List.of(Entry.of(AddressTerm.Any.ANY)), List.of(),
                List.of(Entry.of(PortTerm.Any.ANY)));

        public Side {
            addresses = List.copyOf(addresses);
            applicationSecurityGroups = List.copyOf(applicationSecurityGroups);
            ports = List.copyOf(ports);
        }
    }
}
