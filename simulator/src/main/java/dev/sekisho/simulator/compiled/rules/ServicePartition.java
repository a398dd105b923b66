package dev.sekisho.simulator.compiled.rules;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Protocols and ports in classes that no [Service] of a collection tells apart. Immutable, so threads may share it.
///
/// Three small tables give a number for each field, and their sum is a place in `classes`; the numbers are multiplied
/// already:
///
/// ```text
/// classes[ protocols[protocol] + sourcePorts[source port] + destinationPorts[destination port] ]
/// ```
public final class ServicePartition {
    private static final int PROTOCOLS = 256;
    private static final int MOST_COMBINATIONS = 1 << 24;

    private final int[] protocols;
    private final PortPartition sourcePorts;
    private final PortPartition destinationPorts;
    private final int[] classes;
    private final int classCount;
    private final Map<Service, ClassSet> members;

    private ServicePartition(int[] protocols, PortPartition sourcePorts, PortPartition destinationPorts, int[] classes,
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
    /// @throws IllegalArgumentException if protocols and ports of the services combine in more than 16,777,216 ways
    public static ServicePartition of(Collection<Service> services) {
        List<Service> distinct = services.stream().distinct().toList();
        PortPartition from = PortPartition.of(distinct.stream().map(Service::sourcePorts).distinct().toList());
        PortPartition to = PortPartition.of(distinct.stream().map(Service::destinationPorts).distinct().toList());
        int[] named = distinct.stream().flatMapToInt(Service::named).sorted().distinct().toArray();
        int ports = from.count() * to.count();
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
        int[] protocols = new int[PROTOCOLS];
        for (int i = 0; i < named.length; i++) {
            protocols[named[i]] = (i + 1) * ports;
        }
        return new ServicePartition(protocols, from.times(to.count()), to, classes, classCount, members);
    }

    /// The places in the table of all combinations that belong to a service, ascending.
    private static int[] places(Service service, int[] named, PortPartition from, PortPartition to) {
        ClassSet fromPorts = from.members(service.sourcePorts());
        ClassSet toPorts = to.members(service.destinationPorts());
        int[] places = new int[(named.length + 1) * fromPorts.size() * toPorts.size()];
        int count = 0;
        for (int p = 0; p <= named.length; p++) {
            boolean covers = p == 0 ? service.coversOthers() : service.covers(named[p - 1]);
            for (int f = 0; covers && f < fromPorts.size(); f++) {
                for (int t = 0; t < toPorts.size(); t++) {
                    places[count++] = (p * from.count() + fromPorts.at(f)) * to.count() + toPorts.at(t);
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
        return classes[protocols[protocol & 0xff] + sourcePorts.classOf(ports >>> Character.SIZE)
                + destinationPorts.classOf(ports & 0xffff)];
    }

    /// Sets `result[i - from]` to the class of `protocols[i]` and `ports[i]` for every `i` from `from` (inclusive) to `to`
    /// (exclusive).
    public void classesOf(byte[] protocols, int[] ports, int from, int to, int[] result) {
        for (int i = from; i < to; i++) {
            result[i - from] = classOf(protocols[i], ports[i]);
        }
    }

    /// What the structure takes in memory, in bytes.
    public long bytes() {
        return sourcePorts.bytes() + destinationPorts.bytes()
                + (long) (protocols.length + classes.length) * Integer.BYTES;
    }

    @Override
    public String toString() {
        return classCount + " classes of services";
    }
}
