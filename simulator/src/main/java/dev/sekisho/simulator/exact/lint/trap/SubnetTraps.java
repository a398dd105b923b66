package dev.sekisho.simulator.exact.lint.trap;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.FirewallSubnet;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Traps of networks and their subnets.
public final class SubnetTraps {
    private final Environment environment;
    private final Views views;
    private final List<Finding> findings = new ArrayList<>();

    private SubnetTraps(Environment environment) {
        this.environment = environment;
        this.views = new Views(environment);
    }

    public static List<Finding> of(Environment environment) {
        SubnetTraps traps = new SubnetTraps(environment);
        environment.virtualNetworks().forEach(traps::network);
        return traps.findings;
    }

    private void network(VirtualNetwork network) {
        for (Subnet subnet : network.subnets()) {
            views.subnet(network.name(), subnet.name()).ifPresent(view -> {
                findings.addAll(SecurityGroupTraps.of(view, environment));
                if (!subnet.name().equalsIgnoreCase(FirewallSubnet.NAME)) {
                    findings.addAll(RouteTraps.of(view, environment));
                }
            });
        }
        environment.firewalls().forEach(firewall -> {
            firewall.virtualNetwork().ifPresent(hub -> forwarded(network, hub));
            resolver(network, firewall);
        });
    }

    /// What one spoke sends another through the firewall is dropped at the peering (`R-15`).
    private void forwarded(VirtualNetwork network, ResourceRef hub) {
        boolean several = environment.virtualNetworks().stream()
                .filter(other -> other.peerings().stream().anyMatch(peering -> leadsTo(peering, hub))).count() > 1;
        network.peerings().stream().filter(peering -> several && leadsTo(peering, hub))
                .filter(peering -> peering.allowVirtualNetworkAccess() && !peering.allowForwardedTraffic())
                .forEach(peering -> findings.add(new Finding(LintCode.FORWARDED_TRAFFIC.name(),
                        LintCode.FORWARDED_TRAFFIC.severity(),
                        "peering " + peering.name()
                                + ": what other networks send through the firewall does not get into "
                                + network.name(),
                        LintCode.FORWARDED_TRAFFIC.fix(), peering.at(), "", List.of(), Optional.empty())));
    }

    private static boolean leadsTo(Peering peering, ResourceRef network) {
        return peering.remote().filter(remote -> remote.names(network.name())).isPresent();
    }

    /// Clients that resolve a name elsewhere may get another address than the firewall (`FW-21`, `DNS-1`).
    private void resolver(VirtualNetwork network, Firewall firewall) {
        boolean routed = network.subnets().stream()
                .flatMap(subnet -> views.subnet(network.name(), subnet.name()).stream())
                .anyMatch(view -> isLedTo(view, firewall));
        boolean alike = firewall.privateIp().known().filter(network.dnsServers()::contains).isPresent();
        boolean byName = views.firewall(firewall).collections().stream()
                .flatMap(ordered -> ordered.collection().rules().stream())
                .anyMatch(rule -> rule instanceof NetworkRule byAddress && !byAddress.destinations().fqdns().isEmpty());
        if (routed && byName && !alike) {
            findings.add(new Finding(LintCode.OTHER_RESOLVER.name(), LintCode.OTHER_RESOLVER.severity(),
                    "network " + network.name() + ": it resolves names elsewhere than the firewall " + firewall.name()
                            + ", whose network rules go by name",
                    LintCode.OTHER_RESOLVER.fix(), network.at(), "", List.of(), Optional.empty()));
        }
    }

    private static boolean isLedTo(SubnetView view, Firewall firewall) {
        return view.routeTable() instanceof Attached.Described<RouteTable>(RouteTable table)
                && table.routes().stream()
                        .anyMatch(route -> route.nextHop() instanceof NextHop.VirtualAppliance(var address)
                                && address.known().isPresent()
                                && address.known().equals(firewall.privateIp().known()));
    }
}
