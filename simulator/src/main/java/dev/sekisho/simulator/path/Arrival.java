package dev.sekisho.simulator.path;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.nsg.NsgInterpreter;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import dev.sekisho.simulator.world.World;
import java.util.Optional;

/// What happens where the traffic arrives: the security group of the destination's subnet, and the way back.
record Arrival(Views views, World world, Notes notes) {
    private static final String FIREWALL_SUBNET = "AzureFirewallSubnet";

    /// Asks the security group of the destination's subnet, if there is one (`NSG-3`, `NSG-9`).
    ///
    /// @param flow the flow as it arrives: with the source address that the destination sees
    Optional<NsgVerdict> denied(Flow flow, IpAddress destination) {
        Optional<SubnetView> subnet = views.subnetOf(destination);
        if (subnet.isEmpty() || subnet.get().subnet().name().equalsIgnoreCase(FIREWALL_SUBNET)
                || ignoresGroups(subnet.get(), destination)) {
            return Optional.empty();
        }
        NsgVerdict verdict = NsgInterpreter.decide(SecurityRule.Direction.INBOUND, subnet.get(),
                flow.withDestination(destination), world, notes.everyRule());
        return Optional.of(verdict).filter(v -> v.action() == Action.DENY);
    }

    /// Private endpoints ignore security groups unless their subnet says otherwise (`NSG-10`).
    private static boolean ignoresGroups(SubnetView subnet, IpAddress destination) {
        return subnet.privateEndpoints().stream().anyMatch(
                endpoint -> endpoint.address().equals(destination) && !endpoint.policies().securityGroups());
    }

    /// Warns if replies do not come back the way that the flow went: stateful devices then drop them.
    ///
    /// @param source the source address that the destination sees
    /// @param appliance the firewall that the flow passed and that replies must pass; absent if it went directly
    void checkReply(IpAddress destination, IpAddress source, Optional<IpAddress> appliance) {
        Optional<SubnetView> subnet = views.subnetOf(destination);
        if (subnet.isEmpty()) {
            return;
        }
        boolean endpoint = subnet.get().privateEndpoints().stream()
                .anyMatch(e -> e.address().equals(destination));
        RouteVerdict back = RouteInterpreter.choose(subnet.get(), source, Optional.empty(), world).verdict();
        boolean throughAppliance = !endpoint && back.nextHopType() == HopType.VIRTUAL_APPLIANCE;
        boolean same = appliance.isPresent()
                ? throughAppliance && back.nextHopIpAddress().equals(appliance)
                : !throughAppliance;
        if (!same) {
            notes.report(Diagnostic.warning("ASYMMETRIC_REPLY", subnet.get().subnet().at(),
                    "replies from " + destination + " to " + source + " take another way (" + back
                            + ") than the flow, so a stateful firewall drops them"));
        }
    }
}
