package dev.sekisho.benchmarks.exact;

import com.github.javabdd.BDD;
import com.github.javabdd.BDDFactory;
import com.github.javabdd.JFactory;
import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.exact.decision.Ruling;
import dev.sekisho.simulator.exact.diagram.IndexSet;
import dev.sekisho.simulator.exact.firewall.FirewallRulings;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.FlowSpace;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The questions as people put them to a library of binary decision diagrams: one variable for each bit of destination,
/// source, kind, port and name class, the rules in order as one function. IPv4 alone, which is what the policies are about.
final class PlainBdd {
    private static final int ADDRESS_BITS = 32;
    private static final int PORT_BITS = 16;
    private static final int KIND_BITS = 4;
    private static final int DESTINATION = 0;
    private static final int SOURCE = DESTINATION + ADDRESS_BITS;
    private static final int KIND = SOURCE + ADDRESS_BITS;
    private static final int PORT = KIND + KIND_BITS;
    private static final int NAME = PORT + PORT_BITS;
    private static final int NAME_BITS = 16;
    private static final int FIRST_NODES = 4_000_000;
    private static final int CACHE = 1_000_000;

    private final BDDFactory factory = JFactory.init(FIRST_NODES, CACHE);
    private final Map<AddressSet, BDD> destinations = new IdentityHashMap<>();
    private final Map<AddressSet, BDD> sources = new IdentityHashMap<>();

    PlainBdd() {
        factory.setVarNum(NAME + NAME_BITS);
    }

    long nodes() {
        return factory.getNodeNum();
    }

    /// Tells whether some flow fares otherwise.
    boolean differ(Environment before, Environment after) {
        FirewallRulings was = rulings(before);
        FirewallRulings is = rulings(after);
        FlowSpace space = new FlowSpace(Stream.concat(regions(was), regions(is)).toList());
        return !allowed(was, space).xor(allowed(is, space)).isZero();
    }

    /// Returns how many rules decide about no flow.
    long neverDeciding(Environment environment) {
        FirewallRulings rulings = rulings(environment);
        FlowSpace space = new FlowSpace(regions(rulings).toList());
        BDD decided = factory.zero();
        for (Ruling ruling : rulings.beforeRules()) {
            decided = decided.or(flows(ruling, space));
        }
        long never = 0;
        for (FirewallRulings.RuleRuling rule : rulings.rules()) {
            BDD own = flows(rule.ruling(), space);
            never += own.and(decided.not()).isZero() ? 1 : 0;
            decided = decided.orWith(own);
        }
        return never;
    }

    private static FirewallRulings rulings(Environment environment) {
        return FirewallRulings.of(new Views(environment).firewall(environment.firewalls().getFirst()), true);
    }

    private static Stream<Region> regions(FirewallRulings rulings) {
        return rulings.inOrder().stream().flatMap(ruling -> ruling.regions().stream());
    }

    private BDD allowed(FirewallRulings rulings, FlowSpace space) {
        BDD allowed = factory.zero();
        for (Ruling ruling : rulings.inOrder().reversed()) {
            BDD flows = flows(ruling, space);
            boolean allows = ruling.outcome().result() == PathResult.ALLOW;
            allowed = allows ? allowed.orWith(flows) : allowed.andWith(flows.not());
        }
        return allowed;
    }

    private BDD flows(Ruling ruling, FlowSpace space) {
        BDD flows = factory.zero();
        for (Region region : ruling.regions()) {
            IndexSet names = space.box(region).on(FlowSpace.NAME);
            BDD name = names.size() == space.diagrams().size(FlowSpace.NAME) ? factory.one()
                    : numbers(NAME, NAME_BITS, ranges(names));
            flows = flows.orWith(destinations.computeIfAbsent(region.destinations(), set -> addresses(DESTINATION, set))
                    .and(sources.computeIfAbsent(region.sources(), set -> addresses(SOURCE, set)))
                    .andWith(kinds(region)).andWith(ports(region.ports())).andWith(name));
        }
        return flows;
    }

    private static List<int[]> ranges(IndexSet set) {
        List<int[]> ranges = new ArrayList<>();
        for (int i = 0; i < set.rangeCount(); i++) {
            ranges.add(new int[]{set.first(i), set.last(i)});
        }
        return ranges;
    }

    private BDD kinds(Region region) {
        return region.kinds().size() == FlowKind.values().length ? factory.one()
                : numbers(KIND, KIND_BITS, region.kinds().stream()
                        .map(kind -> new int[]{kind.ordinal(), kind.ordinal()}).toList());
    }

    private BDD ports(PortSet set) {
        return set.isAny() ? factory.one()
                : numbers(PORT, PORT_BITS, set.ranges().stream().map(PlainBdd::bounds).toList());
    }

    private static int[] bounds(PortRange range) {
        return new int[]{range.first(), range.last()};
    }

    private BDD addresses(int variable, AddressSet set) {
        BDD any = factory.zero();
        for (IpRange range : set.ipv4().ranges()) {
            for (IpPrefix prefix : range.toPrefixes()) {
                any = any.orWith(bits(variable, ((Ipv4Prefix) prefix).network(), ADDRESS_BITS, prefix.length()));
            }
        }
        return any;
    }

    private BDD numbers(int variable, int width, List<int[]> ranges) {
        BDD any = factory.zero();
        for (int[] range : ranges) {
            int from = range[0];
            while (from <= range[1]) {
                int free = Math.min(width, Integer.numberOfTrailingZeros(from | 1 << width));
                while (from + (1 << free) - 1 > range[1]) {
                    free--;
                }
                any = any.orWith(bits(variable, from, width, width - free));
                from += 1 << free;
            }
        }
        return any;
    }

    /// The flows whose number begins with some bits.
    private BDD bits(int variable, int number, int width, int count) {
        BDD all = factory.one();
        for (int bit = count - 1; bit >= 0; bit--) {
            boolean set = (number >>> width - 1 - bit & 1) == 1;
            all = all.andWith(set ? factory.ithVar(variable + bit) : factory.nithVar(variable + bit));
        }
        return all;
    }
}
