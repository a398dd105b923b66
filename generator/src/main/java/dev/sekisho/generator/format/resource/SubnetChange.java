package dev.sekisho.generator.format.resource;

import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.DeploymentPlan.RoutingPlan;
import dev.sekisho.generator.plan.DeploymentPlan.ServiceEndpointPlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is to be attached to one existing subnet.
///
/// A template that states a subnet replaces all of its properties, so templates leave subnets alone and a script reads
/// what is there and adds to it.
///
/// @param subnet name of the subnet
/// @param attachRouteTable whether the planned route table is attached
/// @param attachSecurityGroup whether the planned security group is attached
/// @param serviceEndpoints services such as `Microsoft.Storage`, to be enabled beside those that are
public record SubnetChange(String subnet, boolean attachRouteTable, boolean attachSecurityGroup,
        List<String> serviceEndpoints) {
    public SubnetChange {
        serviceEndpoints = List.copyOf(serviceEndpoints);
    }

    /// Returns the changes of a plan, one for each subnet.
    public static List<SubnetChange> of(DeploymentPlan plan) {
        List<String> attached = plan.routing().map(RoutingPlan::subnets).orElse(List.of());
        Set<String> subnets = new LinkedHashSet<>(attached);
        List<String> guarded = plan.inbound().map(_ -> plan.intent().network().nodeSubnet().name()).stream().toList();
        subnets.addAll(guarded);
        plan.serviceEndpoints().stream().map(ServiceEndpointPlan::subnet).forEach(subnets::add);
        List<SubnetChange> changes = new ArrayList<>();
        for (String subnet : subnets) {
            changes.add(new SubnetChange(subnet, attached.contains(subnet), guarded.contains(subnet),
                    plan.serviceEndpoints().stream().filter(endpoint -> endpoint.subnet().equals(subnet))
                            .map(ServiceEndpointPlan::service).distinct().toList()));
        }
        return List.copyOf(changes);
    }
}
