package dev.sekisho.model.io.flow;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// One flow as a file writes it; what is not written is empty.
///
/// @param line where it stands, from 1 on
/// @param dst an address; a name is taken for `fqdn`
/// @param protocol `tcp`, `udp`, `icmp`, a number, or one of the application protocols
/// @param app `http`, `https`, `mssql` or `none`; where nothing is written and a name is, what the port suggests
public record FlowRow(long line, String src, String dst, String protocol, String port, String fqdn, String app) {
    /// The names of the fields, in the order in which files write them.
    public static final List<String> FIELDS = List.of("src", "dst", "protocol", "port", "fqdn", "app");

    private static final String NO_APPLICATION = "none";
    private static final Optional<ApplicationData.Protocol> HTTP = Optional.of(ApplicationData.Protocol.HTTP);
    private static final Optional<ApplicationData.Protocol> HTTPS = Optional.of(ApplicationData.Protocol.HTTPS);
    private static final Optional<ApplicationData.Protocol> MSSQL = Optional.of(ApplicationData.Protocol.MSSQL);

    /// The fields in the order of [#FIELDS].
    public List<String> values() {
        return List.of(src, dst, protocol, port, fqdn, app);
    }

    /// Returns the flow.
    ///
    /// @throws IllegalArgumentException if the row does not describe one; the message says why
    public Flow flow() {
        Optional<IpAddress> address = dst.isEmpty() ? Optional.empty() : IpAddress.tryParse(dst);
        boolean named = !dst.isEmpty() && address.isEmpty();
        if (named && (!fqdn.isEmpty() || dst.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9'))) {
            IpAddress.parse(dst);
        }
        String name = named ? dst : fqdn;
        if (dst.isEmpty() && name.isEmpty()) {
            throw new IllegalArgumentException("the flow has neither 'dst' nor 'fqdn'");
        }
        Optional<ApplicationData.Protocol> byProtocol = application(protocol);
        IpProtocol transport = byProtocol.isPresent() ? IpProtocol.TCP : IpProtocol.parse(protocol);
        Optional<ApplicationData.Protocol> stated = app.isEmpty() || app.equalsIgnoreCase(NO_APPLICATION)
                ? byProtocol
                : Optional.of(application(app).orElseThrow(() -> new IllegalArgumentException(
                        "'" + app + "' is no application protocol: write http, https, mssql or none")));
        OptionalInt written = writtenPort();
        OptionalInt used = written.isPresent() || stated.isEmpty() ? written : OptionalInt.of(usualPort(stated.get()));
        if (transport.hasPorts() && used.isEmpty()) {
            throw new IllegalArgumentException("the flow has no 'port'");
        }
        Optional<ApplicationData.Protocol> spoken = stated
                .or(() -> app.isEmpty() && !name.isEmpty() && transport.equals(IpProtocol.TCP)
                        ? suggestedBy(used.getAsInt())
                        : Optional.empty());
        Optional<String> shown = Optional.of(name).filter(text -> !text.isEmpty());
        return new Flow(IpAddress.parse(src), address, shown, transport,
                transport.hasPorts() ? used : OptionalInt.empty(),
                spoken.map(protocol -> ApplicationData.shownBy(protocol, shown, used.orElse(0))), Flow.Marks.NONE);
    }

    private OptionalInt writtenPort() {
        if (port.isEmpty()) {
            return OptionalInt.empty();
        }
        PortRange range = PortRange.tryParse(port).filter(parsed -> parsed.first() == parsed.last())
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + port + "' is not a port from 0 to " + PortRange.HIGHEST));
        return OptionalInt.of(range.first());
    }

    private static Optional<ApplicationData.Protocol> application(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(ApplicationData.Protocol.values()).filter(protocol -> protocol.text().equals(lower))
                .findFirst();
    }

    static int usualPort(ApplicationData.Protocol protocol) {
        return switch (protocol) {
            case HTTP -> 80;
            case HTTPS -> 443;
            case MSSQL -> 1433;
        };
    }

    static Optional<ApplicationData.Protocol> suggestedBy(int port) {
        return switch (port) {
            case 80 -> HTTP;
            case 443 -> HTTPS;
            case 1433 -> MSSQL;
            default -> Optional.empty();
        };
    }
}
