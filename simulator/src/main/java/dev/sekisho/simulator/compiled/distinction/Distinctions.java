package dev.sekisho.simulator.compiled.distinction;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.simulator.compiled.clause.AddressTerms;
import dev.sekisho.simulator.compiled.clause.FlowClasses;
import dev.sekisho.simulator.compiled.clause.PortTerms;
import dev.sekisho.simulator.compiled.rules.field.Service;
import dev.sekisho.simulator.compiled.way.Network;
import dev.sekisho.simulator.compiled.way.RoutePlan;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.ServiceNames;
import dev.sekisho.simulator.view.SubnetView;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// Everything that the interpreter tells apart in flows, whether or not the tables decide about it: after it no two flows of
/// the same classes can have different outcomes, so that one of them may be interpreted for all.
///
/// What the rules of firewalls tell apart is in [FirewallDistinctions]. An address that the interpreter compares with another
/// one of the same flow is a class of its own, in sources and in destinations.
public final class Distinctions {
    private static final List<IpProtocol> PROTOCOLS = List.of(IpProtocol.TCP, IpProtocol.UDP, IpProtocol.ICMP,
            IpProtocol.ICMPV6, IpProtocol.ESP, IpProtocol.AH);

    private final Environment environment;
    private final Network network;
    private final FlowClasses.Collector all;

    /// @param all what is told apart; more is added by [#collect]
    public Distinctions(Environment environment, Network network, FlowClasses.Collector all) {
        this.environment = environment;
        this.network = network;
        this.all = all;
    }

    /// Adds everything.
    public void collect() {
        List.of(AddressTerms.PLATFORM, WellKnownRanges.PUBLIC, WellKnownRanges.PRIVATE, WellKnownRanges.RFC6598,
                WellKnownRanges.UNIQUE_LOCAL_IPV6).forEach(all::destination);
        all.source(WellKnownRanges.PUBLIC);
        PROTOCOLS.forEach(protocol -> all.service(Service.to(protocol.number(), PortSet.ANY)));
        network.prefixes().forEach(prefix -> all.destination(AddressSet.of(prefix)));
        for (VirtualNetwork own : environment.virtualNetworks()) {
            prefixes(own.addressSpace());
            own.subnets().forEach(subnet -> prefixes(subnet.prefixes()));
        }
        environment.clusters().forEach(cluster -> {
            prefixes(cluster.podCidrs());
            prefixes(cluster.nodeSubnets());
            cluster.nodeIp().ifPresent(node -> address(all, node));
        });
        knowledge(environment.knowledge());
        environment.privateEndpoints().forEach(endpoint -> exactly(endpoint.fqdns()));
        network.subnets().forEach(this::subnet);
        network.firewalls().forEach(view -> new FirewallDistinctions(view, all).collect());
    }

    /// An address that is told apart from all others.
    static void address(FlowClasses.Collector all, IpAddress address) {
        all.source(AddressSet.of(address));
        all.destination(AddressSet.of(address));
    }

    /// Ports that are told apart, by TCP and by UDP.
    static void ports(FlowClasses.Collector all, List<Entry<PortTerm>> entries) {
        PortTerms ports = PortTerms.of(entries);
        for (PortSet set : List.of(ports.firm(), ports.open())) {
            all.service(Service.to(IpProtocol.TCP.number(), set));
            all.service(Service.to(IpProtocol.UDP.number(), set));
        }
    }

    private void prefixes(Collection<? extends IpPrefix> prefixes) {
        prefixes.forEach(prefix -> {
            all.source(AddressSet.of(prefix));
            all.destination(AddressSet.of(prefix));
        });
    }

    private void exactly(Collection<Fqdn> names) {
        all.names(names.stream().map(FqdnPattern::exactly).toList());
    }

    private void knowledge(Knowledge knowledge) {
        Stream.of(knowledge.clientDns(), knowledge.firewallDns()).forEach(dns -> {
            texts(dns.keySet());
            dns.values().stream().flatMap(List::stream).forEach(address -> address(all, address));
        });
        texts(knowledge.webCategories().keySet());
        knowledge.fqdnTags().values().forEach(all::names);
        all.names(knowledge.threatFeed().fqdns());
        all.names(knowledge.infrastructureFqdns());
        all.source(knowledge.threatFeed().ips());
        all.destination(knowledge.threatFeed().ips());
    }

    /// Keys that may be names.
    private void texts(Collection<String> texts) {
        exactly(texts.stream().flatMap(text -> Fqdn.tryParse(text).stream()).toList());
    }

    private void subnet(SubnetView view) {
        RoutePlan routes = new RoutePlan(view);
        routes.prefixes().forEach(prefix -> all.destination(AddressSet.of(prefix)));
        if (routes.isUncertain() || routes.hasUncertainServices()) {
            routes.prefixes().forEach(prefix -> all.source(AddressSet.of(prefix)));
            network.prefixes().forEach(prefix -> all.source(AddressSet.of(prefix)));
        }
        view.serviceEndpoints().forEach(endpoint -> all.names(ServiceNames.endings(endpoint.endpoint().service())
                .stream().map(ending -> new FqdnPattern(true, ending)).toList()));
        Stream.concat(view.outboundGroups().stream(), view.inboundGroups().stream()).forEach(attached -> {
            if (attached instanceof Attached.Described<NetworkSecurityGroup>(NetworkSecurityGroup group)) {
                group.securityRules().forEach(rule -> sides(view, rule.source(), rule.destination()));
            }
        });
        view.adminCollections().forEach(collection -> collection.rules()
                .forEach(rule -> sides(view, rule.source(), rule.destination())));
    }

    private void sides(SubnetView view, SecurityRule.Side source, SecurityRule.Side destination) {
        AddressTerms.ofSecurityRule(view, source).parts().forEach(all::source);
        AddressTerms.ofSecurityRule(view, destination).parts().forEach(all::destination);
        ports(all, destination.ports());
    }
}
