package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.compiled.clause.FlowClasses;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Flows to evaluate, as a structure of arrays: flow `i` is what stands at place `i` of every column. The columns that a
/// caller does not see hold classes and partial answers, so that an evaluation allocates nothing for a flow.
///
/// `forms[i]` says how much of a flow is in the columns: all of it, all but the destination address, which is not given, or
/// all but the addresses, one of which is IPv6. Flows of the last form, and those of [#ODD], which say something that no
/// column holds, are kept whole as well: `kept[i]` is the place in `flows`.
///
/// Belongs to one thread at a time.
public final class FlowBatch {
    /// No application traffic.
    public static final byte NO_APPLICATION = FlowClasses.NO_APPLICATION;
    /// Application protocols in the column of that name.
    public static final byte HTTP = FlowClasses.HTTP, HTTPS = FlowClasses.HTTPS, MSSQL = FlowClasses.MSSQL;

    static final byte IPV4 = 0;
    static final byte NO_DESTINATION = 1;
    static final byte WIDE = 2;
    static final byte ODD = 3;

    private static final int NOWHERE = -1;

    final byte[] forms;
    final int[] sources;
    final int[] destinations;
    final byte[] protocols;
    final int[] ports;
    final byte[] applications;
    final int[] nameStarts;
    final int[] nameEnds;
    byte[] names = new byte[1 << 12];
    private int namesEnd;
    private final int[] kept;
    private final List<Flow> flows = new ArrayList<>();
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
        forms = new byte[capacity];
        sources = new int[capacity];
        destinations = new int[capacity];
        protocols = new byte[capacity];
        ports = new int[capacity];
        applications = new byte[capacity];
        nameStarts = new int[capacity];
        nameEnds = new int[capacity];
        kept = new int[capacity];
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
        flows.clear();
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
        add(IPV4, source, destination, protocol, port, NO_APPLICATION);
    }

    /// Adds a flow between IPv4 addresses to a destination whose name is known.
    ///
    /// @param application one of the constants; the name is what TLS or the Host header shows
    public void add(int source, int destination, int protocol, int port, byte application, byte[] name) {
        add(source, destination, protocol, port, application, name, 0, name.length);
    }

    /// Adds a flow between IPv4 addresses.
    ///
    /// @param from where the name begins in `text`
    /// @param to where it ends, exclusive; where the name is empty, the flow has none
    public void add(int source, int destination, int protocol, int port, byte application, byte[] text, int from,
            int to) {
        add(IPV4, source, destination, protocol, port, application);
        name(text, from, to);
    }

    /// Adds a flow from an IPv4 address to a name whose address is not given.
    ///
    /// @param from where the name begins in `text`
    /// @param to where it ends, exclusive
    public void addToName(int source, int protocol, int port, byte application, byte[] text, int from, int to) {
        add(NO_DESTINATION, source, 0, protocol, port, application);
        name(text, from, to);
    }

    private void add(byte form, int source, int destination, int protocol, int port, byte application) {
        forms[size] = form;
        sources[size] = source;
        destinations[size] = destination;
        protocols[size] = (byte) protocol;
        ports[size] = protocol == IpProtocol.TCP.number() || protocol == IpProtocol.UDP.number() ? port : 0;
        applications[size] = application;
        nameStarts[size] = NOWHERE;
        nameEnds[size] = NOWHERE;
        size++;
    }

    private void name(byte[] text, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return;
        }
        if (names.length < namesEnd + length) {
            names = Arrays.copyOf(names, 2 * (namesEnd + length));
        }
        System.arraycopy(text, from, names, namesEnd, length);
        nameStarts[size - 1] = namesEnd;
        namesEnd += length;
        nameEnds[size - 1] = namesEnd;
    }

    /// Adds a flow of any kind.
    public void add(Flow flow) {
        byte form = form(flow);
        int source = flow.source() instanceof Ipv4Address(int bits) ? bits : 0;
        int destination = flow.destination().isPresent() && flow.destination().get() instanceof Ipv4Address(int bits)
                ? bits
                : 0;
        add(form, source, destination, flow.protocol().number(), flow.destinationPort().orElse(0),
                flow.application().map(data -> number(data.protocol())).orElse(NO_APPLICATION));
        flow.destinationName().map(text -> text.getBytes(StandardCharsets.UTF_8))
                .ifPresent(bytes -> name(bytes, 0, bytes.length));
        if (form == WIDE || form == ODD) {
            kept[size - 1] = flows.size();
            flows.add(flow);
        }
    }

    private static byte form(Flow flow) {
        Optional<String> name = flow.destinationName();
        boolean inColumns = flow.marks().equals(Flow.Marks.NONE)
                && flow.destinationPort().isPresent() == flow.protocol().hasPorts()
                && name.filter(text -> text.isEmpty() || !isUnicode(text)).isEmpty()
                && (name.isPresent() || flow.destination().isPresent())
                && flow.application().equals(flow.application().map(data -> ApplicationData.shownBy(data.protocol(),
                        name, flow.destinationPort().orElse(0))));
        if (!inColumns) {
            return ODD;
        }
        if (!flow.source().isIpv4() || flow.destination().filter(address -> !address.isIpv4()).isPresent()) {
            return WIDE;
        }
        return flow.destination().isPresent() ? IPV4 : NO_DESTINATION;
    }

    /// Whether bytes can hold a text; half a character, as JSON may escape it, is lost in them.
    private static boolean isUnicode(String text) {
        return text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    /// Returns a flow as a value.
    public Flow flow(int place) {
        if (forms[place] == WIDE || forms[place] == ODD) {
            return flows.get(kept[place]);
        }
        IpProtocol protocol = new IpProtocol(protocols[place] & 0xff);
        int port = ports[place];
        Optional<String> name = name(place);
        Optional<IpAddress> destination = forms[place] == IPV4
                ? Optional.of(new Ipv4Address(destinations[place]))
                : Optional.empty();
        return new Flow(new Ipv4Address(sources[place]), destination, name, protocol,
                protocol.hasPorts() ? OptionalInt.of(port) : OptionalInt.empty(),
                applicationData(applications[place], name, port), Flow.Marks.NONE);
    }

    /// The number of what became of a flow, in the [Outcomes] of the evaluation.
    public int outcome(int place) {
        return outcomes[place];
    }

    boolean hasName(int place) {
        return nameStarts[place] != NOWHERE;
    }

    Optional<String> name(int place) {
        return hasName(place)
                ? Optional.of(new String(names, nameStarts[place], nameEnds[place] - nameStarts[place],
                        StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /// The constant for a protocol.
    public static byte number(ApplicationData.Protocol protocol) {
        return switch (protocol) {
            case HTTP -> HTTP;
            case HTTPS -> HTTPS;
            case MSSQL -> MSSQL;
        };
    }

    /// What a client shows that speaks one of the protocols.
    static Optional<ApplicationData> applicationData(byte application, Optional<String> name, int port) {
        return switch (application) {
            case HTTP -> Optional.of(ApplicationData.shownBy(ApplicationData.Protocol.HTTP, name, port));
            case HTTPS -> Optional.of(ApplicationData.shownBy(ApplicationData.Protocol.HTTPS, name, port));
            case MSSQL -> Optional.of(ApplicationData.shownBy(ApplicationData.Protocol.MSSQL, name, port));
            default -> Optional.empty();
        };
    }
}
