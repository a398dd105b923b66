package dev.sekisho.simulator.path;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.nsg.NsgInterpreter;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import dev.sekisho.simulator.world.World;
import java.util.Optional;

/// What happens where the traffic arrives: the security group of the destination's subnet, or of the machine behind a load
/// balancer.
record Arrival(Views views, World world, Notes notes, Optional<PathOptions.Backend> backend) {
    private static final String FIREWALL_SUBNET = "AzureFirewallSubnet";

    /// Asks the security group of the destination's subnet, if there is one (`NSG-3`, `NSG-9`).
    ///
    /// @param flow the flow as it arrives: with the source address that the destination sees
    Optional<NsgVerdict> denied(Flow flow, IpAddress destination) {
        if (backend.isPresent()) {
            return denied(backend.get().view(), backend.get().seen(flow.withDestination(destination)));
        }
        Optional<SubnetView> subnet = views.subnetOf(destination);
        if (subnet.isEmpty() || subnet.get().subnet().name().equalsIgnoreCase(FIREWALL_SUBNET)
                || ignoresGroups(subnet.get(), destination)) {
            return Optional.empty();
        }
        return denied(subnet.get(), flow.withDestination(destination));
    }

    private Optional<NsgVerdict> denied(SubnetView subnet, Flow arriving) {
        NsgVerdict verdict = NsgInterpreter.decide(SecurityRule.Direction.INBOUND, subnet, arriving, world,
                notes.everyRule());
        return Optional.of(verdict).filter(v -> v.action() == Action.DENY);
    }

    /// Private endpoints ignore security groups unless their subnet says otherwise (`NSG-10`).
    private static boolean ignoresGroups(SubnetView subnet, IpAddress destination) {
        return subnet.privateEndpoints().stream().anyMatch(
                endpoint -> endpoint.address().equals(destination) && !endpoint.policies().securityGroups());
    }
}
