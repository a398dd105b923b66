package dev.sekisho.generator.inbound;

import dev.sekisho.generator.naming.StandInAddresses;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.InboundIntent;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives each Service the address that the user fixes, or a free one from the upper end of its subnet: rules name
/// addresses, so every load balancer needs one that stays.
final class FrontendAddresses {
    private final ClusterIntent intent;
    private final List<IpAddress> taken = new ArrayList<>();
    private final Map<IpPrefix, StandInAddresses> free = new HashMap<>();
    private final List<Diagnostic> chosen = new ArrayList<>();

    FrontendAddresses(ClusterIntent intent) {
        this.intent = intent;
        intent.inbound().forEach(entry -> entry.ip().ifPresent(taken::add));
        intent.dependencies().forEach(dependency -> dependency.privateIp().ifPresent(taken::add));
        intent.network().firewall().ifPresent(firewall -> taken.add(firewall.privateIp()));
        intent.cluster().apiServer().ip().ifPresent(taken::add);
    }

    SubnetIntent subnet(InboundIntent entry) {
        return entry.subnet().orElse(intent.network().nodeSubnet());
    }

    IpAddress address(InboundIntent entry) {
        return entry.ip().orElseGet(() -> choose(entry));
    }

    private IpAddress choose(InboundIntent entry) {
        SubnetIntent subnet = subnet(entry);
        IpAddress address = free.computeIfAbsent(subnet.prefix(), prefix -> StandInAddresses.in(prefix, taken)).next();
        chosen.add(Diagnostic.warning("ADDRESS_CHOSEN", entry.at(), "'" + entry.name() + "' gets the address " + address
                + ", which is taken to be free in subnet " + subnet.name()).withRemedy("write ip: " + address
                        + ", so that it stays when entries are added"));
        return address;
    }

    /// A warning for each address that nobody fixed.
    List<Diagnostic> warnings() {
        return List.copyOf(chosen);
    }
}
