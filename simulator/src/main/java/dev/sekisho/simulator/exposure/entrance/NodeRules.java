package dev.sekisho.simulator.exposure.entrance;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.kubernetes.AllowedSources;
import dev.sekisho.model.kubernetes.LoadBalancer;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.Priority;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.SubnetView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The rules that Azure's cloud provider adds to the security group that AKS keeps at its nodes' network interfaces: who may
/// use the load balancer of a Service, in the lowest free priorities from 500 on, and where the Service asks for it one that
/// denies everybody else, from 4096 down.
///
/// Where no group of the interfaces is described, AKS's own stands there with Azure's default rules. Described firewalls
/// count as part of the virtual network for it, because a next hop is in the network or in a peer of it (`R-9`).
///
/// Source: cloud-provider-azure, "LoadBalancer annotations"; AKS, "Use a public standard load balancer".
record NodeRules(Environment environment) {
    private static final String OWN = "aks-nodes";
    private static final int FIRST = 500;
    private static final int LAST = 4096;

    /// Returns nodes with the rules for one port of a load balancer.
    ///
    /// @param destination the address that packets have at the nodes
    /// @param port the port that they have there
    SubnetView with(SubnetView nodes, LoadBalancer balancer, IpProtocol protocol, AddressSet destination, int port) {
        if (!balancer.settings().securityRules()) {
            return with(nodes, List.of(), List.of());
        }
        AllowedSources sources = balancer.sources();
        List<Entry<AddressTerm>> allowed = new ArrayList<>();
        if (isOpenToInternet(balancer)) {
            allowed.add(tag(ServiceTagName.INTERNET));
        }
        sources.tags().forEach(name -> allowed.add(tag(name)));
        allowed.addAll(terms(sources.ranges()));
        List<SecurityRule.Side> allow = allowed.isEmpty() ? List.of() : List.of(side(allowed, PortTerm.Any.ANY));
        List<SecurityRule.Side> deny = sources.denyOthers() ? List.of(SecurityRule.Side.ANY) : List.of();
        return with(nodes,
                allow.stream().map(side -> new Wanted("allow-service", SecurityRule.Access.ALLOW, protocol(protocol),
                        side, side(terms(destination), new PortTerm.Range(PortRange.single(port))))).toList(),
                deny.stream().map(side -> new Wanted("deny-others", SecurityRule.Access.DENY,
                        SecurityRule.Protocol.ANY, side, side(terms(destination), PortTerm.Any.ANY))).toList());
    }

    /// Returns nodes without a rule for anything.
    SubnetView plain(SubnetView nodes) {
        return with(nodes, List.of(), List.of());
    }

    /// Everybody may use a public load balancer without lists, and an internal one whose list says so.
    private static boolean isOpenToInternet(LoadBalancer balancer) {
        AllowedSources sources = balancer.sources();
        boolean everybody = sources.tags().isEmpty() && sources.ranges().containsAll(AddressSet.ALL_IPV4);
        return everybody || !balancer.internal() && !sources.isRestricted();
    }

    private record Wanted(String name, SecurityRule.Access access, SecurityRule.Protocol protocol,
            SecurityRule.Side source, SecurityRule.Side destination) {}

    private SubnetView with(SubnetView nodes, List<Wanted> first, List<Wanted> last) {
        return switch (nodes.interfaceGroup()) {
            case Attached.Undescribed<NetworkSecurityGroup> _ -> nodes;
            case Attached.Described<NetworkSecurityGroup>(NetworkSecurityGroup group) ->
                nodes.withInterfaceGroup(added(group, first, last));
            case Attached.Nothing<NetworkSecurityGroup> _ -> nodes.withInterfaceGroup(
                    added(new NetworkSecurityGroup(OWN, firewalls(), SourceLocation.UNKNOWN), first, last));
        };
    }

    private static NetworkSecurityGroup added(NetworkSecurityGroup group, List<Wanted> first, List<Wanted> last) {
        if (first.isEmpty() && last.isEmpty()) {
            return group;
        }
        Set<Integer> taken = group.securityRules().stream()
                .filter(rule -> rule.direction() == SecurityRule.Direction.INBOUND)
                .map(rule -> rule.priority().value()).collect(Collectors.toSet());
        List<SecurityRule> rules = new ArrayList<>(group.securityRules());
        int low = FIRST;
        for (Wanted wanted : first) {
            while (taken.contains(low)) {
                low++;
            }
            rules.add(rule(wanted, low++));
        }
        int high = LAST;
        for (Wanted wanted : last) {
            while (taken.contains(high)) {
                high--;
            }
            rules.add(rule(wanted, high--));
        }
        return new NetworkSecurityGroup(group.name(), rules, group.at());
    }

    private List<SecurityRule> firewalls() {
        List<Entry<AddressTerm>> addresses = environment.firewalls().stream()
                .flatMap(firewall -> firewall.privateIp().known().stream())
                .map(IpAddress::toPrefix).<Entry<AddressTerm>>map(prefix -> Entry.of(new AddressTerm.Prefix(prefix)))
                .toList();
        return addresses.isEmpty() ? List.of()
                : List.of(rule(new Wanted("firewalls-of-the-network", SecurityRule.Access.ALLOW,
                        SecurityRule.Protocol.ANY, side(addresses, PortTerm.Any.ANY), new SecurityRule.Side(
                                List.of(tag(ServiceTagName.VIRTUAL_NETWORK)), List.of(),
                                List.of(Entry.of(PortTerm.Any.ANY)))),
                        LAST));
    }

    private static SecurityRule rule(Wanted wanted, int priority) {
        return new SecurityRule(wanted.name(), "", new Priority(priority), SecurityRule.Direction.INBOUND,
                wanted.access(), wanted.protocol(), wanted.source(), wanted.destination(), SourceLocation.UNKNOWN);
    }

    private static SecurityRule.Side side(Collection<Entry<AddressTerm>> addresses, PortTerm port) {
        return new SecurityRule.Side(List.copyOf(addresses), List.of(), List.of(Entry.of(port)));
    }

    private static List<Entry<AddressTerm>> terms(AddressSet addresses) {
        return addresses.prefixes().stream().<Entry<AddressTerm>>map(prefix -> Entry.of(new AddressTerm.Prefix(prefix)))
                .toList();
    }

    private static Entry<AddressTerm> tag(ServiceTagName name) {
        return Entry.of(new AddressTerm.Tag(name));
    }

    private static SecurityRule.Protocol protocol(IpProtocol protocol) {
        return protocol.equals(IpProtocol.TCP) ? SecurityRule.Protocol.TCP
                : protocol.equals(IpProtocol.UDP) ? SecurityRule.Protocol.UDP : SecurityRule.Protocol.ANY;
    }
}
