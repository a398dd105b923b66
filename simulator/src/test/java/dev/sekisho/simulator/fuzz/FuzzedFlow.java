package dev.sekisho.simulator.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.address.Ipv6Address;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.path.PathOptions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Makes a flow of bytes, and what is said beside it. Most addresses and names are those that the environment knows.
final class FuzzedFlow {
    private static final List<String> ADDRESSES = List.of("10.30.1.10", "10.30.1.9", "10.30.1.200", "10.30.64.7",
            "10.244.3.9", "10.30.9.4", "10.31.0.4", "10.31.0.10", "10.32.1.5", "10.32.1.9", "10.33.0.1", "10.34.0.4",
            "172.30.8.1", "172.31.0.1", "198.51.100.7", "198.51.100.130", "192.0.2.1", "203.0.113.7", "203.0.113.10",
            "203.0.113.50", "203.0.113.60", "203.0.113.66", "203.0.113.130", "8.8.8.8", "168.63.129.16",
            "169.254.169.254", "0.0.0.0", "255.255.255.255", "127.0.0.1", "224.0.0.1", "::", "::1", "fd00:30::5",
            "2001:db8::5", "::ffff:10.30.1.10");
    private static final List<String> NAMES = List.of("images.example", "eu.images.example", "IMAGES.example.",
            "clock.example", "near.db.example", "far.db.example", "gone.example", "jump.example", "bad.example",
            "a.good.example", "www.paper.example", "www.paper.example/feed/today", "www.paper.example:443",
            "x.hcp.japaneast.azmk8s.io", "md-status.blob.example", "unknown.example", ".", "*", "a".repeat(300),
            "xn--", "bücher.example", "10.30.1.10", "[::1]:443", "host:0", "host:65536", "", "\u0000", "a/b");
    private static final List<Integer> PORTS = List.of(0, 1, 22, 23, 25, 53, 80, 123, 443, 1433, 3389, 8080, 8081, 8443,
            8444, 11_500, 65_535);

    private final FuzzedDataProvider data;

    FuzzedFlow(FuzzedDataProvider data) {
        this.data = data;
    }

    Flow flow() {
        IpAddress source = address();
        Optional<IpAddress> destination = data.consumeBoolean() ? Optional.of(address()) : Optional.empty();
        Optional<String> name = name();
        IpProtocol protocol = new IpProtocol(
                data.pickValue(new int[]{6, 6, 6, 17, 1, 58, 47, data.consumeInt(0, 255)}));
        Optional<ApplicationData> application = data.consumeBoolean()
                ? Optional.of(new ApplicationData(data.pickValue(ApplicationData.Protocol.values()), name(), name(),
                        name()))
                : Optional.empty();
        Flow.Marks marks = new Flow.Marks(rarely(), rarely(),
                rarely() ? Optional.of(data.pickValue(List.of("2024897", "2024898", "1", ""))) : Optional.empty(),
                rarely(), port());
        return new Flow(source, destination, name, protocol, port(), application, marks);
    }

    PathOptions options() {
        PathOptions options = PathOptions.NONE;
        if (rarely()) {
            options = options.withPod();
        }
        if (rarely()) {
            options = options.withCluster(data.pickValue(List.of("shop", "flat", "missing")));
        }
        if (rarely()) {
            options = options.withSubnet("shop", data.pickValue(List.of("nodes", "pods", "endpoints", "missing")));
        }
        if (rarely()) {
            options = options.withSameResolver();
        }
        return data.consumeBoolean()
                ? options.withFirewall(data.pickValue(List.of("hub-fw", "old-fw", "missing")))
                : options;
    }

    private boolean rarely() {
        return data.consumeInt(0, 5) == 5;
    }

    private IpAddress address() {
        return switch (data.consumeInt(0, 7)) {
            case 0 -> new Ipv4Address(data.consumeInt());
            case 1 -> new Ipv6Address(data.consumeLong(), data.consumeLong());
            default -> IpAddress.parse(data.pickValue(ADDRESSES));
        };
    }

    private Optional<String> name() {
        return switch (data.consumeInt(0, 7)) {
            case 0, 1 -> Optional.empty();
            case 2 -> Optional.of(data.consumeString(60));
            default -> Optional.of(data.pickValue(NAMES));
        };
    }

    private OptionalInt port() {
        return switch (data.consumeInt(0, 7)) {
            case 0 -> OptionalInt.empty();
            case 1 -> OptionalInt.of(data.consumeInt(0, 65_535));
            default -> OptionalInt.of(data.pickValue(PORTS));
        };
    }
}
