package dev.sekisho.simulator;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import java.util.Optional;
import java.util.OptionalInt;

/// Flows for tests.
public final class Flows {
    private Flows() {}

    public static Flow tcp(String source, String destination, int port) {
        return flow(source, destination, IpProtocol.TCP, port, Optional.empty());
    }

    public static Flow udp(String source, String destination, int port) {
        return flow(source, destination, IpProtocol.UDP, port, Optional.empty());
    }

    /// A TLS connection to a name; its address is left to whoever evaluates it.
    public static Flow https(String source, String name) {
        return flow(source, name, IpProtocol.TCP, 443, Optional.of(new ApplicationData(
                ApplicationData.Protocol.HTTPS, Optional.of(name), Optional.empty(), Optional.empty())));
    }

    private static Flow flow(String source, String destination, IpProtocol protocol, int port,
            Optional<ApplicationData> application) {
        Optional<IpAddress> address = IpAddress.tryParse(destination);
        return new Flow(IpAddress.parse(source), address,
                address.isPresent() ? Optional.empty() : Optional.of(destination), protocol, OptionalInt.of(port),
                application, Flow.Marks.NONE);
    }
}
