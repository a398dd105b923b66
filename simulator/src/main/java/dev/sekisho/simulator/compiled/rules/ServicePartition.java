package dev.sekisho.simulator.compiled.rules;

import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// Protocols and ports in classes that no [Service] of a collection tells apart. Immutable, so threads may share it.
///
/// Three small tables give a number for each field, and their sum is a place in `classes`. The numbers are multiplied
/// already, so that a lookup is four loads:
///
/// ```text
/// classes[ protocols[protocol] + sourcePorts[source port & mask] + destinationPorts[destination port] ]
/// ```
///
/// Where no service asks for the source port, `sourcePorts` has one entry and the mask is 0.
public final class ServicePartition {
    private static final int PORTS = PortRange.HIGHEST + 1;
    private static final int PROTOCOLS = 256;

    private final int[] protocols;
    private final int[] sourcePorts;
    private final char[] destinationPorts;
    private final char[] classes;
    private final int classCount;
    private final Map<Service, ClassSet> members;

    private ServicePartition(int[] protocols, int[] sourcePorts, char[] destinationPorts, char[] classes,
            int classCount, Map<Service, ClassSet> members) {
        this.protocols = protocols;
        this.sourcePorts = sourcePorts;
        this.destinationPorts = destinationPorts;
        this.classes = classes;
        this.classCount = classCount;
        this.members = members;
    }

    /// Tells protocols and ports apart that belong to different services.
    ///
    /// @throws IllegalArgumentException if there are more than 65,535 classes
    public static ServicePartition of(Collection<Service> services) {
        List<Service> distinct = services.stream().distinct().toList();
        PortClasses from = PortClasses.of(distinct.stream().map(Service::sourcePorts).distinct().toList());
        PortClasses to = PortClasses.of(distinct.stream().map(Service::destinationPorts).distinct().toList());
        int[] named = distinct.stream().flatMapToInt(Service::named).sorted().distinct().toArray();
        int ports = Math.multiplyExact(from.count, to.count);
        int combinations = Math.multiplyExact(named.length + 1, ports);
        long[] low = new long[combinations];
        long[] high = new long[combinations];
        long[] lowMembers = Signatures.members(distinct.size(), false);
        long[] highMembers = Signatures.members(distinct.size(), true);
        int[][] places = new int[distinct.size()][];
        for (int i = 0; i < distinct.size(); i++) {
            places[i] = places(distinct.get(i), named, from, to);
            for (int place : places[i]) {
                low[place] ^= lowMembers[i];
                high[place] ^= highMembers[i];
            }
        }
        Signatures signatures = new Signatures();
        char[] classes = new char[combinations];
        for (int place = 0; place < combinations; place++) {
            classes[place] = (char) signatures.numberOf(low[place], high[place]);
        }
        if (signatures.size() > Character.MAX_VALUE) {
            throw new IllegalArgumentException(signatures.size() + " classes of services; at most 65,535 can be told");
        }
        Map<Service, ClassSet> members = new HashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            members.put(distinct.get(i), ClassSet.of(Arrays.stream(places[i]).map(p -> classes[p]).toArray()));
        }
        int[] protocols = new int[PROTOCOLS];
        for (int i = 0; i < named.length; i++) {
            protocols[named[i]] = (i + 1) * ports;
        }
        int[] sourcePorts = new int[from.count == 1 ? 1 : PORTS];
        Arrays.setAll(sourcePorts, port -> from.classes[port] * to.count);
        return new ServicePartition(protocols, sourcePorts, to.classes, classes, signatures.size(), members);
    }

    /// The places in the table of all combinations that belong to a service.
    private static int[] places(Service service, int[] named, PortClasses from, PortClasses to) {
        ClassSet fromPorts = from.of(service.sourcePorts());
        ClassSet toPorts = to.of(service.destinationPorts());
        int[] places = new int[(named.length + 1) * fromPorts.size() * toPorts.size()];
        int count = 0;
        for (int p = 0; p <= named.length; p++) {
            boolean covers = p == 0 ? service.coversOthers() : service.covers(named[p - 1]);
            for (int f = 0; covers && f < fromPorts.size(); f++) {
                for (int t = 0; t < toPorts.size(); t++) {
                    places[count++] = (p * from.count + fromPorts.at(f)) * to.count + toPorts.at(t);
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
        return classes[protocols[protocol & 0xff] + sourcePorts[ports >>> Character.SIZE & sourcePorts.length - 1]
                + destinationPorts[ports & 0xffff]];
    }

    /// Sets `result[i]` to the class of `protocols[i]` and `ports[i]` for every `i` from `from` (inclusive) to `to`
    /// (exclusive).
    public void classesOf(byte[] protocols, int[] ports, int from, int to, int[] result) {
        for (int i = from; i < to; i++) {
            result[i] = classOf(protocols[i], ports[i]);
        }
    }

    /// What the structure takes in memory, in bytes.
    public long bytes() {
        return (long) (protocols.length + sourcePorts.length) * Integer.BYTES
                + (long) (destinationPorts.length + classes.length) * Character.BYTES;
    }

    @Override
    public String toString() {
        return classCount + " classes of services";
    }

    /// One field of ports in classes.
    private record PortClasses(char[] classes, int count, Map<PortSet, ClassSet> members) {

        static PortClasses of(List<PortSet> sets) {
            Partitions partitions = Partitions.of(PORTS, sets.stream().map(PortClasses::edges).toList());
            char[] classes = new char[PORTS];
            for (int i = 0; i < partitions.starts().length; i++) {
                long end = i + 1 < partitions.starts().length ? partitions.starts()[i + 1] : PORTS;
                Arrays.fill(classes, (int) partitions.starts()[i], (int) end, (char) partitions.classes()[i]);
            }
            Map<PortSet, ClassSet> members = new HashMap<>();
            for (int i = 0; i < sets.size(); i++) {
                members.put(sets.get(i), partitions.members().get(i));
            }
            return new PortClasses(classes, partitions.classCount(), members);
        }

        ClassSet of(PortSet set) {
            return members.getOrDefault(set, ClassSet.all(0));
        }

        private static long[] edges(PortSet set) {
            return set.ranges().stream().flatMapToLong(range -> LongStream.of(range.first(), range.last() + 1L))
                    .toArray();
        }
    }
}
