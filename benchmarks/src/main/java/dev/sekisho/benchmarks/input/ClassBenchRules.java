package dev.sekisho.benchmarks.input;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.rules.field.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;

/// Rules in the statistics of ClassBench (Taylor and Turner, "ClassBench: A Packet Classification Benchmark", 2007): how long
/// prefixes are, how their tries branch, which kinds of ports come together, which protocols, and how many rules share their
/// addresses. The figures were measured in sets of 10,000 rules that its generator makes from its seeds acl1, fw1 and ipc1.
public enum ClassBenchRules {
    /// An access list: both sides are hosts, or nearly.
    ACL("0/32*2 8/32*2 15/32*1 32/0*3 32/1*3 32/15*4 32/16*5 23/16*3 23/31*3 23/32*22 24/31*10 "
            + "24/32*5 25/32*4 30/22*6 30/23*4 30/31*3 30/32*16 31/22*10 31/23*10 31/25*7 31/31*30 "
            + "31/32*126 32/21*6 32/22*18 32/23*3 32/24*18 32/25*9 32/30*21 32/31*111 32/32*501",
            "100 100 100 100 100 100 100 2 0 0 0 0 0 0 0 0 0 0 0 0 0 3 20 35 25 15 40 80 80 80 80 80",
            "100 100 100 100 100 100 100 75 50 2 2 7 7 9 8 4 1 1 2 4 6 12 3 5 3 3 3 5 6 15 20 25",
            "any-one*565 any-any*313 any-range*122", "6*880 -1*80 1*28 17*12",
            "1521*100 1526*30 1221*19 1433*18 1525*18 135*17 14753*14 1712*14 1704*13 6000*13 21*13 20*10 1708*10 "
                    + "5555*10 25*8 80*8 443*8 53*6 22*6 3306*5 7001*5 8080*4 2049*4 389*3 161*3",
            25),

    /// A firewall: of most rules one side is open, or nearly.
    FW("0/0*6 0/1*4 0/30*27 0/31*103 0/32*128 1/0*4 1/31*65 1/32*179 2/32*55 20/0*3 21/0*3 "
            + "22/0*4 23/0*4 26/0*3 26/1*3 27/0*4 27/1*4 27/32*3 28/0*5 28/1*3 28/32*7 29/0*6 29/1*4 "
            + "29/31*3 29/32*9 30/0*12 30/1*5 30/31*3 30/32*10 31/0*30 31/1*20 31/21*3 31/28*3 31/29*3 "
            + "31/30*3 31/31*10 31/32*16 32/0*33 32/1*47 32/2*12 32/21*4 32/22*4 32/27*3 32/28*5 "
            + "32/29*7 32/30*8 32/31*18 32/32*44",
            "100 100 100 100 100 100 100 95 95 95 95 100 100 15 3 1 1 1 1 1 1 1 1 1 1 2 2 3 3 5 5 5",
            "100 100 100 100 100 100 100 100 100 100 100 100 100 80 3 1 1 1 1 1 1 1 1 1 1 1 1 2 3 3 5 5",
            "any-one*557 any-any*225 one-any*97 high-high*66 one-one*23 one-high*17 high-one*15",
            "6*573 17*322 47*54 1*39 -1*12",
            "22*99 80*60 53*60 25*56 123*39 2105*19 21*18 544*18 750*17 443*15 23*8 110*8 113*6 143*5 161*5 389*4 514*4",
            2),

    /// Chains of a packet filter: hosts and subnets, and many rules for every protocol and port.
    IPC("0/24*4 0/25*6 0/31*7 0/32*8 1/23*3 1/24*3 1/31*5 1/32*7 16/24*3 16/25*4 16/32*4 17/24*5 "
            + "21/25*3 22/1*3 22/16*3 22/17*3 22/24*8 22/25*8 22/27*3 22/32*3 23/0*5 23/1*3 23/16*6 "
            + "23/22*3 23/23*5 23/24*19 23/25*16 23/26*11 23/27*5 23/28*5 23/29*3 23/32*27 24/0*5 "
            + "24/15*3 24/16*5 24/22*3 24/23*14 24/24*22 24/25*19 24/26*11 24/27*4 24/28*5 24/29*3 "
            + "24/31*17 24/32*29 25/15*3 25/23*12 25/24*15 25/25*11 25/27*4 25/28*4 25/29*3 25/31*13 "
            + "25/32*22 26/23*6 26/24*8 26/25*4 26/26*3 26/28*6 26/31*10 26/32*11 27/23*3 27/24*6 "
            + "27/25*3 27/27*4 27/31*4 27/32*4 28/24*3 28/25*4 28/26*4 30/32*12 31/24*4 31/25*9 31/26*7 "
            + "31/27*5 31/31*9 31/32*47 32/1*3 32/23*7 32/24*15 32/25*20 32/26*13 32/27*10 32/28*3 "
            + "32/31*34 32/32*161",
            "100 100 100 100 100 22 3 8 16 20 13 10 8 9 39 20 5 1 1 17 30 35 25 15 8 5 5 5 10 25 40 30",
            "100 100 100 100 100 100 28 2 45 48 3 3 2 1 14 28 26 2 2 7 15 16 35 25 15 8 6 6 10 20 40 30",
            "any-any*384 any-one*360 one-any*141 any-high*60 any-range*29 range-any*22 high-any*4",
            "17*374 -1*334 6*274 1*12 47*4 51*2",
            "69*62 514*61 80*33 9003*30 53*30 25*17 1433*11 137*8 20*7 161*7 162*6 123*6 2967*6 1521*5 443*5 22*5 23*4",
            17);

    private static final int PERCENT = 100;
    private static final int RULES_OF_BRANCH = 64;
    private static final int RANGES = 30;
    private static final int WIDEST_RANGE = 2000;
    private static final int FIRST_HIGH_PORT = 1024;

    private final Shares lengths;
    private final String sourceBranches;
    private final String destinationBranches;
    private final Shares portKinds;
    private final Shares protocols;
    private final Shares ports;
    private final int samePair;

    ClassBenchRules(String lengths, String sourceBranches, String destinationBranches,
            String portKinds, String protocols, String ports, int samePair) {
        this.lengths = Shares.parse(lengths);
        this.sourceBranches = sourceBranches;
        this.destinationBranches = destinationBranches;
        this.portKinds = Shares.parse(portKinds);
        this.protocols = Shares.parse(protocols);
        this.ports = Shares.parse(ports);
        this.samePair = samePair;
    }

    /// Makes rules, each once, always the same for the same arguments.
    public List<RuleBox> rules(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int branches = count / RULES_OF_BRANCH;
        AddressTrie sources = AddressTrie.parse(sourceBranches, random.nextLong()).narrowed(branches);
        AddressTrie destinations = AddressTrie.parse(destinationBranches, random.nextLong()).narrowed(branches);
        List<PortSet> ranges = new ArrayList<>();
        while (ranges.size() < RANGES) {
            int first = random.nextInt(PortRange.HIGHEST - WIDEST_RANGE);
            ranges.add(PortSet.of(new PortRange(first, first + 1 + random.nextInt(WIDEST_RANGE))));
        }
        LinkedHashSet<RuleBox> rules = new LinkedHashSet<>();
        List<RuleBox> inOrder = new ArrayList<>();
        while (rules.size() < count) {
            String[] kinds = portKinds.next(random).split("-");
            int protocol = protocols.nextNumber(random);
            boolean withPorts = protocol == 6 || protocol == 17 || protocol == Service.ANY_PROTOCOL;
            PortSet sourcePorts = withPorts ? ports(kinds[0], ranges, random) : PortSet.ANY;
            PortSet destinationPorts = withPorts ? ports(kinds[1], ranges, random) : PortSet.ANY;
            RuleBox rule;
            if (!inOrder.isEmpty() && random.nextInt(PERCENT) < samePair) {
                RuleBox same = inOrder.get(random.nextInt(inOrder.size()));
                rule = new RuleBox(same.sources(), same.destinations(), protocol, sourcePorts, destinationPorts);
            } else {
                String[] pair = lengths.next(random).split("/");
                rule = new RuleBox(AddressSet.of(sources.next(Integer.parseInt(pair[0]), random)),
                        AddressSet.of(destinations.next(Integer.parseInt(pair[1]), random)), protocol, sourcePorts,
                        destinationPorts);
            }
            if (rules.add(rule)) {
                inOrder.add(rule);
            }
        }
        inOrder.sort(Comparator.comparingInt(ClassBenchRules::bits).reversed());
        return inOrder;
    }

    /// How many bits of both addresses a rule names: rules for few addresses come first.
    private static int bits(RuleBox rule) {
        return rule.sources().prefixes().getFirst().length() + rule.destinations().prefixes().getFirst().length();
    }

    private PortSet ports(String kind, List<PortSet> ranges, SplittableRandom random) {
        return switch (kind) {
            case "any" -> PortSet.ANY;
            case "one" -> PortSet.of(ports.nextNumber(random));
            case "high" -> PortSet.of(new PortRange(FIRST_HIGH_PORT, PortRange.HIGHEST));
            case "range" -> ranges.get(random.nextInt(ranges.size()));
            default -> throw new IllegalStateException("no kind of ports is called " + kind);
        };
    }
}
