package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Flows to evaluate, as a structure of arrays: flow `i` is what stands at place `i` of every column. The columns that a
/// caller does not see hold classes and partial answers, so that an evaluation allocates nothing for a flow.
///
/// A flow of another kind than IPv4 to a known address and port is kept whole; it goes to the interpreter.
///
/// Belongs to one thread at a time.
public final class FlowBatch {
    /// No application traffic.
    public static final byte NO_APPLICATION = 0;
    /// Application protocols in the column of that name.
    public static final byte HTTP = 1, HTTPS = 2, MSSQL = 3;

    private static final int NOWHERE = -1;

    final int[] sources;
    final int[] destinations;
    final byte[] protocols;
    final int[] ports;
    final byte[] applications;
    final int[] nameStarts;
    final int[] nameEnds;
    byte[] names = new byte[1 << 12];
    private int namesEnd;
    final int[] whole;
    private final List<Flow> wholeFlows = new ArrayList<>();
    private int size;

    final int[] sourceClasses;
    final int[] destinationClasses;
    final int[] serviceClasses;
    final int[] nameClasses;
    final int[] ways;
    final int[] rulings;
    final int[] legs;
    final long[] outbound;
    final long[] inbound;
    final int[] outcomes;

    /// Makes room for flows.
    public FlowBatch(int capacity) {
        sources = new int[capacity];
        destinations = new int[capacity];
        protocols = new byte[capacity];
        ports = new int[capacity];
        applications = new byte[capacity];
        nameStarts = new int[capacity];
        nameEnds = new int[capacity];
        whole = new int[capacity];
        sourceClasses = new int[capacity];
        destinationClasses = new int[capacity];
        serviceClasses = new int[capacity];
        nameClasses = new int[capacity];
        ways = new int[capacity];
        rulings = new int[capacity];
        legs = new int[capacity];
        outbound = new long[capacity];
        inbound = new long[capacity];
        outcomes = new int[capacity];
    }

    /// Takes all flows out.
    public void clear() {
        size = 0;
        namesEnd = 0;
        wholeFlows.clear();
    }

    /// How many flows there are.
    public int size() {
        return size;
    }

    /// How many flows there is room for.
    public int capacity() {
        return sources.length;
    }

    /// Whether there is no room for one more.
    public boolean isFull() {
        return size == sources.length;
    }

    /// Adds a flow between IPv4 addresses whose name is not known, and which is no application traffic.
    ///
    /// @param port destination port; what is given for a protocol without ports does not count
    public void add(int source, int destination, int protocol, int port) {
        add(source, destination, protocol, port, NO_APPLICATION);
        nameStarts[size - 1] = NOWHERE;
        nameEnds[size - 1] = NOWHERE;
    }

    /// Adds a flow between IPv4 addresses to a destination whose name is known.
    ///
    /// @param application one of the constants; the name is what TLS or the Host header shows
    public void add(int source, int destination, int protocol, int port, byte application, byte[] name) {
        add(source, destination, protocol, port, application);
        if (names.length < namesEnd + name.length) {
            names = Arrays.copyOf(names, 2 * (namesEnd + name.length));
        }
        System.arraycopy(name, 0, names, namesEnd, name.length);
        nameStarts[size - 1] = namesEnd;
        namesEnd += name.length;
        nameEnds[size - 1] = namesEnd;
    }

    private void add(int source, int destination, int protocol, int port, byte application) {
        sources[size] = source;
        destinations[size] = destination;
        protocols[size] = (byte) protocol;
        ports[size] = protocol == IpProtocol.TCP.number() || protocol == IpProtocol.UDP.number() ? port : 0;
        applications[size] = application;
        whole[size++] = 0;
    }

    /// Adds a flow of any kind.
    public void add(Flow flow) {
        boolean plain = flow.marks().equals(Flow.Marks.NONE)
                && (flow.destinationPort().isPresent() || !flow.protocol().hasPorts());
        if (plain && flow.source() instanceof Ipv4Address(int source) && flow.destination().isPresent()
                && flow.destination().get() instanceof Ipv4Address(int destination)) {
            int protocol = flow.protocol().number();
            int port = flow.destinationPort().orElse(0);
            if (flow.application().isEmpty() && flow.destinationName().isEmpty()) {
                add(source, destination, protocol, port);
                return;
            }
            Optional<String> name = flow.destinationName();
            byte application = flow.application().map(data -> number(data.protocol())).orElse(NO_APPLICATION);
            if (name.isPresent() && flow.application().equals(applicationData(application, name.get(), port))) {
                add(source, destination, protocol, port, application, name.get().getBytes(StandardCharsets.UTF_8));
                return;
            }
        }
        wholeFlows.add(flow);
        nameStarts[size] = NOWHERE;
        nameEnds[size] = NOWHERE;
        whole[size++] = wholeFlows.size();
    }

    /// Returns a flow as a value.
    public Flow flow(int place) {
        if (whole[place] > 0) {
            return wholeFlows.get(whole[place] - 1);
        }
        IpProtocol protocol = new IpProtocol(protocols[place] & 0xff);
        int port = ports[place];
        Optional<String> name = name(place);
        return new Flow(new Ipv4Address(sources[place]), Optional.of(new Ipv4Address(destinations[place])), name,
                protocol, protocol.hasPorts() ? OptionalInt.of(port) : OptionalInt.empty(),
                name.flatMap(text -> applicationData(applications[place], text, port)), Flow.Marks.NONE);
    }

    /// The number of what became of a flow, in the [Outcomes] of the evaluation.
    public int outcome(int place) {
        return outcomes[place];
    }

    boolean hasName(int place) {
        return nameStarts[place] != NOWHERE;
    }

    private Optional<String> name(int place) {
        return hasName(place)
                ? Optional.of(new String(names, nameStarts[place], nameEnds[place] - nameStarts[place],
                        StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static byte number(ApplicationData.Protocol protocol) {
        return switch (protocol) {
            case HTTP -> HTTP;
            case HTTPS -> HTTPS;
            case MSSQL -> MSSQL;
        };
    }

    /// What a client shows that speaks one of the protocols to a name.
    static Optional<ApplicationData> applicationData(byte application, String name, int port) {
        return switch (application) {
            case HTTP -> shown(ApplicationData.Protocol.HTTP, name, port);
            case HTTPS -> shown(ApplicationData.Protocol.HTTPS, name, port);
            case MSSQL -> shown(ApplicationData.Protocol.MSSQL, name, port);
            default -> Optional.empty();
        };
    }

    private static Optional<ApplicationData> shown(ApplicationData.Protocol protocol, String name, int port) {
        return Optional.of(ApplicationData.shownBy(protocol, Optional.of(name), port));
    }
}
