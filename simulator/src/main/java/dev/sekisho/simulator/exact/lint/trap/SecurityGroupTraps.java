package dev.sekisho.simulator.exact.lint.trap;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.FirewallSubnet;
import dev.sekisho.simulator.view.SubnetView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the security groups of one subnet do that they do not seem to do.
record SecurityGroupTraps(SubnetView view, Environment environment, List<Finding> findings) {
    private static final List<IpAddress> PLATFORM = List.of(IpAddress.parse("168.63.129.16"),
            IpAddress.parse("169.254.169.254"));

    static List<Finding> of(SubnetView view, Environment environment) {
        SecurityGroupTraps traps = new SecurityGroupTraps(view, environment, new ArrayList<>());
        for (Attached<NetworkSecurityGroup> attached : view.outboundGroups()) {
            if (attached instanceof Attached.Described<NetworkSecurityGroup>(NetworkSecurityGroup group)) {
                traps.ignored(group);
                traps.outbound(group);
            }
        }
        return traps.findings();
    }

    /// Groups that nothing asks (`NSG-9`, `NSG-10`).
    private void ignored(NetworkSecurityGroup group) {
        if (view.subnet().name().equalsIgnoreCase(FirewallSubnet.NAME)) {
            add(LintCode.FIREWALL_SUBNET_GROUP, view.subnet().at(), "",
                    "subnet " + view.name() + ": the group " + group.name() + " has no effect");
        }
        boolean endpoints = view.privateEndpoints().stream().anyMatch(
                endpoint -> view.subnet().prefixes().stream().anyMatch(own -> own.contains(endpoint.address())));
        if (endpoints && !view.subnet().privateEndpointNetworkPolicies().securityGroups()) {
            add(LintCode.ENDPOINT_GROUP, view.subnet().at(), "", "subnet " + view.name() + ": the group " + group.name()
                    + " does not guard the private endpoints in it");
        }
    }

    private void outbound(NetworkSecurityGroup group) {
        List<SecurityRule> rules = group.securityRules().stream()
                .filter(rule -> rule.direction() == SecurityRule.Direction.OUTBOUND)
                .sorted(Comparator.comparing(SecurityRule::priority)).toList();
        Optional<Route> outside = routeOutside();
        for (int i = 0; i < rules.size(); i++) {
            SecurityRule rule = rules.get(i);
            List<SecurityRule> later = rules.subList(i + 1, rules.size());
            outside.ifPresent(route -> virtualNetwork(group, rule, later, route));
            firewallOnly(group, rule, later);
            PLATFORM.stream().filter(address -> rule.access() == SecurityRule.Access.DENY && isAbout(rule, address))
                    .forEach(address -> add(LintCode.PLATFORM_ADDRESS, rule.at(), group.name() + "/" + rule.name(),
                            "rule " + rule.name() + ": " + address + " is reached all the same"));
        }
    }

    /// A user route to public addresses makes them part of the tag (`NSG-5`).
    private Optional<Route> routeOutside() {
        return view.routeTable() instanceof Attached.Described<RouteTable>(RouteTable table)
                ? table.routes().stream().filter(route -> RouteTraps.prefix(route)
                        .filter(prefix -> AddressSet.of(prefix).overlaps(WellKnownRanges.PUBLIC)).isPresent())
                        .findFirst()
                : Optional.empty();
    }

    /// An Allow counts where a later Deny is about the Internet; a Deny always does.
    private void virtualNetwork(NetworkSecurityGroup group, SecurityRule rule, List<SecurityRule> later,
            Route outside) {
        boolean denies = rule.access() == SecurityRule.Access.DENY;
        boolean opens = later.stream().anyMatch(SecurityGroupTraps::closesInternet);
        if (names(rule, ServiceTagName.VIRTUAL_NETWORK) && (denies || opens)) {
            add(LintCode.VIRTUAL_NETWORK_TAG, rule.at(), group.name() + "/" + rule.name(),
                    "rule " + rule.name() + ": with the route " + outside.name() + " its VirtualNetwork holds "
                            + outside.destination() + ", so it " + (denies ? "denies" : "allows")
                            + " that part of the Internet too");
        }
    }

    /// Security groups see where traffic goes, not the firewall that it passes (`NSG-8`).
    private void firewallOnly(NetworkSecurityGroup group, SecurityRule rule, List<SecurityRule> later) {
        boolean firewall = rule.access() == SecurityRule.Access.ALLOW && environment.firewalls().stream()
                .flatMap(known -> known.privateIp().known().stream()).anyMatch(address -> isAbout(rule, address));
        if (firewall && later.stream().anyMatch(SecurityGroupTraps::closesInternet)) {
            add(LintCode.FIREWALL_ONLY_ALLOWED, rule.at(), group.name() + "/" + rule.name(), "rule " + rule.name()
                    + ": it allows the firewall's own address, not what is reached through it");
        }
    }

    /// Whether a rule names an address by itself.
    private static boolean isAbout(SecurityRule rule, IpAddress address) {
        return rule.destination().addresses().stream().flatMap(entry -> entry.known().stream())
                .anyMatch(term -> term instanceof AddressTerm.Prefix(IpPrefix prefix)
                        && prefix.equals(IpPrefix.of(address, 32)));
    }

    private static boolean closesInternet(SecurityRule rule) {
        return rule.access() == SecurityRule.Access.DENY && (names(rule, ServiceTagName.INTERNET)
                || rule.destination().addresses().stream().flatMap(entry -> entry.known().stream())
                        .anyMatch(AddressTerm.Any.ANY::equals));
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
