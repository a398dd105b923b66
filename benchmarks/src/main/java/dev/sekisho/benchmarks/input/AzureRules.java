package dev.sekisho.benchmarks.input;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.rules.field.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// The network rules of a large firewall policy in Azure: a source is an IP group of up to six subnets, a destination is a
/// service tag of up to sixty public prefixes, ports are few; one rule in twenty is for every destination, and the last one
/// for everything. 300 of them are some 30,000 tuples of single prefixes. More rules have more groups and tags.
public final class AzureRules {
    private static final int GROUPS = 24;
    private static final int MOST_SUBNETS = 6;
    private static final int TAGS = 80;
    private static final int MOST_PREFIXES = 60;
    private static final int USUAL = 300;
    private static final int PUBLISHED = 100_000;
    private static final int TEN = 10 << 24;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final List<PortSet> PORTS = List.of(PortSet.of(443), PortSet.of(80, 443), PortSet.of(1433),
            PortSet.of(new PortRange(11_000, 11_999)), PortSet.of(53), PortSet.of(123), PortSet.ANY, PortSet.of(9000),
            PortSet.of(1194));

    private AzureRules() {}

    /// Makes rules, always the same for the same arguments.
    public static List<RuleBox> rules(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int times = Math.max(1, count / USUAL);
        List<Ipv4Prefix> published = PrefixTables.internet(PUBLISHED, seed);
        List<AddressSet> groups = Stream.generate(() -> group(random)).limit((long) GROUPS * times).toList();
        List<AddressSet> tags = Stream.generate(() -> tag(published, random)).limit((long) TAGS * times).toList();
        List<RuleBox> rules = new ArrayList<>();
        while (rules.size() < count - 1) {
            AddressSet tag = random.nextInt(20) == 0 ? AddressSet.ALL_IPV4 : tags.get(random.nextInt(tags.size()));
            rules.add(new RuleBox(groups.get(random.nextInt(groups.size())), tag, random.nextInt(4) == 0 ? UDP : TCP,
                    PortSet.ANY, PORTS.get(random.nextInt(PORTS.size()))));
        }
        rules.add(
                new RuleBox(AddressSet.ALL_IPV4, AddressSet.ALL_IPV4, Service.ANY_PROTOCOL, PortSet.ANY, PortSet.ANY));
        return rules;
    }

    /// Subnets of 10.0.0.0/8: /24 in three groups of five, /16 in the others.
    private static AddressSet group(SplittableRandom random) {
        int length = random.nextInt(5) < 3 ? 24 : 16;
        List<Ipv4Prefix> subnets = new ArrayList<>();
        for (int left = 1 + random.nextInt(MOST_SUBNETS); left > 0; left--) {
            subnets.add(Ipv4Prefix.of(new Ipv4Address(TEN | random.nextInt(1 << 24)), length));
        }
        return AddressSet.ofPrefixes(subnets);
    }

    private static AddressSet tag(List<Ipv4Prefix> published, SplittableRandom random) {
        List<Ipv4Prefix> prefixes = new ArrayList<>();
        for (int left = 1 + random.nextInt(MOST_PREFIXES); left > 0; left--) {
            prefixes.add(published.get(random.nextInt(published.size())));
        }
        return AddressSet.ofPrefixes(prefixes);
    }
}
