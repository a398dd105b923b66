package dev.sekisho.model.network;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.term.Entry;
import java.util.List;

/// A NAT gateway on a subnet: traffic that leaves the subnet for the Internet has one of its addresses (`FW-54`).
public record NatGateway(List<Entry<IpAddress>> publicIps) {
    public NatGateway {
        publicIps = List.copyOf(publicIps);
    }
}
