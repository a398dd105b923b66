package dev.sekisho.model.kubernetes;

import dev.sekisho.model.address.IpProtocol;
import java.util.Locale;
import java.util.OptionalInt;

/// A port of a Service.
///
/// @param name empty where it has none
/// @param port 1 to 65535, on the Service's address and the load balancer's
/// @param nodePort 1 to 65535, on every node; absent where Kubernetes chooses or there is none
public record ServicePort(String name, IpProtocol protocol, int port, OptionalInt nodePort) {
    @Override
    public String toString() {
        return protocol.toString().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
