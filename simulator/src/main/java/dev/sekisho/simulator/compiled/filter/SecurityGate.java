package dev.sekisho.simulator.compiled.filter;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.simulator.compiled.clause.AddressTerms;
import dev.sekisho.simulator.compiled.clause.Clauses;
import dev.sekisho.simulator.compiled.clause.FlowClasses;
import dev.sekisho.simulator.compiled.clause.PortTerms;
import dev.sekisho.simulator.compiled.clause.RuleTable;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.rules.field.Service;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.SubnetView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The security groups that traffic meets on its way out of a subnet or into it, compiled (`NSG-1` to `NSG-12`).
///
/// An answer packs what the first group decided into the high half and what the second one decided into the low half, each
/// as a number of [GateDecisions] plus one, 0 meaning that there was nothing to decide.
public final class SecurityGate {
    /// Not decided here.
    public static final long DEFER = -1;
    /// No group decided anything.
    public static final long NOTHING = 0;

    private static final Set<ServiceTagName> PLATFORM_TAGS = Set.of(ServiceTagName.AZURE_PLATFORM_DNS,
            ServiceTagName.AZURE_PLATFORM_IMDS, ServiceTagName.AZURE_PLATFORM_LKM);

    private final List<RuleTable> groups;
    private final GateDecisions decisions;
    private final boolean deferred;
    private final boolean platformDeferred;

    private SecurityGate(List<RuleTable> groups, GateDecisions decisions, boolean deferred, boolean platformDeferred) {
        this.groups = groups;
        this.decisions = decisions;
        this.deferred = deferred;
        this.platformDeferred = platformDeferred;
    }

    /// Asks the groups about a flow to an address that is not the host's.
    public long decide(int source, int destination, int service) {
        if (deferred) {
            return DEFER;
        }
        long packed = NOTHING;
        for (RuleTable group : groups) {
            int decision = group.decide(source, destination, service);
            if (decision < 0) {
                return DEFER;
            }
            packed = packed << Integer.SIZE | decision + 1;
            if (decisions.denies(decision)) {
                return packed;
            }
        }
        return packed;
    }

    /// What it takes in memory, in bytes.
    public long bytes() {
        return groups.stream().mapToLong(RuleTable::bytes).sum();
    }

    /// Whether a flow to an address of the host is not decided here; otherwise all groups leave it alone (`NSG-7`).
    public boolean defersPlatform() {
        return platformDeferred;
    }

    /// A gate before its rules are compiled.
    public record Plan(List<Clauses<AddressSet>> groups, GateDecisions decisions, boolean deferred,
            boolean platformDeferred) {

        /// The groups that a subnet's traffic meets in one direction.
        public static Plan of(SubnetView view, SecurityRule.Direction direction, GateDecisions decisions) {
            boolean outbound = direction == SecurityRule.Direction.OUTBOUND;
            boolean deferred = !view.adminCollections().isEmpty();
            boolean platformDeferred = deferred;
            List<Clauses<AddressSet>> groups = new ArrayList<>();
            for (Attached<NetworkSecurityGroup> attached : outbound ? view.outboundGroups() : view.inboundGroups()) {
                switch (attached) {
                    case Attached.Nothing<NetworkSecurityGroup> _ -> {}
                    case Attached.Undescribed<NetworkSecurityGroup> _ -> deferred = true;
                    case Attached.Described<NetworkSecurityGroup>(NetworkSecurityGroup group) -> {
                        groups.add(clauses(view, group, direction, decisions));
                        platformDeferred |= group.securityRules().stream().anyMatch(Plan::namesPlatform);
                    }
                }
            }
            return new Plan(groups, decisions, deferred, platformDeferred);
        }

        /// Compiles the rules over the classes.
        public SecurityGate compile(FlowClasses space) {
            List<RuleTable> tables = deferred
                    ? List.of()
                    : groups.stream().map(clauses -> RuleTable.compile(clauses, space,
                            space.destinations()::members, space.networkCounts(), false)).toList();
            return new SecurityGate(tables, decisions, deferred, platformDeferred);
        }

        private static boolean namesPlatform(SecurityRule rule) {
            return rule.destination().addresses().stream().flatMap(entry -> entry.known().stream())
                    .anyMatch(term -> term instanceof AddressTerm.Tag(ServiceTagName tag)
                            && PLATFORM_TAGS.contains(tag));
        }

        private static Clauses<AddressSet> clauses(SubnetView view, NetworkSecurityGroup group,
                SecurityRule.Direction direction, GateDecisions decisions) {
            Clauses<AddressSet> clauses = new Clauses<>();
            group.securityRules().stream().filter(rule -> rule.direction() == direction)
                    .sorted(Comparator.comparing(SecurityRule::priority))
                    .forEach(rule -> add(clauses, view, group.name(), rule, decisions));
            boolean outbound = direction == SecurityRule.Direction.OUTBOUND;
            AddressTerms network = tag(view, ServiceTagName.VIRTUAL_NETWORK);
            AddressTerms all = AddressTerms.firm(AddressSet.ALL);
            List<Service> everything = List.of(Service.to(Service.ANY_PROTOCOL, PortSet.ANY));
            GateDecisions.Of own = decisions.of(group.name());
            add(clauses, network, network, everything, List.of(), own.allows(
                    outbound ? "AllowVnetOutBound" : "AllowVnetInBound"));
            if (outbound) {
                add(clauses, all, tag(view, ServiceTagName.INTERNET), everything, List.of(),
                        own.allows("AllowInternetOutBound"));
            } else {
                add(clauses, tag(view, ServiceTagName.AZURE_LOAD_BALANCER), all, everything, List.of(),
                        own.allows("AllowAzureLoadBalancerInBound"));
            }
            add(clauses, all, all, everything, List.of(), own.denies(outbound ? "DenyAllOutBound" : "DenyAllInBound"));
            return clauses;
        }

        private static AddressTerms tag(SubnetView view, ServiceTagName tag) {
            return AddressTerms.ofSecurityRule(view, new SecurityRule.Side(
                    List.of(Entry.of(new AddressTerm.Tag(tag))), List.of(), List.of(Entry.of(PortTerm.Any.ANY))));
        }

        private static void add(Clauses<AddressSet> clauses, SubnetView view, String group, SecurityRule rule,
                GateDecisions decisions) {
            List<Service> firm = new ArrayList<>();
            List<Service> open = new ArrayList<>();
            services(rule, firm, open);
            GateDecisions.Of own = decisions.of(group);
            add(clauses, AddressTerms.ofSecurityRule(view, rule.source()),
                    AddressTerms.ofSecurityRule(view, rule.destination()), firm, open,
                    rule.access() == SecurityRule.Access.ALLOW ? own.allows(rule.name()) : own.denies(rule.name()));
        }

        private static void add(Clauses<AddressSet> clauses, AddressTerms from, AddressTerms to, List<Service> firm,
                List<Service> open, GateDecisions.Pair decision) {
            AddressSet sources = from.firm().union(from.presumed());
            AddressSet destinations = to.firm().union(to.presumed());
            clauses.add(from.firm(), to.firm(), firm, decision.firm());
            clauses.add(sources, destinations, firm, decision.presumed());
            List<Service> all = new ArrayList<>(firm);
            all.addAll(open);
            clauses.add(sources, destinations, open, Clauses.DEFER);
            clauses.add(from.open(), destinations.union(to.open()), all, Clauses.DEFER);
            clauses.add(sources, to.open(), all, Clauses.DEFER);
        }

        /// A flow does not say its source port, so only a rule for all of them surely matches.
        private static void services(SecurityRule rule, List<Service> firm, List<Service> open) {
            PortTerms ports = PortTerms.of(rule.destination().ports());
            PortTerms from = PortTerms.of(rule.source().ports());
            boolean anySource = from.any() || rule.source().ports().contains(Entry.of(
                    (PortTerm) new PortTerm.Range(new PortRange(1, PortRange.HIGHEST))))
                    || rule.source().ports().contains(Entry.of(
                            (PortTerm) new PortTerm.Range(PortRange.ANY)));
            boolean noSource = from.firm().isEmpty() && from.open().isEmpty();
            List<Integer> withPorts = switch (rule.protocol()) {
                case TCP -> List.of(IpProtocol.TCP.number());
                case UDP -> List.of(IpProtocol.UDP.number());
                case ANY -> List.of(IpProtocol.TCP.number(), IpProtocol.UDP.number());
                case ICMP, ESP, AH -> List.of();
            };
            for (int protocol : noSource ? List.<Integer>of() : withPorts) {
                (anySource ? firm : open).add(Service.to(protocol, ports.firm()));
                open.add(Service.to(protocol, ports.open()));
            }
            switch (rule.protocol()) {
                case TCP, UDP -> {}
                case ANY -> firm.add(Service.to(Service.WITHOUT_PORTS, PortSet.ANY));
                case ESP -> firm.add(Service.to(IpProtocol.ESP.number(), PortSet.ANY));
                case AH -> firm.add(Service.to(IpProtocol.AH.number(), PortSet.ANY));
                case ICMP -> {
                    firm.add(Service.to(IpProtocol.ICMP.number(), PortSet.ANY));
                    firm.add(Service.to(IpProtocol.ICMPV6.number(), PortSet.ANY));
                }
            }
        }
    }
}
