package dev.sekisho.generator.format.resource;

import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.DeploymentPlan.FirewallPlan;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateDnsZonePlan;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateEndpointPlan;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds what no format that is deployed can say: values that are not known, values that Azure would refuse, and
/// references that lead nowhere.
public final class Expressible {
    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<String> ipGroups;

    private Expressible(Set<String> ipGroups) {
        this.ipGroups = ipGroups;
    }

    /// Returns everything in the plan that cannot be written, in the order of the plan.
    public static List<Refusal> refusals(DeploymentPlan plan) {
        List<IpGroup> groups = plan.firewall().map(FirewallPlan::ipGroups).orElse(List.of());
        Expressible expressible = new Expressible(groups.stream().map(IpGroup::name).collect(Collectors.toSet()));
        groups.forEach(group -> expressible.entries("IP group " + group.name(), group.members()));
        plan.firewall().ifPresent(firewall -> firewall.policy().ruleCollectionGroups().forEach(expressible::group));
        plan.routing().ifPresent(routing -> routing.table().routes().forEach(expressible::route));
        plan.privateEndpoints().forEach(endpoint -> expressible.endpoint(endpoint, plan.privateDnsZones()));
        return List.copyOf(expressible.refusals);
    }

    private void group(RuleCollectionGroup group) {
        for (RuleCollection collection : group.ruleCollections()) {
            String place = group.name() + "/" + collection.name();
            if (collection.rules().isEmpty()) {
                refuse("collection " + place, "a collection without rules has no kind");
            }
            collection.rules().forEach(rule -> rule("rule " + place + "/" + rule.name(), rule));
        }
    }

    private void rule(String place, Rule rule) {
        entries(place, rule.sources().addresses());
        references(place, rule.sources().ipGroups());
        switch (rule) {
            case NetworkRule network -> {
                entries(place, network.destinations().addresses());
                references(place, network.destinations().ipGroups());
                entries(place, network.destinations().fqdns());
                entries(place, network.destinationPorts());
            }
            case ApplicationRule application -> {
                entries(place, application.targetFqdns());
                entries(place, application.targetUrls());
                entries(place, application.destinationAddresses());
                application.protocols().stream().map(ApplicationProtocol::port).filter(port -> port.isEmpty())
                        .forEach(_ -> refuse(place, "a rule of a policy states the port of each protocol"));
            }
            case NatRule nat -> {
                entries(place, nat.destinationAddresses());
                entries(place, nat.destinationPorts());
                entry(place, nat.target());
                entry(place, nat.translatedPort());
            }
        }
    }

    private void route(Route route) {
        String place = "route " + route.name();
        entry(place, route.destination());
        if (route.nextHop() instanceof NextHop.VirtualAppliance(var address)) {
            entry(place, address);
        }
        if (route.hasBgpOverride()) {
            refuse(place, "hasBgpOverride is read-only in Azure's API (R-26)");
        }
    }

    private void endpoint(PrivateEndpointPlan endpoint, List<PrivateDnsZonePlan> planned) {
        for (String zone : endpoint.zones()) {
            if (planned.stream().noneMatch(plan -> plan.zone().equals(zone))) {
                refuse("private endpoint " + endpoint.name(), "its zone " + zone + " is not in the plan");
            }
        }
    }

    private void references(String place, List<ResourceRef> references) {
        for (ResourceRef reference : references) {
            if (!ipGroups.contains(reference.id()) && !isFullId(reference)) {
                refuse(place, "the IP group " + reference + " is neither in the plan nor a full resource id");
            }
        }
    }

    /// Tells whether a reference is a full resource id, which says by itself where the resource is.
    public static boolean isFullId(ResourceRef reference) {
        return reference.id().startsWith("/subscriptions/");
    }

    private <T> void entries(String place, List<Entry<T>> entries) {
        entries.forEach(entry -> entry(place, entry));
    }

    private <T> void entry(String place, Entry<T> entry) {
        problem(entry).ifPresent(why -> refuse(place, why));
    }

    private static <T> Optional<String> problem(Entry<T> entry) {
        return switch (entry) {
            case Entry.Known<T> _ -> Optional.empty();
            case Entry.Unknown<T>(String name) -> Optional.of("the value of " + name + " is not known");
            case Entry.Malformed<T>(String text, String _, String reason) ->
                Optional.of("Azure would refuse '" + text + "': " + reason);
        };
    }

    private void refuse(String what, String why) {
        refusals.add(new Refusal(what, why));
    }
}
