package dev.sekisho.simulator.compiled.filter;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.compiled.clause.AddressTerms;
import dev.sekisho.simulator.compiled.clause.Clauses;
import dev.sekisho.simulator.compiled.clause.FlowClasses;
import dev.sekisho.simulator.compiled.clause.PortTerms;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.rules.field.Service;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Reason;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.verdict.Stage;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.OrderedCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rules of one firewall in Azure's order, before they are compiled: what comes before the network rules and these in
/// one list, the application rules and Azure's own names behind them in another (`FW-1` to `FW-4`).
public final class FirewallPlan {
    private static final int DNS = 53;
    private static final int FIRST_REDIRECT_PORT = 11_000;
    private static final int LAST_REDIRECT_PORT = 11_999;
    private static final List<FqdnPattern> EVERY_NAME = List.of(FqdnPattern.ANY);
    private static final List<Service> EVERYTHING = List.of(Service.to(Service.ANY_PROTOCOL, PortSet.ANY));

    /// What a rule with FQDN tags that names no protocols is about.
    public static final List<Service> PROTOCOLS_OF_TAGS = List.of(
            service(ApplicationProtocol.Type.HTTP, PortSet.of(80)),
            service(ApplicationProtocol.Type.HTTPS, PortSet.of(443)));

    private final FirewallView view;
    private final List<Ruling> rulings;
    private final Map<ResourceRef, Optional<IpGroup>> groups = new HashMap<>();
    private final Clauses<AddressSet> network = new Clauses<>();
    private final Clauses<List<FqdnPattern>> application = new Clauses<>();
    private final List<FqdnPattern> openNames = new ArrayList<>();
    private final int noRule;

    /// @param rulings where what the firewall decides is written down; decisions are places in it
    public FirewallPlan(FirewallView view, List<Ruling> rulings) {
        this.view = view;
        this.rulings = rulings;
        this.noRule = add(Action.DENY, Stage.DEFAULT, Optional.empty(), Optional.of(Reason.NO_RULE_MATCHED), Set.of(),
                Ruling.Carry.NOTHING);
        if (!view.problems().isEmpty()) {
            network.add(AddressSet.ALL, AddressSet.ALL, EVERYTHING, Clauses.DEFER);
            return;
        }
        dnsProxy();
        threatFeed();
        view.knowledge().firewallDns().keySet()
                .forEach(name -> Fqdn.tryParse(name).map(FqdnPattern::exactly).ifPresent(openNames::add));
        for (OrderedCollection collection : view.collections()) {
            for (Rule rule : collection.collection().rules()) {
                switch (rule) {
                    case NatRule nat -> nat(nat);
                    case NetworkRule own -> network(own, collection);
                    case ApplicationRule own -> application(own, collection);
                }
            }
        }
        infrastructure();
    }

    /// What comes before the network rules, and these.
    public Clauses<AddressSet> network() {
        return network;
    }

    /// The application rules, and Azure's own names.
    public Clauses<List<FqdnPattern>> application() {
        return application;
    }

    /// Names that lead to more than rules tell: those that the firewall resolves, or that a feed or a network rule names.
    public List<FqdnPattern> openNames() {
        return Collections.unmodifiableList(openNames);
    }

    /// What is decided where no rule matches, as a place in the rulings.
    public int noRule() {
        return noRule;
    }

    /// Finds a group, each once.
    private Optional<IpGroup> group(ResourceRef reference) {
        return groups.computeIfAbsent(reference, view::ipGroup);
    }

    private int add(Action action, Stage stage, Optional<RuleRef> rule, Optional<Reason> reason,
            Set<Assumption> assumptions, Ruling.Carry carry) {
        rulings.add(new Ruling(view.firewall().name(), action, stage, rule, reason, assumptions, carry));
        return rulings.size() - 1;
    }

    private int add(OrderedCollection collection, Rule rule, Stage stage, Ruling.Carry carry) {
        FilterAction action = switch (collection.collection()) {
            case NetworkRuleCollection own -> own.action();
            case ApplicationRuleCollection own -> own.action();
            case NatRuleCollection _ -> FilterAction.ALLOW;
        };
        boolean allows = action == FilterAction.ALLOW;
        return add(allows ? Action.ALLOW : Action.DENY, stage, Optional.of(collection.refer(rule)), Optional.empty(),
                Set.of(), allows ? carry : Ruling.Carry.NOTHING);
    }

    /// `FW-44`.
    private void dnsProxy() {
        view.firewall().privateIp().known().ifPresent(own -> {
            Set<Assumption> reading = Set.of(Assumption.FW_44);
            int decision = view.dnsProxy()
                    ? add(Action.ALLOW, Stage.DNS_PROXY, Optional.empty(), Optional.empty(), reading,
                            Ruling.Carry.NOTHING)
                    : add(Action.DENY, Stage.DEFAULT, Optional.empty(), Optional.of(Reason.NO_RULE_MATCHED), reading,
                            Ruling.Carry.NOTHING);
            network.add(AddressSet.ALL, AddressSet.of(own),
                    List.of(Service.to(IpProtocol.TCP.number(), PortSet.of(DNS)),
                            Service.to(IpProtocol.UDP.number(), PortSet.of(DNS))),
                    decision);
        });
    }

    /// `FW-10`: what the feed knows is for the interpreter.
    private void threatFeed() {
        AddressSet feed = view.knowledge().threatFeed().ips();
        if (!feed.isEmpty()) {
            network.add(feed, AddressSet.ALL, EVERYTHING, Clauses.DEFER);
            network.add(AddressSet.ALL, feed, EVERYTHING, Clauses.DEFER);
        }
        openNames.addAll(view.knowledge().threatFeed().fqdns());
    }

    /// `FW-51`: translated flows are for the interpreter.
    private void nat(NatRule rule) {
        AddressTerms from = AddressTerms.ofFirewall(view, this::group, rule.sources().addresses(),
                rule.sources().ipGroups(), false);
        AddressTerms to = AddressTerms.ofFirewall(view, this::group, rule.destinationAddresses(), List.of(), true);
        List<Service> services = new ArrayList<>();
        services(rule.protocols(), rule.destinationPorts(), services, services);
        network.add(from.firm().union(from.open()), to.firm().union(to.open()), services, Clauses.DEFER);
    }

    private void network(NetworkRule rule, OrderedCollection collection) {
        if (collection.tier() == Tier.BASIC && !rule.destinations().fqdns().isEmpty()) {
            return;
        }
        AddressTerms from = AddressTerms.ofFirewall(view, this::group, rule.sources().addresses(),
                rule.sources().ipGroups(), false);
        AddressTerms to = AddressTerms.ofFirewall(view, this::group, rule.destinations().addresses(),
                rule.destinations().ipGroups(), true);
        boolean disabled = rule.destinations().ipGroups().stream()
                .anyMatch(group -> group(group).filter(g -> g.members().isEmpty()).isPresent());
        for (Entry<FqdnPattern> entry : rule.destinations().fqdns()) {
            to = to.and(switch (entry) {
                case Entry.Known<FqdnPattern>(FqdnPattern pattern) ->
                    pattern.exactName().map(name -> resolved(name, disabled)).orElse(AddressTerms.NOTHING);
                case Entry.Unknown<FqdnPattern> _ -> AddressTerms.open(AddressSet.ALL);
                case Entry.Malformed<FqdnPattern> _ -> AddressTerms.NOTHING;
            });
        }
        List<Service> firm = new ArrayList<>();
        List<Service> open = new ArrayList<>();
        services(rule.protocols(), rule.destinationPorts(), firm, open);
        List<Service> all = new ArrayList<>(firm);
        all.addAll(open);
        network.add(from.firm(), to.firm(), firm, add(collection, rule, Stage.NETWORK, Ruling.Carry.PACKETS));
        network.add(from.firm(), to.firm(), open, Clauses.DEFER);
        network.add(from.open(), to.firm().union(to.open()), all, Clauses.DEFER);
        network.add(from.firm(), to.open(), all, Clauses.DEFER);
    }

    /// The addresses of a name in a network rule (`FW-22`).
    private AddressTerms resolved(Fqdn name, boolean disabled) {
        Optional<AddressSet> known = Optional.ofNullable(view.knowledge().firewallDns().get(name.value()))
                .map(addresses -> AddressSet.unionOf(addresses.stream().map(AddressSet::of).toList()));
        if (view.dnsProxy()) {
            return known.map(set -> disabled ? AddressTerms.open(set) : AddressTerms.firm(set))
                    .orElse(AddressTerms.open(AddressSet.ALL));
        }
        openNames.add(FqdnPattern.exactly(name));
        return known.map(AddressTerms::open).orElse(AddressTerms.NOTHING);
    }

    /// `FW-17`, `FW-18`.
    private static void services(List<NetworkProtocol> protocols, List<Entry<PortTerm>> entries, List<Service> firm,
            List<Service> open) {
        PortTerms ports = PortTerms.of(entries);
        boolean any = protocols.contains(NetworkProtocol.ANY);
        for (IpProtocol icmp : List.of(IpProtocol.ICMP, IpProtocol.ICMPV6)) {
            if (protocols.contains(NetworkProtocol.ICMP)) {
                (ports.any() ? firm : open).add(Service.to(icmp.number(), PortSet.ANY));
            }
        }
        if (any && ports.any()) {
            firm.add(Service.to(Service.WITHOUT_PORTS, PortSet.ANY));
        }
        if (any || protocols.contains(NetworkProtocol.TCP)) {
            firm.add(Service.to(IpProtocol.TCP.number(), ports.firm()));
            open.add(Service.to(IpProtocol.TCP.number(), ports.open()));
        }
        if (any || protocols.contains(NetworkProtocol.UDP)) {
            firm.add(Service.to(IpProtocol.UDP.number(), ports.firm()));
            open.add(Service.to(IpProtocol.UDP.number(), ports.open()));
        }
    }

    private void application(ApplicationRule rule, OrderedCollection collection) {
        Tier tier = collection.tier();
        boolean barred = tier != Tier.PREMIUM && (!rule.targetUrls().isEmpty() || rule.terminateTls())
                || tier == Tier.BASIC && !rule.webCategories().isEmpty();
        if (barred) {
            return;
        }
        AddressTerms from = AddressTerms.ofFirewall(view, this::group, rule.sources().addresses(),
                rule.sources().ipGroups(), false);
        List<FqdnPattern> firm = new ArrayList<>();
        List<FqdnPattern> open = new ArrayList<>();
        for (Entry<FqdnPattern> entry : rule.targetFqdns()) {
            switch (entry) {
                case Entry.Known<FqdnPattern>(FqdnPattern pattern) ->
                    (pattern.written().equals(pattern.toString()) && !pattern.isAddressLiteral() ? firm : open)
                            .add(pattern);
                case Entry.Unknown<FqdnPattern> _ -> open.addAll(EVERY_NAME);
                case Entry.Malformed<FqdnPattern> _ -> {}
            }
        }
        boolean more = !rule.fqdnTags().isEmpty() || !rule.webCategories().isEmpty();
        boolean restricted = !rule.destinationAddresses().isEmpty() && rule.destinationAddresses().stream()
                .flatMap(entry -> entry.known().stream()).noneMatch(AddressTerm.Any.ANY::equals);
        if (more) {
            open.addAll(EVERY_NAME);
        }
        List<Service> services = rule.protocols().isEmpty() && !rule.fqdnTags().isEmpty()
                ? PROTOCOLS_OF_TAGS
                : rule.protocols().stream().map(protocol -> service(view, protocol)).toList();
        List<FqdnPattern> all = new ArrayList<>(firm);
        all.addAll(open);
        boolean sure = !more && !restricted;
        application.add(from.firm(), firm, services,
                sure ? add(collection, rule, Stage.APPLICATION, Ruling.Carry.CONNECTION) : Clauses.DEFER);
        application.add(from.firm(), open, services, Clauses.DEFER);
        application.add(from.open(), all, services, Clauses.DEFER);
    }

    /// The protocol and the ports that an application rule is about, with those of a redirected database.
    public static Service service(FirewallView view, ApplicationProtocol protocol) {
        boolean redirects = view.settings().allowSqlRedirect() && protocol.type() == ApplicationProtocol.Type.MSSQL
                && protocol.effectivePort() == ApplicationProtocol.Type.MSSQL.defaultPort();
        PortSet own = PortSet.of(protocol.effectivePort());
        return service(protocol.type(), redirects
                ? own.union(PortSet.of(new PortRange(FIRST_REDIRECT_PORT, LAST_REDIRECT_PORT)))
                : own);
    }

    private static Service service(ApplicationProtocol.Type type, PortSet ports) {
        return Service.to(switch (type) {
            case HTTP -> FlowClasses.HTTP;
            case HTTPS -> FlowClasses.HTTPS;
            case MSSQL -> FlowClasses.MSSQL;
        }, ports);
    }

    /// The built-in collection behind all application rules (`FW-46`).
    private void infrastructure() {
        int decision = add(Action.ALLOW, Stage.INFRASTRUCTURE, Optional.empty(), Optional.empty(), Set.of(),
                Ruling.Carry.CONNECTION);
        for (FqdnPattern pattern : view.knowledge().infrastructureFqdns()) {
            boolean sure = pattern.written().equals(pattern.toString()) && !pattern.isAddressLiteral();
            application.add(AddressSet.ALL, List.of(pattern),
                    List.of(service(ApplicationProtocol.Type.HTTP, PortSet.ANY),
                            service(ApplicationProtocol.Type.HTTPS, PortSet.ANY)),
                    sure ? decision : Clauses.DEFER);
        }
    }
}
