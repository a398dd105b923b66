package dev.sekisho.benchmarks.exact;

import com.github.javabdd.BDD;
import com.github.javabdd.BDDException;
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
import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// The questions as people put them to a library of binary decision diagrams: one variable for each bit of destination,
/// source, kind, port and name class, the rules in order as one function. Time and nodes are bounded. IPv4 alone, which is what the policies are about.
final class PlainBdd {
    private static final int ADDRESS_BITS = 32;
    private static final int PORT_BITS = 16;
    private static final int KIND_BITS = 4;
    private static final int NAME_BITS = 16;
    private static final int VARIABLES = 2 * ADDRESS_BITS + KIND_BITS + PORT_BITS + NAME_BITS;
    private static final int FIRST_NODES = 1_000_000;
    private static final int CACHE = 250_000;

    private static final int MOST_NODES = 16_000_000;

    /// An order of variables, part by part; the bits of a part are in order, the highest first.
    enum Order {
        DESTINATION_FIRST(0, 32, 64, 68, 84), SOURCE_FIRST(32, 0, 64, 68, 84), PORT_FIRST(20, 52, 0, 4, 84), NAME_FIRST(
                36, 68, 0, 4, 20);

        private final int destination;
        private final int source;
        private final int kind;
        private final int port;
        private final int name;

        Order(int destination, int source, int kind, int port, int name) {
            this.destination = destination;
            this.source = source;
            this.kind = kind;
            this.port = port;
            this.name = name;
        }
    }

    /// There is no answer within the bounds of time and memory.
    static final class GaveUp extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String why;

        GaveUp(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    private final BDDFactory factory = JFactory.init(FIRST_NODES, CACHE);
    private final Order order;
    private final long deadline;
    private final Map<AddressSet, BDD> destinations = new IdentityHashMap<>();
    private final Map<AddressSet, BDD> sources = new IdentityHashMap<>();

    /// @param most how long it may take from now on
    PlainBdd(Order order, Duration most) {
        this.order = order;
        this.deadline = System.nanoTime() + most.toNanos();
        factory.setVarNum(VARIABLES);
        factory.setMaxNodeNum(MOST_NODES);
    }

    /// Answers a question.
    ///
    /// @throws GaveUp if that takes too long or too many nodes
    <T> T ask(Function<PlainBdd, T> question) {
        try {
            return question.apply(this);
        } catch (BDDException e) {
            throw new GaveUp("more than " + MOST_NODES / 1_000_000 + " million nodes");
        }
    }

    long nodes() {
        return factory.getNodeNum();
    }

    /// What is asked about: rules as they were read, and the classes of names.
    record Rules(FirewallRulings rulings, FlowSpace space) {}

    /// Reads the rules of environments with one firewall each.
    static List<Rules> read(Environment... environments) {
        List<FirewallRulings> all = Stream.of(environments).map(environment -> FirewallRulings
                .of(new Views(environment).firewall(environment.firewalls().getFirst()), true)).toList();
        FlowSpace space = new FlowSpace(all.stream().flatMap(rulings -> rulings.regions().stream()).toList());
        return all.stream().map(rulings -> new Rules(rulings, space)).toList();
    }

    /// Tells whether some flow fares otherwise.
    boolean differ(Rules before, Rules after) {
        return !allowed(before.rulings(), before.space()).xor(allowed(after.rulings(), after.space())).isZero();
    }

    /// Returns how many rules decide about no flow.
    long neverDeciding(Rules rules) {
        BDD decided = factory.zero();
        for (Ruling ruling : rules.rulings().beforeRules()) {
            decided = decided.or(flows(ruling, rules.space()));
        }
        long never = 0;
        for (FirewallRulings.RuleRuling rule : rules.rulings().rules()) {
            BDD own = flows(rule.ruling(), rules.space());
            never += own.and(decided.not()).isZero() ? 1 : 0;
            decided = decided.orWith(own);
        }
        return never;
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
        if (System.nanoTime() > deadline) {
            throw new GaveUp("too long");
        }
        BDD flows = factory.zero();
        for (Region region : ruling.regions()) {
            IndexSet names = space.box(region).on(FlowSpace.NAME);
            BDD name = names.size() == space.diagrams().size(FlowSpace.NAME) ? factory.one()
                    : numbers(order.name, NAME_BITS, ranges(names));
            flows = flows.orWith(
                    destinations.computeIfAbsent(region.destinations(), set -> addresses(order.destination, set))
                            .and(sources.computeIfAbsent(region.sources(), set -> addresses(order.source, set)))
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
                : numbers(order.kind, KIND_BITS, region.kinds().stream()
                        .map(kind -> new int[]{kind.ordinal(), kind.ordinal()}).toList());
    }

    private BDD ports(PortSet set) {
        return set.isAny() ? factory.one()
                : numbers(order.port, PORT_BITS, set.ranges().stream().map(PlainBdd::bounds).toList());
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
