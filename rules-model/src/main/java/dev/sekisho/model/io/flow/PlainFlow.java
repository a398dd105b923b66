package dev.sekisho.model.io.flow;

import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.traffic.ApplicationData;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What [FlowRow#flow] says, read from bytes into numbers, for flows as nearly all are written: IPv4 addresses, protocols and
/// ports in their usual spelling, names of ASCII. Whatever else there is, [#read] leaves to `FlowRow`.
public final class PlainFlow {
    private static final int SRC = 0;
    private static final int DST = 1;
    private static final int PROTOCOL = 2;
    private static final int PORT = 3;
    private static final int FQDN = 4;
    private static final int APP = 5;
    private static final long NOT_PLAIN = -1;
    private static final int MOST_DIGITS = 5;
    private static final int TCP = IpProtocol.TCP.number();
    private static final List<Application> APPLICATIONS = Arrays.stream(ApplicationData.Protocol.values())
            .map(protocol -> new Application(protocol.text(), Optional.of(protocol))).toList();

    private byte[] bytes = new byte[0];
    private int at;
    private int source;
    private int destination;
    private boolean addressed;
    private int protocol;
    private int port;
    private int nameFrom;
    private int nameTo;
    private Optional<ApplicationData.Protocol> application = Optional.empty();

    /// How an application protocol is written.
    private record Application(String text, Optional<ApplicationData.Protocol> protocol) {}

    /// Reads a flow; false where it is not plain, or none at all.
    public boolean read(FlowFields fields) {
        bytes = fields.bytes();
        long from = address(fields.start(SRC), fields.end(SRC));
        if (from == NOT_PLAIN || !readDestination(fields) || !fields.isBare() && !isAscii(nameFrom, nameTo)) {
            return false;
        }
        source = (int) from;
        boolean named = nameFrom < nameTo;
        if (!addressed && !named) {
            return false;
        }
        int transport = transport(fields.start(PROTOCOL), fields.end(PROTOCOL));
        Optional<ApplicationData.Protocol> byProtocol = transport >= 0
                ? Optional.empty()
                : application(fields.start(PROTOCOL), fields.end(PROTOCOL));
        if (transport < 0 && byProtocol.isEmpty()) {
            return false;
        }
        protocol = transport >= 0 ? transport : TCP;
        return readPortAndApplication(fields, byProtocol, named);
    }

    private boolean readDestination(FlowFields fields) {
        nameFrom = fields.start(FQDN);
        nameTo = fields.end(FQDN);
        int from = fields.start(DST);
        int to = fields.end(DST);
        addressed = from < to;
        if (!addressed) {
            return true;
        }
        long address = address(from, to);
        if (address != NOT_PLAIN) {
            destination = (int) address;
            return true;
        }
        if (nameFrom < nameTo || !isSurelyName(from, to)) {
            return false;
        }
        addressed = false;
        nameFrom = from;
        nameTo = to;
        return true;
    }

    private boolean readPortAndApplication(FlowFields fields, Optional<ApplicationData.Protocol> byProtocol,
            boolean named) {
        boolean ported = new IpProtocol(protocol).hasPorts();
        boolean written = fields.start(PORT) < fields.end(PORT);
        long number = written ? number(fields.start(PORT), fields.end(PORT), PortRange.HIGHEST) : 0;
        boolean appWritten = fields.start(APP) < fields.end(APP);
        boolean none = appWritten && is(fields.start(APP), fields.end(APP), "none");
        Optional<ApplicationData.Protocol> stated = appWritten && !none
                ? application(fields.start(APP), fields.end(APP))
                : byProtocol;
        if (number == NOT_PLAIN || appWritten && !none && stated.isEmpty() || ported && !written && stated.isEmpty()) {
            return false;
        }
        port = written || stated.isEmpty() ? (int) number : FlowRow.usualPort(stated.get());
        application = stated.isEmpty() && !appWritten && named && protocol == TCP ? FlowRow.suggestedBy(port) : stated;
        return true;
    }

    /// A text with a letter that no address has.
    private boolean isSurelyName(int from, int to) {
        boolean letter = false;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == ':' || b == '[' || b == '%') {
                return false;
            }
            letter |= b >= 'g' && b <= 'z' && b != 'x';
        }
        return letter;
    }

    private boolean isAscii(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] <= ' ' || bytes[i] == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private int transport(int from, int to) {
        if (is(from, to, "tcp")) {
            return TCP;
        }
        if (is(from, to, "udp")) {
            return IpProtocol.UDP.number();
        }
        if (is(from, to, "icmp")) {
            return IpProtocol.ICMP.number();
        }
        return (int) number(from, to, 0xff);
    }

    private Optional<ApplicationData.Protocol> application(int from, int to) {
        for (int i = 0; i < APPLICATIONS.size(); i++) {
            if (is(from, to, APPLICATIONS.get(i).text())) {
                return APPLICATIONS.get(i).protocol();
            }
        }
        return Optional.empty();
    }

    /// Compares without regard to case.
    private boolean is(int from, int to, String lowerCase) {
        boolean same = to - from == lowerCase.length();
        for (int i = 0; same && i < lowerCase.length(); i++) {
            same = (bytes[from + i] | 0x20) == lowerCase.charAt(i);
        }
        return same;
    }

    private long number(int from, int to, int highest) {
        at = from;
        long value = number(to);
        return at == to && value <= highest ? value : NOT_PLAIN;
    }

    private long address(int from, int to) {
        at = from;
        long address = 0;
        for (int part = 0; part < Integer.BYTES; part++) {
            if (part > 0 && (at >= to || bytes[at++] != '.')) {
                return NOT_PLAIN;
            }
            long value = number(to);
            if (value < 0 || value > 0xff) {
                return NOT_PLAIN;
            }
            address = address << Byte.SIZE | value;
        }
        return at == to ? address : NOT_PLAIN;
    }

    /// Reads a decimal number without zeros in front, and stands behind it.
    private long number(int to) {
        int from = at;
        long value = 0;
        while (at < to && at - from <= MOST_DIGITS && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + bytes[at++] - '0';
        }
        boolean plain = at > from && at - from <= MOST_DIGITS && (at - from == 1 || bytes[from] != '0');
        return plain ? value : NOT_PLAIN;
    }

    /// The bits of the source address.
    public int source() {
        return source;
    }

    /// Whether an address of the destination is given.
    public boolean hasDestination() {
        return addressed;
    }

    /// The bits of the destination address, where it is given.
    public int destination() {
        return destination;
    }

    /// The number of the IP protocol.
    public int protocol() {
        return protocol;
    }

    /// The destination port; nothing of it counts for a protocol without ports.
    public int port() {
        return port;
    }

    /// What the flow shows to application rules.
    public Optional<ApplicationData.Protocol> application() {
        return application;
    }

    /// Where the name begins in the bytes of the fields.
    public int nameFrom() {
        return nameFrom;
    }

    /// Where the name ends, exclusive; it is empty where the flow has none.
    public int nameTo() {
        return nameTo;
    }
}
