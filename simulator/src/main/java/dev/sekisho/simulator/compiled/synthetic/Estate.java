package dev.sekisho.simulator.compiled.synthetic;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NetworkDestinations;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.PrivateEndpointNetworkPolicies;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.Priority;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.compiled.engine.FlowBatch;
import dev.sekisho.simulator.compiled.rules.PacketBatch;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// A network of many subnets that leaves through one firewall with many rules: four in five for addresses, of the shape
/// [RuleShape#AZURE], the others for names. The addresses of a rule are IP groups, as large policies write them.
///
/// @param rules how many rules the firewall has
public record Estate(int rules, long seed) {
    private static final SourceLocation NOWHERE = SourceLocation.UNKNOWN;
    private static final int SUBNETS = 64;
    private static final int RULES_IN_COLLECTION = 100;
    private static final int NAMES_SHARE = 5;
    private static final int HTTPS_PORT = 443;
    private static final String FIREWALL_ADDRESS = "192.168.0.4";

    public Estate {
        if (rules < 1) {
            throw new IllegalArgumentException("an estate has at least one rule, not " + rules);
        }
    }

    /// Returns the environment, always the same one.
    public Environment environment() {
        Map<AddressSet, IpGroup> groups = new LinkedHashMap<>();
        List<RuleCollection> collections = new ArrayList<>();
        List<NetworkRule> network = new ArrayList<>();
        for (RuleBox box : boxes()) {
            network.add(rule("network-" + network.size(), box, groups));
        }
        List<ApplicationRule> application = new ArrayList<>();
        for (FqdnPattern pattern : patterns()) {
            application.add(rule("application-" + application.size(), pattern));
        }
        for (int i = 0; i < network.size(); i += RULES_IN_COLLECTION) {
            FilterAction action = i / RULES_IN_COLLECTION % 3 == 2 ? FilterAction.DENY : FilterAction.ALLOW;
            collections.add(new NetworkRuleCollection("network-from-" + i, priority(collections.size()), action,
                    network.subList(i, Math.min(network.size(), i + RULES_IN_COLLECTION)), NOWHERE));
        }
        for (int i = 0; i < application.size(); i += RULES_IN_COLLECTION) {
            collections.add(new ApplicationRuleCollection("application-from-" + i, priority(collections.size()),
                    FilterAction.ALLOW, application.subList(i, Math.min(application.size(), i + RULES_IN_COLLECTION)),
                    NOWHERE));
        }
        FirewallPolicy policy = new FirewallPolicy("policy", Tier.STANDARD, Optional.empty(),
                List.of(new RuleCollectionGroup("rules", new Priority(500), collections, NOWHERE)),
                PolicySettings.NONE, NOWHERE);
        Firewall firewall = new Firewall("firewall", Tier.STANDARD, new FirewallRules.Policy(new ResourceRef("policy")),
                Entry.of(IpAddress.parse(FIREWALL_ADDRESS)), List.of(Entry.of(IpAddress.parse("203.0.113.10"))),
                Optional.empty(), false, false, List.of(), NOWHERE);
        return new Environment(List.of(spoke()), List.of(routes()), List.of(), List.of(firewall), List.of(policy),
                List.copyOf(groups.values()), List.of(), List.of(), ServiceTags.NONE, Knowledge.NONE,
                Readings.RECOMMENDED);
    }

    /// Makes flows from the subnets, always the same for the same number.
    public Traffic traffic(long number) {
        return new Traffic(new PacketMaker(boxes(), seed ^ number), patterns(), new SplittableRandom(number));
    }

    /// Flows that hit the rules; three in ten go to a name.
    public static final class Traffic {
        private final PacketMaker packets;
        private final List<FqdnPattern> patterns;
        private final SplittableRandom random;

        private Traffic(PacketMaker packets, List<FqdnPattern> patterns, SplittableRandom random) {
            this.packets = packets;
            this.patterns = patterns;
            this.random = random;
        }

        /// Fills a batch.
        public void fill(FlowBatch batch) {
            PacketBatch made = new PacketBatch(batch.capacity());
            packets.fill(made);
            batch.clear();
            for (int i = 0; i < batch.capacity(); i++) {
                if (random.nextInt(10) < 3) {
                    batch.add(made.sources()[i], made.destinations()[i], IpProtocol.TCP.number(), HTTPS_PORT,
                            FlowBatch.HTTPS, name().getBytes(StandardCharsets.US_ASCII));
                } else {
                    batch.add(made.sources()[i], made.destinations()[i], made.protocols()[i] & 0xff,
                            made.ports()[i] & 0xffff);
                }
            }
        }

        private String name() {
            FqdnPattern pattern = patterns.get(random.nextInt(patterns.size()));
            String name = pattern.wildcard() ? "host" + random.nextInt(50) + pattern.literal() : pattern.literal();
            return random.nextInt(4) == 0 ? name + ".unlisted" : name;
        }
    }

    private List<RuleBox> boxes() {
        return RuleShape.AZURE.rules(Math.max(1, rules - rules / NAMES_SHARE), seed);
    }

    private List<FqdnPattern> patterns() {
        SplittableRandom random = new SplittableRandom(~seed);
        List<FqdnPattern> patterns = new ArrayList<>();
        while (patterns.size() < Math.max(1, rules / NAMES_SHARE)) {
            String name = "service" + random.nextInt(rules + 1) + ".region" + random.nextInt(40) + ".example";
            patterns.add(FqdnPattern.parse(random.nextInt(3) == 0 ? "*." + name : name));
        }
        return patterns;
    }

    private static Priority priority(int place) {
        return new Priority(Priority.MIN + place);
    }

    private static NetworkRule rule(String name, RuleBox box, Map<AddressSet, IpGroup> groups) {
        List<NetworkProtocol> protocols = List.of(switch (box.protocol()) {
            case 1 -> NetworkProtocol.ICMP;
            case 6 -> NetworkProtocol.TCP;
            case 17 -> NetworkProtocol.UDP;
            default -> NetworkProtocol.ANY;
        });
        PortSet ports = box.protocol() == 1 ? PortSet.ANY : box.destinationPorts();
        List<Entry<PortTerm>> terms = ports.isAny()
                ? List.of(Entry.of(PortTerm.Any.ANY))
                : ports.ranges().stream().map(range -> Entry.<PortTerm>of(new PortTerm.Range(range))).toList();
        return new NetworkRule(name, "", protocols, new SourceSide(anyOf(box.sources()), group(box.sources(), groups)),
                new NetworkDestinations(anyOf(box.destinations()), group(box.destinations(), groups), List.of()), terms,
                NOWHERE);
    }

    private static List<Entry<AddressTerm>> anyOf(AddressSet set) {
        return set.equals(AddressSet.ALL_IPV4) ? List.of(Entry.of(AddressTerm.Any.ANY)) : List.of();
    }

    private static List<ResourceRef> group(AddressSet set, Map<AddressSet, IpGroup> groups) {
        if (set.equals(AddressSet.ALL_IPV4)) {
            return List.of();
        }
        IpGroup group = groups.computeIfAbsent(set, added -> new IpGroup("group-" + groups.size(), added.prefixes()
                .stream().map(prefix -> Entry.<AddressTerm>of(new AddressTerm.Prefix(prefix))).toList(), NOWHERE));
        return List.of(new ResourceRef(group.name()));
    }

    private static ApplicationRule rule(String name, FqdnPattern pattern) {
        return new ApplicationRule(name, "",
                List.of(ApplicationProtocol.of(ApplicationProtocol.Type.HTTPS, HTTPS_PORT)),
                SourceSide.ANY, List.of(Entry.of(pattern)), List.of(), List.of(), List.of(), List.of(), false, NOWHERE);
    }

    private static VirtualNetwork spoke() {
        List<Subnet> subnets = new ArrayList<>();
        for (int i = 0; i < SUBNETS; i++) {
            subnets.add(new Subnet("subnet-" + i, List.of(IpPrefix.parse("10." + 4 * i + ".0.0/14")),
                    Optional.of(new ResourceRef("routes")), Optional.empty(), Optional.empty(), List.of(),
                    PrivateEndpointNetworkPolicies.DISABLED, List.of(), NOWHERE));
        }
        return new VirtualNetwork("spoke", List.of(IpPrefix.parse("10.0.0.0/8")), subnets, List.of(), List.of(),
                List.of(),
                NOWHERE);
    }

    private static RouteTable routes() {
        return new RouteTable("routes", true, List.of(new Route("default",
                Entry.of(new Route.Destination.Prefix(IpPrefix.parse("0.0.0.0/0"))),
                new NextHop.VirtualAppliance(Entry.of(IpAddress.parse(FIREWALL_ADDRESS))), false, NOWHERE)), NOWHERE);
    }
}
