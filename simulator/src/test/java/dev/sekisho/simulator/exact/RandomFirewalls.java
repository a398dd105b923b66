package dev.sekisho.simulator.exact;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.DnsSettings;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkDestinations;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.firewall.ThreatIntelAllowlist;
import dev.sekisho.model.firewall.ThreatIntelMode;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.FqdnTagName;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.name.UrlPattern;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.Priority;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.FlowSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Firewalls with random policies over a universe so small that every flow of it can be asked about.
public final class RandomFirewalls {
    private static final List<String> DESTINATIONS = List.of("10.0.0.1", "10.0.1.1", "8.8.8.8", "20.0.0.1", "10.1.0.4",
            "2001:db8::1", "2a00::1");
    private static final List<String> SOURCES = List.of("10.0.2.1", "10.0.3.1", "2001:db8::2");
    private static final List<Integer> PORTS = List.of(53, 80, 443, 1433, 11_500, 64_000);
    private static final List<String> NAMES = List.of("a.example", "b.a.example", "xa.example", "c.test");
    private static final List<String> PATHS = List.of("/", "/p", "/p/q");
    private static final List<String> ADDRESSES = List.of("*", "10.0.0.0/24", "10.0.1.1", "8.8.8.0/24", "20.0.0.1",
            "10.0.0.0-10.0.2.255", "10.0.2.0/24", "10.0.2.64/26", "10.0.3.1", "2001:db8::/32", "tag:Sql", "tag:Storage",
            "unknown:var.x", "0.0.0.0/0");
    private static final List<String> PATTERNS = List.of("*", "a.example", "*.a.example", "*a.example", "c.test",
            "*.test", "unknown:var.n");
    private static final List<String> URLS = List.of("a.example", "*.a.example/p", "*a.example/p/*", "c.test/*");

    private final SplittableRandom random;

    public RandomFirewalls(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// Every flow of the universe.
    public static List<Flow> universe() {
        return universe(SOURCES, DESTINATIONS);
    }

    /// Every flow between some addresses.
    static List<Flow> universe(List<String> sources, List<String> destinations) {
        List<Flow> flows = new ArrayList<>();
        List<Optional<String>> names = new ArrayList<>(List.of(Optional.empty()));
        NAMES.forEach(name -> names.add(Optional.of(name)));
        for (String source : sources) {
            for (String destination : destinations) {
                for (FlowKind kind : FlowKind.values()) {
                    for (Optional<String> name : names) {
                        for (String path : kind == FlowKind.HTTP || kind == FlowKind.HTTPS ? PATHS : List.of("/")) {
                            List<Integer> ports = kind.hasPorts() ? PORTS : List.of(-1);
                            ports.forEach(port -> flows.add(FlowSpace.flow(IpAddress.parse(source),
                                    IpAddress.parse(destination), kind,
                                    port < 0 ? OptionalInt.empty() : OptionalInt.of(port), name, path)));
                        }
                    }
                }
            }
        }
        return flows;
    }

    /// An environment with one firewall, a policy and often a parent of it.
    public Environment environment() {
        boolean child = random.nextBoolean();
        List<FirewallPolicy> policies = new ArrayList<>();
        policies.add(policy("base", Optional.empty()));
        if (child) {
            policies.add(policy("child", Optional.of(new ResourceRef("base"))));
        }
        Firewall firewall = new Firewall("fw", tier(),
                new FirewallRules.Policy(new ResourceRef(child ? "child" : "base")),
                Entry.of(IpAddress.parse("10.1.0.4")), List.of(), Optional.empty(), random.nextInt(3) == 0, false,
                List.of(), SourceLocation.UNKNOWN);
        List<IpGroup> groups = List.of(new IpGroup("some", addresses(2, 4), SourceLocation.UNKNOWN),
                new IpGroup("empty", List.of(), SourceLocation.UNKNOWN));
        ServiceTags tags = ServiceTags.of(Map.of(new ServiceTagName("Sql"),
                AddressSet.ofPrefixes(List.of(IpPrefix.parse("20.0.0.0/16"), IpPrefix.parse("2a00::/16")))));
        return new Environment(List.of(), List.of(), List.of(), List.of(firewall), policies, groups, List.of(),
                List.of(), tags, knowledge(), Readings.RECOMMENDED);
    }

    private Tier tier() {
        return Tier.values()[random.nextInt(3)];
    }

    private Knowledge knowledge() {
        TreeMap<String, List<IpAddress>> dns = new TreeMap<>();
        if (random.nextBoolean()) {
            dns.put("a.example", List.of(IpAddress.parse("20.0.0.1"), IpAddress.parse("8.8.8.8")));
        }
        if (random.nextBoolean()) {
            dns.put("c.test", random.nextBoolean() ? List.of() : List.of(IpAddress.parse("10.0.0.1")));
        }
        TreeMap<String, List<FqdnPattern>> fqdnTags = new TreeMap<>();
        fqdnTags.put("windowsupdate", List.of(FqdnPattern.parse("*.a.example")));
        TreeMap<String, String> categories = new TreeMap<>();
        if (random.nextBoolean()) {
            categories.put("a.example", "Finance");
            categories.put("c.test", "News");
        }
        Knowledge.ThreatFeed feed = random.nextBoolean() ? Knowledge.ThreatFeed.NONE
                : new Knowledge.ThreatFeed(AddressSet.of(IpAddress.parse("8.8.8.8")),
                        List.of(FqdnPattern.parse("*.test")));
        List<FqdnPattern> infrastructure = random.nextInt(4) == 0 ? List.of(FqdnPattern.parse("*.a.example"))
                : List.of();
        return new Knowledge(dns, new TreeMap<>(), fqdnTags, categories, feed, infrastructure);
    }

    private FirewallPolicy policy(String name, Optional<ResourceRef> parent) {
        List<RuleCollectionGroup> groups = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<RuleCollection> collections = new ArrayList<>();
            for (int j = 0; j < 3; j++) {
                collections.add(collection("c" + j, new Priority(100 + random.nextInt(1_000) * 3 + j)));
            }
            groups.add(new RuleCollectionGroup("g" + i, new Priority(200 + random.nextInt(100) * 2 + i), collections,
                    SourceLocation.UNKNOWN));
        }
        ThreatIntelMode mode = ThreatIntelMode.values()[random.nextInt(3)];
        ThreatIntelAllowlist allowlist = new ThreatIntelAllowlist(
                random.nextBoolean() ? List.of() : addresses(1, 1),
                random.nextBoolean() ? List.of() : List.of(Entry.of(FqdnPattern.parse("c.test"))));
        PolicySettings settings = new PolicySettings(Optional.of(mode), Optional.of(allowlist),
                Optional.of(new DnsSettings(List.of(), random.nextInt(3) > 0)), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of(random.nextBoolean()), false);
        return new FirewallPolicy(name, tier(), parent, groups, settings, SourceLocation.UNKNOWN);
    }

    private RuleCollection collection(String name, Priority priority) {
        int kind = random.nextInt(7);
        FilterAction action = random.nextBoolean() ? FilterAction.ALLOW : FilterAction.DENY;
        if (kind == 0) {
            return new NatRuleCollection(name, priority, List.of(nat()), SourceLocation.UNKNOWN);
        }
        if (kind < 4) {
            return new NetworkRuleCollection(name, priority, action, List.of(network("r1"), network("r2")),
                    SourceLocation.UNKNOWN);
        }
        return new ApplicationRuleCollection(name, priority, action, List.of(application("r1"), application("r2")),
                SourceLocation.UNKNOWN);
    }

    private NatRule nat() {
        return new NatRule("n", "", protocols(), source(), addresses(1, 2), ports(),
                Entry.of(new NatTarget.Address(IpAddress.parse("10.0.0.1"))),
                Entry.of(new PortTerm.Range(PortRange.single(443))), SourceLocation.UNKNOWN);
    }

    private NetworkRule network(String name) {
        List<Entry<FqdnPattern>> fqdns = random.nextInt(3) == 0 ? patterns(1) : List.of();
        return new NetworkRule(name, "", protocols(), source(),
                new NetworkDestinations(addresses(fqdns.isEmpty() ? 1 : 0, 2), groups(5), fqdns), ports(),
                SourceLocation.UNKNOWN);
    }

    private ApplicationRule application(String name) {
        List<ApplicationProtocol> protocols = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            ApplicationProtocol.Type type = ApplicationProtocol.Type.values()[random.nextInt(3)];
            protocols.add(random.nextInt(4) == 0 ? ApplicationProtocol.of(type, 443)
                    : new ApplicationProtocol(type, OptionalInt.empty()));
        }
        List<Entry<UrlPattern>> urls = random.nextInt(3) > 0 ? List.of()
                : List.of(Entry.of(UrlPattern.parse(URLS.get(random.nextInt(URLS.size())))));
        List<FqdnTagName> tags = random.nextInt(4) > 0 ? List.of()
                : List.of(new FqdnTagName(random.nextBoolean() ? "WindowsUpdate" : "AzureBackup"));
        List<String> categories = random.nextInt(4) > 0 ? List.of()
                : List.of(random.nextBoolean() ? "Finance" : "Uncategorized");
        return new ApplicationRule(name, "", protocols, source(),
                random.nextInt(4) == 0 ? List.of() : patterns(2), urls, tags, categories,
                random.nextInt(4) == 0 ? addresses(1, 2) : List.of(), random.nextInt(3) == 0, SourceLocation.UNKNOWN);
    }

    private SourceSide source() {
        return new SourceSide(addresses(1, 2), groups(6));
    }

    private List<ResourceRef> groups(int rarity) {
        return switch (random.nextInt(rarity)) {
            case 0 -> List.of(new ResourceRef(random.nextInt(3) == 0 ? "empty" : "some"));
            case 1 -> random.nextInt(4) == 0 ? List.of(new ResourceRef("absent")) : List.of();
            default -> List.of();
        };
    }

    private List<Entry<AddressTerm>> addresses(int least, int most) {
        List<Entry<AddressTerm>> entries = new ArrayList<>();
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
            entries.add(address(ADDRESSES.get(random.nextInt(ADDRESSES.size()))));
        }
        return entries;
    }

    private static Entry<AddressTerm> address(String text) {
        if (text.equals("*")) {
            return Entry.of(AddressTerm.Any.ANY);
        }
        if (text.startsWith("tag:")) {
            return Entry.of(new AddressTerm.Tag(new ServiceTagName(text.substring(4))));
        }
        if (text.startsWith("unknown:")) {
            return new Entry.Unknown<>(text.substring(8));
        }
        if (text.contains("-")) {
            return Entry.of(new AddressTerm.Range(IpRange.parse(text)));
        }
        return Entry.of(new AddressTerm.Prefix(
                text.contains("/") ? IpPrefix.parse(text) : IpAddress.parse(text).toPrefix()));
    }

    private List<Entry<FqdnPattern>> patterns(int most) {
        List<Entry<FqdnPattern>> entries = new ArrayList<>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            String text = PATTERNS.get(random.nextInt(PATTERNS.size()));
            entries.add(text.startsWith("unknown:") ? new Entry.Unknown<>(text.substring(8))
                    : Entry.of(FqdnPattern.parse(text)));
        }
        return entries;
    }

    private List<NetworkProtocol> protocols() {
        List<NetworkProtocol> protocols = new ArrayList<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            protocols.add(NetworkProtocol.values()[random.nextInt(4)]);
        }
        return protocols;
    }

    private List<Entry<PortTerm>> ports() {
        return switch (random.nextInt(6)) {
            case 0 -> List.of(Entry.of(PortTerm.Any.ANY));
            case 1 -> List.of(Entry.of(new PortTerm.Range(PortRange.single(443))),
                    Entry.of(new PortTerm.Range(PortRange.single(80))));
            case 2 -> List.of(Entry.of(new PortTerm.Range(new PortRange(1, 65_535))));
            case 3 -> List.of(Entry.of(new PortTerm.Range(new PortRange(50, 1_500))), new Entry.Unknown<>("var.port"));
            default -> List.of(Entry.of(new PortTerm.Range(PortRange.single(443))));
        };
    }
}
