package dev.sekisho.simulator.compiled.synthetic;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.compiled.rules.PacketBatch;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.rules.field.Service;
import java.util.List;
import java.util.SplittableRandom;

/// Makes packets that hit rules: most lie in a rule that is drawn anew for each, the others take each side from another
/// rule. One of four addresses and ports is the first or last of its range, where mistakes are.
public final class PacketMaker {
    private final List<RuleBox> rules;
    private final SplittableRandom random;

    /// Makes the same packets for the same arguments.
    public PacketMaker(List<RuleBox> rules, long seed) {
        this.rules = List.copyOf(rules);
        this.random = new SplittableRandom(seed);
    }

    /// Fills a batch.
    public void fill(PacketBatch batch) {
        for (int i = 0; i < batch.capacity(); i++) {
            RuleBox rule = anyRule();
            RuleBox other = random.nextInt(5) == 0 ? anyRule() : rule;
            batch.sources()[i] = addressIn(rule.sources());
            batch.destinations()[i] = addressIn(other.destinations());
            batch.protocols()[i] = (byte) (rule.protocol() == Service.ANY_PROTOCOL
                    ? random.nextInt(20)
                    : rule.protocol());
            batch.ports()[i] = portIn(rule.sourcePorts()) << Character.SIZE | portIn(rule.destinationPorts());
        }
    }

    private RuleBox anyRule() {
        return rules.get(random.nextInt(rules.size()));
    }

    private int addressIn(AddressSet set) {
        IpRange range = set.ranges().get(random.nextInt(set.ranges().size()));
        return range.first() instanceof Ipv4Address(int first) && range.last() instanceof Ipv4Address(int last)
                ? (int) numberIn(Integer.toUnsignedLong(first), Integer.toUnsignedLong(last))
                : random.nextInt();
    }

    private int portIn(PortSet set) {
        PortRange range = set.ranges().get(random.nextInt(set.ranges().size()));
        return (int) numberIn(range.first(), range.last());
    }

    private long numberIn(long first, long last) {
        return switch (random.nextInt(8)) {
            case 0 -> first;
            case 1 -> last;
            default -> random.nextLong(first, last + 1);
        };
    }
}
