package dev.sekisho.model.kubernetes;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;
import java.util.Set;

/// An Ingress or a Gateway: who can reach it is decided by the Service of the controller that its class names.
///
/// @param kind `Ingress` or `Gateway`
/// @param className class of the Ingress or Gateway; empty for the default one
/// @param hosts names that it answers to
/// @param backends Services that it leads to
/// @param encrypted whether it has certificates, so that it takes port 443 too
/// @param onPrivateFrontend whether an Application Gateway takes it on its private frontend
public record HttpFront(String kind, String name, String namespace, String className, List<String> hosts,
        List<Backend> backends, boolean encrypted, boolean onPrivateFrontend, SourceLocation at) {
    /// Classes that the controller of an Application Gateway takes.
    private static final Set<String> APPLICATION_GATEWAY = Set.of("azure/application-gateway",
            "azure-application-gateway");

    /// A Service of the same namespace.
    ///
    /// @param port number or name of its port
    public record Backend(String service, String port) {}

    public HttpFront {
        hosts = List.copyOf(hosts);
        backends = List.copyOf(backends);
    }

    /// Whether an Application Gateway carries it, straight to the pods of its backends.
    ///
    /// Source: the page on Application Gateway Ingress Controller annotations.
    public boolean isOnApplicationGateway() {
        return kind.equals("Ingress") && APPLICATION_GATEWAY.contains(className);
    }

    @Override
    public String toString() {
        return kind + " " + namespace + "/" + name;
    }
}
