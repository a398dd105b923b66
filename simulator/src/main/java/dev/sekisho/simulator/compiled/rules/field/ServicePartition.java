package dev.sekisho.simulator.compiled.rules.field;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Protocols and ports in classes that no [Service] of a collection tells apart. Immutable, so threads may share it.
///
/// A line of a [PagedTable] for each protocol that a service names, and one for all others, gives a number for the
/// destination port. Where no service asks for the source port, that is the class:
///
/// ```text
/// destinations[ lines[protocol] ][ destination port ] = class
/// ```
///
/// and otherwise the place where the source port's class is added:
///
/// ```text
/// classes[ destinations[ lines[protocol] ][ destination port ] + sources[ source port ] ] = class
/// ```
public final class ServicePartition {
    private static final int PROTOCOLS = 256;
    private static final int MOST_COMBINATIONS = 1 << 24;

    private final int[] lines;
    private final PagedTable destinations;
    private final PagedTable sources;
    /// Empty where no service asks for the source port.
    private final int[] classes;
    private final int classCount;
    private final Map<Service, ClassSet> members;

    private ServicePartition(int[] lines, PagedTable destinations, PagedTable sources, int[] classes, int classCount,
            Map<Service, ClassSet> members) {
        this.lines = lines;
        this.destinations = destinations;
        this.sources = sources;
        this.classes = classes;
        this.classCount = classCount;
        this.members = members;
    }

    /// In how many ways protocols and ports combine that services tell apart, each by itself.
    public static long combinations(Collection<Service> services) {
        PortPartition from = PortPartition.of(services.stream().map(Service::sourcePorts).distinct().toList());
        PortPartition to = PortPartition.of(services.stream().map(Service::destinationPorts).distinct().toList());
        return (services.stream().flatMapToInt(Service::named).distinct().count() + 1) * from.count() * to.count();
    }

    /// Tells protocols and ports apart that belong to different services.
    ///
    /// @throws IllegalArgumentException if protocols and ports of the services combine in more than 16,777,216 ways
    public static ServicePartition of(Collection<Service> services) {
        List<Service> distinct = services.stream().distinct().toList();
        PortPartition from = PortPartition.of(distinct.stream().map(Service::sourcePorts).distinct().toList());
        PortPartition to = PortPartition.of(distinct.stream().map(Service::destinationPorts).distinct().toList());
        int[] named = distinct.stream().flatMapToInt(Service::named).sorted().distinct().toArray();
        long combinations = (named.length + 1L) * from.count() * to.count();
        if (combinations > MOST_COMBINATIONS) {
            throw new IllegalArgumentException("protocols and ports combine in " + combinations + " ways; at most "
                    + MOST_COMBINATIONS + " can be told");
        }
        ClassMerger merger = new ClassMerger((int) combinations, distinct.size());
        int[][] places = new int[distinct.size()][];
        for (int i = 0; i < places.length; i++) {
            places[i] = places(distinct.get(i), named, from, to);
            merger.tellApart(i, ClassSet.ofAscending(places[i]));
        }
        int[] classes = new int[(int) combinations];
        int classCount = merger.number(classes);
        Map<Service, ClassSet> members = new HashMap<>();
        for (int i = 0; i < places.length; i++) {
            members.put(distinct.get(i), ClassSet.of(Arrays.stream(places[i]).map(place -> classes[place]).toArray()));
        }
        int[] lines = new int[PROTOCOLS];
        for (int i = 0; i < named.length; i++) {
            lines[named[i]] = PagedTable.line(i + 1);
        }
        boolean anySource = from.count() == 1;
        List<int[]> numbers = IntStream.rangeClosed(0, named.length).mapToObj(line -> Arrays.stream(to.classes())
                .map(port -> (line * to.count() + port) * from.count())
                .map(place -> anySource ? classes[place] : place).toArray()).toList();
        return new ServicePartition(lines, PagedTable.of(numbers), PagedTable.of(List.of(from.classes())),
                anySource ? new int[0] : classes, classCount, members);
    }

    /// The places in the table of all combinations that belong to a service, ascending.
    private static int[] places(Service service, int[] named, PortPartition from, PortPartition to) {
        ClassSet fromPorts = from.members(service.sourcePorts());
        ClassSet toPorts = to.members(service.destinationPorts());
        int[] places = new int[(named.length + 1) * fromPorts.size() * toPorts.size()];
        int count = 0;
        for (int p = 0; p <= named.length; p++) {
            boolean covers = p == 0 ? service.coversOthers() : service.covers(named[p - 1]);
            for (int t = 0; covers && t < toPorts.size(); t++) {
                for (int f = 0; f < fromPorts.size(); f++) {
                    places[count++] = (p * to.count() + toPorts.at(t)) * from.count() + fromPorts.at(f);
                }
            }
        }
        return Arrays.copyOf(places, count);
    }

    /// The classes are 0 to `classCount() - 1`.
    public int classCount() {
        return classCount;
    }

    /// The classes of one of the services.
    ///
    /// @throws IllegalArgumentException if the partition was not made for the service
    public ClassSet members(Service service) {
        ClassSet found = members.get(service);
        if (found == null) {
            throw new IllegalArgumentException("the partition does not know " + service);
        }
        return found;
    }

    /// The class of a protocol and its ports.
    ///
    /// @param protocol the number in the low eight bits
    /// @param ports source port in the high half, destination port in the low half, as in a packet
    public int classOf(int protocol, int ports) {
        return classes.length == 0 ? withoutSource(protocol, ports) : withSource(protocol, ports);
    }

    private int withoutSource(int protocol, int ports) {
        return destinations.at(lines[protocol & 0xff], ports & 0xffff);
    }

    private int withSource(int protocol, int ports) {
        return classes[withoutSource(protocol, ports) + sources.at(0, ports >>> Character.SIZE)];
    }

    /// Sets `result[i - from]` to the class of `protocols[i]` and `ports[i]` for every `i` from `from` (inclusive) to `to`
    /// (exclusive).
    public void classesOf(byte[] protocols, int[] ports, int from, int to, int[] result) {
        if (classes.length == 0) {
            for (int i = from; i < to; i++) {
                result[i - from] = withoutSource(protocols[i], ports[i]);
            }
        } else {
            for (int i = from; i < to; i++) {
                result[i - from] = withSource(protocols[i], ports[i]);
            }
        }
    }

    /// What the structure takes in memory, in bytes.
    public long bytes() {
        return destinations.bytes() + sources.bytes() + (long) (lines.length + classes.length) * Integer.BYTES;
    }

    @Override
    public String toString() {
        return classCount + " classes of services";
    }
}
