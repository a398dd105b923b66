package dev.sekisho.model.kubernetes;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;

/// An Ingress or a Gateway: who can reach it is decided by the Service of the controller that its class names.
///
/// @param kind `Ingress` or `Gateway`
/// @param className class of the Ingress or Gateway; empty for the default one
/// @param hosts names that it answers to
public record HttpFront(String kind, String name, String namespace, String className, List<String> hosts,
        SourceLocation at) {
    public HttpFront {
        hosts = List.copyOf(hosts);
    }

    @Override
    public String toString() {
        return kind + " " + namespace + "/" + name;
    }
}
