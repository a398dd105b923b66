package dev.sekisho.model.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.term.Entry;
import java.util.List;

/// `dnsSettings` of a policy.
///
/// @param servers custom servers, at most 15 (`DNS-1`); empty means Azure's own resolver
/// @param enableProxy whether the firewall answers DNS on port 53 of its private address; names in network rules need
///        it (`FW-22`)
public record DnsSettings(List<Entry<IpAddress>> servers, boolean enableProxy) {
    public DnsSettings {
        servers = List.copyOf(servers);
    }
}
