package dev.sekisho.generator.inbound;

import dev.sekisho.generator.inbound.InboundPlan.ServicePlan;
import dev.sekisho.generator.inbound.InboundPlan.Way;
import dev.sekisho.generator.naming.AzureNames;
import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.InboundIntent;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.cluster.Origin;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.term.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Plans how the Services of a cluster are reached from outside.
///
/// Every Service gets an internal load balancer with a fixed address. What lets a client in depends on where it is:
///
/// | from | what is written |
/// |---|---|
/// | vnet, peered | a security rule |
/// | onprem | a security rule; behind a default route to a firewall also a route of GatewaySubnet to that firewall and a network rule, because replies go there (`R-16`) |
/// | internetThroughFirewall | a DNAT rule, and a security rule for the firewall's subnet (`FW-53`) |
/// | applicationGateway | a security rule for the gateway's subnet |
/// | privateLink | annotations, and a security rule for the subnet that the Private Link service takes addresses of |
public final class InboundPlanner {
    private static final SourceLocation GENERATED = SourceLocation.UNKNOWN;

    private final ClusterIntent intent;
    private final Origins origins;
    private final Optional<FirewallIntent> routedThrough;
    private final FrontendAddresses addresses;
    private final SecurityRules security;
    private final EntryRules firewallRules;
    private final String gatewayTable;
    private final AzureNames routeNames = AzureNames.scope();
    private final Map<IpPrefix, Route> gatewayRoutes = new LinkedHashMap<>();

    private InboundPlanner(ClusterIntent intent, List<IpPrefix> firewallSubnet, boolean routed) {
        this.intent = intent;
        this.origins = new Origins(intent.network(), firewallSubnet);
        this.routedThrough = intent.network().firewall().filter(_ -> routed);
        this.addresses = new FrontendAddresses(intent);
        this.security = new SecurityRules(intent);
        this.firewallRules = new EntryRules(intent);
        this.gatewayTable = AzureNames.of("rt", intent.name(), "gateway");
    }

    /// Returns the plan for the inbound part of a cluster; nothing where it has none.
    ///
    /// @param firewallSubnet the smallest subnet that the firewall can be in; empty without a firewall
    /// @param routed whether the default route of the nodes leads to the firewall
    public static Optional<InboundPlan> plan(ClusterIntent intent, List<IpPrefix> firewallSubnet, boolean routed) {
        return intent.inbound().isEmpty() ? Optional.empty()
                : Optional.of(new InboundPlanner(intent, firewallSubnet, routed).plan());
    }

    private InboundPlan plan() {
        List<ServicePlan> services = new ArrayList<>();
        List<Diagnostic> warnings = new ArrayList<>();
        for (InboundIntent entry : intent.inbound()) {
            services.add(service(entry));
            everybody(entry).ifPresent(warnings::add);
        }
        security.closeNodePorts();
        warnings.addAll(addresses.warnings());
        Optional<RouteTable> table = gatewayRoutes.isEmpty() ? Optional.empty()
                : Optional.of(new RouteTable(gatewayTable, false, List.copyOf(gatewayRoutes.values()), GENERATED));
        return new InboundPlan(services, security.group(), firewallRules.rules(), table, warnings);
    }

    private ServicePlan service(InboundIntent entry) {
        IpAddress address = addresses.address(entry);
        SubnetIntent subnet = addresses.subnet(entry);
        List<Way> ways = new ArrayList<>();
        SequencedMap<String, AddressSet> allowed = new LinkedHashMap<>();
        for (Origin origin : Origin.values()) {
            if (entry.isFrom(origin)) {
                List<IpPrefix> sources = origins.seen(origin, entry);
                List<String> by = new ArrayList<>(allow(entry, address, origin, sources, allowed));
                switch (origin) {
                    case INTERNET_THROUGH_FIREWALL -> by.add(firewallRules.fromInternet(entry, address,
                            intent.network().firewall().orElseThrow(), entry.firewallDoor().orElseThrow()));
                    case ONPREM -> routedThrough.ifPresent(firewall -> {
                        by.add(firewallRules.fromOnPremises(entry, address, sources));
                        by.add(gatewayRoute(subnet, firewall));
                    });
                    case VNET, PEERED, APPLICATION_GATEWAY, PRIVATE_LINK -> {
                        // The security rule is all that it takes.
                    }
                }
                ways.add(new Way(origin, by));
            }
        }
        security.deny(entry, address);
        return new ServicePlan(entry, address, subnet,
                entry.sourceRanges().isEmpty() ? List.of() : AddressSet.unionOf(allowed.values()).prefixes(), ways);
    }

    /// Lets clients in by a rule of their own, unless the rules before it do so already.
    ///
    /// @return the rules that let them in
    private List<String> allow(InboundIntent entry, IpAddress address, Origin origin, List<IpPrefix> sources,
            SequencedMap<String, AddressSet> allowed) {
        AddressSet clients = AddressSet.ofPrefixes(sources);
        if (!AddressSet.unionOf(allowed.values()).containsAll(clients)) {
            String rule = security.allow(entry, address, origin, sources);
            allowed.put(rule, clients);
            return List.of(rule);
        }
        return allowed.entrySet().stream().filter(rule -> rule.getValue().overlaps(clients)).map(Map.Entry::getKey)
                .toList();
    }

    private String gatewayRoute(SubnetIntent subnet, FirewallIntent firewall) {
        Route route = gatewayRoutes.computeIfAbsent(subnet.prefix(),
                prefix -> new Route(routeNames.next(subnet.name(), "to-firewall"),
                        Entry.of(new Route.Destination.Prefix(prefix)),
                        new NextHop.VirtualAppliance(Entry.of(firewall.privateIp())), false, GENERATED));
        return gatewayTable + "/" + route.name();
    }

    private static Optional<Diagnostic> everybody(InboundIntent entry) {
        return entry.isFrom(Origin.INTERNET_THROUGH_FIREWALL) && entry.sourceRanges().isEmpty()
                ? Optional.of(Diagnostic.warning("OPEN_TO_EVERYBODY", entry.at(),
                        "everybody on the Internet may connect to '" + entry.name() + "' through the firewall")
                        .withRemedy("write sourceRanges: with the public ranges of its clients, if they are known"))
                : Optional.empty();
    }
}
