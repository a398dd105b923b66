package dev.sekisho.simulator.exact.lint;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.FirewallSubnet;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What routes, service endpoints and security groups of one subnet do to each other.
record SubnetTraps(SubnetView view, List<Finding> findings) {

    static List<Finding> of(Environment environment) {
        Views views = new Views(environment);
        List<Finding> findings = new ArrayList<>();
        for (VirtualNetwork network : environment.virtualNetworks()) {
            for (Subnet subnet : network.subnets()) {
                views.subnet(network.name(), subnet.name())
                        .filter(view -> !subnet.name().equalsIgnoreCase(FirewallSubnet.NAME))
                        .ifPresent(view -> new SubnetTraps(view, findings).look());
            }
        }
        return findings;
    }

    private void look() {
        if (!(view.routeTable() instanceof Attached.Described<RouteTable>(RouteTable table))) {
            return;
        }
        boolean byAppliance = table.routes().stream()
                .anyMatch(route -> route.nextHop() instanceof NextHop.VirtualAppliance
                        && destinations(route).containsAll(AddressSet.ALL_IPV4));
        if (byAppliance) {
            view.serviceEndpoints().forEach(endpoint -> add(LintCode.SERVICE_ENDPOINT_BYPASS, view.subnet().at(), "",
                    "subnet " + view.name() + ": traffic to " + endpoint.endpoint().service()
                            + " takes the service endpoint, past the firewall"));
        }
        Optional<Route> outside = table.routes().stream()
                .filter(route -> destinations(route).overlaps(WellKnownRanges.PUBLIC)).findFirst();
        if (outside.isPresent()) {
            for (Attached<NetworkSecurityGroup> attached : view.outboundGroups()) {
                if (attached instanceof Attached.Described<NetworkSecurityGroup>(NetworkSecurityGroup group)) {
                    group(group, outside.get());
                }
            }
        }
    }

    private static AddressSet destinations(Route route) {
        return route.destination().known()
                .map(destination -> destination instanceof Route.Destination.Prefix(var prefix)
                        ? AddressSet.of(prefix) : AddressSet.EMPTY)
                .orElse(AddressSet.EMPTY);
    }

    /// An Allow counts where a later Deny is about the Internet; a Deny always does.
    private void group(NetworkSecurityGroup group, Route outside) {
        List<SecurityRule> rules = group.securityRules().stream()
                .filter(rule -> rule.direction() == SecurityRule.Direction.OUTBOUND)
                .sorted(Comparator.comparing(SecurityRule::priority)).toList();
        for (int i = 0; i < rules.size(); i++) {
            SecurityRule rule = rules.get(i);
            boolean denies = rule.access() == SecurityRule.Access.DENY;
            boolean opens = rules.subList(i + 1, rules.size()).stream()
                    .anyMatch(later -> later.access() == SecurityRule.Access.DENY && isAboutInternet(later));
            if (names(rule, ServiceTagName.VIRTUAL_NETWORK) && (denies || opens)) {
                add(LintCode.VIRTUAL_NETWORK_TAG, rule.at(), group.name() + "/" + rule.name(),
                        "rule " + rule.name() + ": with the route " + outside.name() + " its VirtualNetwork holds "
                                + outside.destination() + ", so it " + (denies ? "denies" : "allows")
                                + " that part of the Internet too");
            }
        }
    }

    private static boolean isAboutInternet(SecurityRule rule) {
        return names(rule, ServiceTagName.INTERNET) || rule.destination().addresses().stream()
                .flatMap(entry -> entry.known().stream()).anyMatch(AddressTerm.Any.ANY::equals);
    }

    private static boolean names(SecurityRule rule, ServiceTagName tag) {
        return rule.destination().addresses().stream().flatMap(entry -> entry.known().stream())
                .anyMatch(term -> term instanceof AddressTerm.Tag(ServiceTagName named) && named.equals(tag));
    }

    private void add(LintCode code, SourceLocation at, String rule, String text) {
        findings.add(new Finding(code.name(), code.severity(), text, code.fix(), at, rule, List.of(),
                Optional.empty()));
    }
}
