package dev.sekisho.generator.plan;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.cluster.NetworkIntent;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import java.util.List;

/// Whom the cluster's network asks for names.
final class Resolution {
    private Resolution() {}

    /// The servers that the user gives, else the firewall where it is a DNS proxy; empty means Azure's resolver.
    static List<IpAddress> servers(NetworkIntent network) {
        if (!network.dnsServers().isEmpty()) {
            return network.dnsServers();
        }
        return network.firewall().filter(FirewallIntent::dnsProxy).map(FirewallIntent::privateIp).stream().toList();
    }

    /// Whether nodes get the same answers as the firewall.
    static boolean isFirewall(NetworkIntent network, FirewallIntent firewall) {
        return servers(network).equals(List.of(firewall.privateIp()));
    }
}
