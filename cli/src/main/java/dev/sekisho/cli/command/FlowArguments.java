package dev.sekisho.cli.command;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a flow of what a command line says about it.
///
/// A destination is `HOST`, `IP`, `HOST:PORT`, `[IPV6]:PORT` or a URL. Where the protocol is not said, a URL's scheme, a
/// well-known port, or for a bare host name HTTPS is meant, and plain TCP for everything else. A name shows itself in the
/// traffic as clients show it: as server name of TLS and TDS, and in the Host header.
final class FlowArguments {
    private static final Pattern DESTINATION = Pattern.compile(
            "(?:(?<scheme>https?)://)?(?:\\[(?<ipv6>[^\\]]*)\\]|(?<host>[^:/\\[\\]]+|[^/\\[\\]]*:[^/\\[\\]]*:[^/\\[\\]]*))"
                    + "(?::(?<port>\\d{1,5}))?(?<path>/.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MEANT_AS_ADDRESS = Pattern.compile("[0-9.]*[0-9]");
    private static final int HIGHEST_PORT = 65_535;

    private FlowArguments() {}

    /// What `--protocol` takes.
    enum Spoken {
        TCP(OptionalInt.empty()), UDP(OptionalInt.empty()), ICMP(OptionalInt.empty()), HTTP(OptionalInt.of(80)), HTTPS(
                OptionalInt.of(443)),
        MSSQL(OptionalInt.of(1433));

        private final OptionalInt usualPort;

        Spoken(OptionalInt usualPort) {
            this.usualPort = usualPort;
        }

        private Optional<ApplicationData.Protocol> application() {
            return switch (this) {
                case TCP, UDP, ICMP -> Optional.empty();
                case HTTP -> Optional.of(ApplicationData.Protocol.HTTP);
                case HTTPS -> Optional.of(ApplicationData.Protocol.HTTPS);
                case MSSQL -> Optional.of(ApplicationData.Protocol.MSSQL);
            };
        }

        private IpProtocol transport(boolean ipv4) {
            return switch (this) {
                case TCP, HTTP, HTTPS, MSSQL -> IpProtocol.TCP;
                case UDP -> IpProtocol.UDP;
                case ICMP -> ipv4 ? IpProtocol.ICMP : IpProtocol.ICMPV6;
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Returns the flow.
    ///
    /// @throws IllegalArgumentException with a message for the user, if the texts do not describe a flow
    static Flow flow(IpAddress source, String to, Optional<Spoken> protocol) {
        Matcher matcher = DESTINATION.matcher(to);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    Quotation.of(to) + " is no destination: write HOST, IP, HOST:PORT or a URL");
        }
        String target = Optional.ofNullable(matcher.group("ipv6")).orElseGet(() -> matcher.group("host"));
        Optional<IpAddress> address = IpAddress.tryParse(target);
        if (matcher.group("ipv6") != null && address.isEmpty()) {
            throw new IllegalArgumentException(Quotation.of(target) + " is no IPv6 address");
        }
        Optional<String> name = address.isPresent() ? Optional.empty() : Optional.of(name(target));
        OptionalInt given = port(Optional.ofNullable(matcher.group("port")));
        Spoken spoken = protocol.or(() -> Optional.ofNullable(matcher.group("scheme")).map(FlowArguments::scheme))
                .orElseGet(() -> usual(name.isPresent(), given));
        OptionalInt port = given.isPresent() ? given : spoken.usualPort;
        if (spoken == Spoken.ICMP && port.isPresent()) {
            throw new IllegalArgumentException("ICMP has no ports: leave :" + port.getAsInt() + " out");
        }
        if (spoken != Spoken.ICMP && port.isEmpty()) {
            throw new IllegalArgumentException(
                    Quotation.of(to) + " needs a port for " + spoken + ": write " + Quotation.visible(to)
                            + ":PORT");
        }
        Optional<String> url = name.flatMap(host -> Optional.ofNullable(matcher.group("path")).map(host::concat));
        Optional<ApplicationData> application = spoken.application()
                .map(kind -> application(kind, name, port.orElse(0), url));
        return new Flow(source, address, name, spoken.transport(source.isIpv4()), port, application, Flow.Marks.NONE);
    }

    /// Returns the name; one of digits and dots alone is meant as an address, and is refused with what is wrong with it.
    private static String name(String target) {
        if (MEANT_AS_ADDRESS.matcher(target).matches()) {
            return Ipv4Address.parse(target).toString();
        }
        return Fqdn.tryParse(target).map(Fqdn::value).orElseThrow(
                () -> new IllegalArgumentException(Quotation.of(target) + " is neither an address nor a host name"));
    }

    private static Spoken scheme(String text) {
        return text.equalsIgnoreCase("http") ? Spoken.HTTP : Spoken.HTTPS;
    }

    private static Spoken usual(boolean named, OptionalInt port) {
        if (port.isEmpty()) {
            return named ? Spoken.HTTPS : Spoken.TCP;
        }
        return switch (port.getAsInt()) {
            case 80 -> Spoken.HTTP;
            case 443 -> Spoken.HTTPS;
            case 1433 -> Spoken.MSSQL;
            default -> Spoken.TCP;
        };
    }

    private static OptionalInt port(Optional<String> text) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(text.get());
        if (port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port " + port + " is above " + HIGHEST_PORT);
        }
        return OptionalInt.of(port);
    }

    private static ApplicationData application(ApplicationData.Protocol kind, Optional<String> name, int port,
            Optional<String> url) {
        return switch (kind) {
            case HTTP -> new ApplicationData(kind, Optional.empty(), header(name, port, Spoken.HTTP), url);
            case HTTPS -> new ApplicationData(kind, name, header(name, port, Spoken.HTTPS), url);
            case MSSQL -> new ApplicationData(kind, name, Optional.empty(), Optional.empty());
        };
    }

    // Clients leave the scheme's own port out of the Host header.
    private static Optional<String> header(Optional<String> name, int port, Spoken spoken) {
        return name.map(host -> spoken.usualPort.orElse(0) == port ? host : host + ":" + port);
    }
}
