package dev.sekisho.simulator.compiled.synthetic;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.rules.field.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A kind of rule set. The last three follow the families of ClassBench (Taylor and Turner, 2007) in what makes sets of
/// rules hard: how often a side is open, how prefixes nest, and which ports occur; they do not copy its files.
public enum RuleShape {
    /// A firewall policy: sources are groups of subnets, destinations are tags of many prefixes, few ports.
    AZURE(5, 5, 0),
    /// An access list: both sides are named, no source ports.
    ACL(3, 6, 0),
    /// A firewall's rules: one side is often open, source ports occur.
    FW(40, 30, 15),
    /// Chains of a packet filter: between the two.
    IPC(12, 12, 10);

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int[] PORTS = {443, 80, 1433, 53, 123, 22, 25, 3389, 5432, 6380, 8080, 9000, 9093, 1194, 445};
    private static final int PERCENT = 100;

    private final int openSources;
    private final int openDestinations;
    private final int withSourcePorts;

    /// @param openSources percentage of rules for every source
    /// @param openDestinations percentage of rules for every destination
    /// @param withSourcePorts percentage of rules that name a source port
    RuleShape(int openSources, int openDestinations, int withSourcePorts) {
        this.openSources = openSources;
        this.openDestinations = openDestinations;
        this.withSourcePorts = withSourcePorts;
    }

    /// Makes rules, always the same for the same arguments.
    public List<RuleBox> rules(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<AddressSet> sources = this == AZURE
                ? groups(10 + count / 12, 6, true, random)
                : AddressPool.of(4 + count / 4, 16, random).sets();
        List<AddressSet> destinations = this == AZURE
                ? groups(10 + count / 4, 60, false, random)
                : AddressPool.of(4 + count / 3, this == IPC ? 14 : 20, random).sets();
        List<RuleBox> rules = new ArrayList<>();
        while (rules.size() < count) {
            int protocol = protocol(random);
            rules.add(new RuleBox(side(sources, openSources, random), side(destinations, openDestinations, random),
                    protocol, hits(withSourcePorts, random) ? ports(random) : PortSet.ANY, ports(random)));
        }
        return List.copyOf(rules);
    }

    private static List<AddressSet> groups(int count, int most, boolean inside, SplittableRandom random) {
        List<AddressSet> groups = new ArrayList<>();
        while (groups.size() < count) {
            int size = 1 + random.nextInt(most);
            AddressPool pool = inside ? AddressPool.subnets(size, random) : AddressPool.of(size, 12, random);
            groups.add(AddressSet.unionOf(pool.sets()));
        }
        return groups;
    }

    private static AddressSet side(List<AddressSet> sets, int open, SplittableRandom random) {
        return hits(open, random) ? AddressSet.ALL_IPV4 : sets.get(random.nextInt(sets.size()));
    }

    private static int protocol(SplittableRandom random) {
        int kind = random.nextInt(20);
        return kind < 14 ? TCP : kind < 18 ? UDP : kind == 18 ? 1 : Service.ANY_PROTOCOL;
    }

    private static PortSet ports(SplittableRandom random) {
        int port = PORTS[random.nextInt(PORTS.length)];
        return switch (random.nextInt(8)) {
            case 0, 1 -> PortSet.ANY;
            case 2 -> PortSet.of(new PortRange(1024, PortRange.HIGHEST));
            case 3 -> PortSet.of(new PortRange(port, port + 10 * (1 + random.nextInt(100))));
            case 4 -> PortSet.of(80, 443);
            default -> PortSet.of(port);
        };
    }

    private static boolean hits(int percentage, SplittableRandom random) {
        return random.nextInt(PERCENT) < percentage;
    }
}
