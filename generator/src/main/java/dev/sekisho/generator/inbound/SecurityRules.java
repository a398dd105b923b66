package dev.sekisho.generator.inbound;

import dev.sekisho.generator.naming.AzureNames;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.InboundIntent;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.cluster.Origin;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The security group of the node subnet: for each Service, rules that let the wanted clients to its address, and one that
/// refuses everybody else; after them, the node ports, which are open for the nodes and the health probes only.
///
/// A load balancer keeps both addresses of a packet, so the rules see the client and the load balancer's address
/// (`NSG-3`). What the rules do not name stays as Azure's default rules have it (`NSG-2`).
final class SecurityRules {
    private static final SourceLocation GENERATED = SourceLocation.UNKNOWN;
    private static final int FIRST_PRIORITY = 1_000;
    private static final int STEP = 5;
    private static final PortRange NODE_PORTS = new PortRange(30_000, 32_767);
    private static final Entry<AddressTerm> EVERYBODY = Entry.of(AddressTerm.Any.ANY);

    private final ClusterIntent intent;
    private final String name;
    private final AzureNames names = AzureNames.scope();
    private final List<SecurityRule> rules = new ArrayList<>();
    private int priority = FIRST_PRIORITY;

    SecurityRules(ClusterIntent intent) {
        this.intent = intent;
        this.name = AzureNames.of("nsg", intent.name(), "nodes");
    }

    /// Lets clients of a place to a Service.
    ///
    /// @return the rule: `security group/rule`
    String allow(InboundIntent entry, IpAddress address, Origin origin, List<IpPrefix> sources) {
        return add(names.next("allow", entry.name(), origin.text()), "to Service " + entry + " from " + origin,
                SecurityRule.Access.ALLOW, protocol(entry), prefixes(sources), frontend(entry, address));
    }

    /// Refuses everybody else.
    void deny(InboundIntent entry, IpAddress address) {
        add(names.next("deny", entry.name()), "nobody else to Service " + entry, SecurityRule.Access.DENY,
                protocol(entry), List.of(EVERYBODY), frontend(entry, address));
    }

    /// Closes the node ports, which Kubernetes opens beside every load balancer.
    void closeNodePorts() {
        SecurityRule.Side nodes = side(prefixes(List.of(intent.network().nodeSubnet().prefix())),
                NODE_PORTS);
        add(names.next("allow-node-ports-probes"), "health probes of load balancers", SecurityRule.Access.ALLOW,
                SecurityRule.Protocol.ANY,
                List.of(Entry.of(new AddressTerm.Tag(ServiceTagName.AZURE_LOAD_BALANCER))), nodes);
        add(names.next("allow-node-ports-nodes"), "the cluster's own nodes and pods", SecurityRule.Access.ALLOW,
                SecurityRule.Protocol.ANY, prefixes(own()), nodes);
        add(names.next("deny-node-ports"), "Services are reached by their load balancer, not by node ports",
                SecurityRule.Access.DENY, SecurityRule.Protocol.ANY, List.of(EVERYBODY), nodes);
    }

    NetworkSecurityGroup group() {
        return new NetworkSecurityGroup(name, rules, GENERATED);
    }

    private List<IpPrefix> own() {
        Optional<SubnetIntent> pods = intent.cluster().networkPlugin() == NetworkPlugin.POD_SUBNET
                ? intent.network().podSubnet()
                : Optional.empty();
        return Stream.concat(Stream.of(intent.network().nodeSubnet()), pods.stream()).map(SubnetIntent::prefix)
                .toList();
    }

    private String add(String rule, String description, SecurityRule.Access access, SecurityRule.Protocol protocol,
            List<Entry<AddressTerm>> sources, SecurityRule.Side destination) {
        rules.add(new SecurityRule(rule, description, new Priority(priority), SecurityRule.Direction.INBOUND, access,
                protocol, new SecurityRule.Side(sources, List.of(), SecurityRule.Side.ANY.ports()), destination,
                GENERATED));
        priority += STEP;
        return name + "/" + rule;
    }

    private static SecurityRule.Protocol protocol(InboundIntent entry) {
        return switch (entry.protocol()) {
            case TCP -> SecurityRule.Protocol.TCP;
            case UDP -> SecurityRule.Protocol.UDP;
        };
    }

    private static SecurityRule.Side frontend(InboundIntent entry, IpAddress address) {
        return side(prefixes(List.of(address.toPrefix())), new PortRange(entry.port(), entry.port()));
    }

    private static SecurityRule.Side side(List<Entry<AddressTerm>> addresses, PortRange ports) {
        return new SecurityRule.Side(addresses, List.of(), List.of(Entry.of(new PortTerm.Range(ports))));
    }

    private static List<Entry<AddressTerm>> prefixes(List<IpPrefix> prefixes) {
        return prefixes.stream().map(prefix -> Entry.<AddressTerm>of(new AddressTerm.Prefix(prefix))).toList();
    }
}
