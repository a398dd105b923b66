package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.route.EffectiveRoutes;
import dev.sekisho.simulator.view.OrderedCollection;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/// Makes flows that an environment tells apart: addresses at the edges of every range that it describes, the ports and
/// names of its rules, and their neighbours.
public final class FlowPool {
    private static final List<String> WIDE = List.of("fd00:30::5", "2001:db8::5", "fd00:31::4", "2603::1");

    private final SplittableRandom random;
    private final List<Integer> addresses = new ArrayList<>(
            List.of(0x08080808, 0xa83f8110, 0xa9fea9fe, 0, -1, 0x64400001,
                    0x0a000004, 0xac100001, 0xcb007107));
    private final List<Integer> sources = new ArrayList<>(List.of(0x0a000004, 0x08080404));
    private final List<Integer> ports = new ArrayList<>(List.of(0, 22, 53, 80, 443, 1433, 11_500, 65_535));
    private final List<String> names = new ArrayList<>(List.of("unknown.example", "Upper.example", "10.0.0.4", "a..b",
            "x:443"));

    /// Makes the same flows for the same arguments.
    public FlowPool(Environment environment, long seed) {
        random = new SplittableRandom(seed);
        Views views = new Views(environment);
        environment.virtualNetworks().forEach(network -> network.subnets().forEach(subnet -> {
            subnet.prefixes().forEach(prefix -> edges(prefix.toRange(), sources));
            views.subnet(network.name(), subnet.name()).ifPresent(this::add);
        }));
        environment.clusters().forEach(cluster -> cluster.podCidrs().forEach(p -> edges(p.toRange(), sources)));
        environment.firewalls().forEach(firewall -> {
            firewall.privateIp().known().ifPresent(address -> edges(IpRange.single(address), addresses));
            views.firewall(firewall).collections().forEach(this::add);
        });
        environment.ipGroups().forEach(group -> terms(group.members(), sources));
        environment.networkSecurityGroups().forEach(group -> group.securityRules().forEach(rule -> {
            terms(rule.source().addresses(), sources);
            terms(rule.destination().addresses(), addresses);
            portTerms(rule.destination().ports());
        }));
        environment.privateEndpoints().forEach(
                endpoint -> endpoint.addresses().forEach(address -> edges(IpRange.single(address), addresses)));
        names.addAll(environment.knowledge().firewallDns().keySet());
        names.addAll(environment.knowledge().clientDns().keySet());
        names.addAll(environment.knowledge().webCategories().keySet());
        environment.privateEndpoints().forEach(
                endpoint -> endpoint.fqdns().stream().map(Fqdn::value).forEach(names::add));
        environment.knowledge().fqdnTags().values().stream().flatMap(List::stream).forEach(this::name);
        environment.knowledge().threatFeed().fqdns().forEach(this::name);
        environment.knowledge().threatFeed().ips().ranges().forEach(range -> edges(range, addresses));
        environment.knowledge().infrastructureFqdns().forEach(this::name);
    }

    private void add(SubnetView view) {
        EffectiveRoutes.of(view).routes().stream().limit(200).map(route -> route.prefix().toRange())
                .forEach(range -> edges(range, addresses));
        view.serviceEndpoints().forEach(endpoint -> endpoint.prefixes().orElse(List.of()).stream().limit(20)
                .map(IpPrefix::toRange).forEach(range -> edges(range, addresses)));
    }

    private void add(OrderedCollection collection) {
        for (Rule rule : collection.collection().rules()) {
            SourceSide side = rule.sources();
            terms(side.addresses(), sources);
            switch (rule) {
                case NatRule nat -> {
                    terms(nat.destinationAddresses(), addresses);
                    portTerms(nat.destinationPorts());
                }
                case NetworkRule network -> {
                    terms(network.destinations().addresses(), addresses);
                    portTerms(network.destinationPorts());
                    network.destinations().fqdns().stream().flatMap(e -> e.known().stream()).forEach(this::name);
                }
                case ApplicationRule application -> {
                    application.targetFqdns().stream().flatMap(e -> e.known().stream()).forEach(this::name);
                    application.protocols().stream().map(ApplicationProtocol::effectivePort).forEach(ports::add);
                }
            }
        }
    }

    private void name(FqdnPattern pattern) {
        String literal = pattern.literal();
        names.add(literal.startsWith(".") ? "x" + literal : literal);
        names.add("y." + (literal.startsWith(".") ? literal.substring(1) : literal));
        names.add("evil" + (literal.startsWith(".") ? literal.substring(1) : literal));
    }

    private void terms(List<Entry<AddressTerm>> entries, List<Integer> into) {
        entries.stream().limit(50).flatMap(entry -> entry.known().stream()).forEach(term -> {
            switch (term) {
                case AddressTerm.Any _,AddressTerm.Tag _ -> {}
                case AddressTerm.Prefix(var prefix) -> edges(prefix.toRange(), into);
                case AddressTerm.Range(var range) -> edges(range, into);
            }
        });
    }

    private void portTerms(List<Entry<PortTerm>> entries) {
        entries.stream().flatMap(entry -> entry.known().stream()).forEach(term -> {
            if (term instanceof PortTerm.Range(PortRange range)) {
                ports.addAll(List.of(range.first(), range.last(), Math.min(PortRange.HIGHEST, range.last() + 1)));
            }
        });
    }

    private void edges(IpRange range, List<Integer> into) {
        if (range.first() instanceof Ipv4Address(int first) && range.last() instanceof Ipv4Address(int last)) {
            into.addAll(List.of(first, last, last + 1, first - 1));
            long size = Integer.toUnsignedLong(last) - Integer.toUnsignedLong(first) + 1;
            into.add(first + (int) random.nextLong(size));
            addresses.add(first + (int) random.nextLong(size));
        }
    }

    /// The next flow; a few are of kinds that no table knows.
    public Flow next() {
        Ipv4Address source = new Ipv4Address(random.nextInt(8) == 0 ? pick(addresses) : pick(sources));
        IpAddress destination = new Ipv4Address(random.nextInt(10) == 0 ? random.nextInt() : pick(addresses));
        int port = random.nextInt(10) == 0 ? random.nextInt(PortRange.HIGHEST + 1) : pick(ports);
        IpProtocol protocol = new IpProtocol(pick(List.of(6, 6, 6, 6, 6, 17, 17, 1, 50, 58, 47)));
        byte application = (byte) random.nextInt(6);
        Optional<String> name = random.nextInt(3) == 0 && application == 0 || random.nextInt(40) == 0
                ? Optional.empty()
                : Optional.of(pick(names));
        Optional<String> resolved = application > 3 ? Optional.empty() : name;
        boolean noAddress = resolved.isPresent() && random.nextInt(4) == 0;
        Flow flow = new Flow(source, noAddress ? Optional.empty() : Optional.of(destination), resolved, protocol,
                protocol.hasPorts() ? OptionalInt.of(port) : OptionalInt.empty(),
                FlowBatch.applicationData(application > 3 ? 0 : application, name, port), Flow.Marks.NONE);
        return switch (random.nextInt(80)) {
            case 0 -> flow.withSource(IpAddress.parse(pick(WIDE)));
            case 1, 2 -> flow.withDestination(IpAddress.parse(pick(WIDE)));
            case 3 -> new Flow(source, Optional.of(destination), name, protocol, OptionalInt.empty(),
                    flow.application(), Flow.Marks.NONE);
            case 4, 5 -> flow.withDestination(source);
            default -> flow;
        };
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
