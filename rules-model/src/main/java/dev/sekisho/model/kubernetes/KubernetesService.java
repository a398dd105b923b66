package dev.sekisho.model.kubernetes;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/// A Service of Kubernetes.
///
/// @param namespace `default` where the manifest says nothing
/// @param loadBalancer what Azure makes for the Service; present for Services of type LoadBalancer that Azure serves
/// @param families the kinds of addresses that it has
/// @param nodeTraffic how nodes take what comes from outside
public record KubernetesService(String name, String namespace, Type type, List<ServicePort> ports,
        Optional<LoadBalancer> loadBalancer, IpFamilies families, NodeTraffic nodeTraffic, SourceLocation at) {

    /// How far a Service reaches.
    public enum Type {
        /// Inside the cluster only.
        CLUSTER_IP("ClusterIP"),
        /// On a port of every node too.
        NODE_PORT("NodePort"),
        /// Through a load balancer too.
        LOAD_BALANCER("LoadBalancer"),
        /// An alias of a name; nothing of the cluster.
        EXTERNAL_NAME("ExternalName");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        /// The name in manifests.
        public String text() {
            return text;
        }
    }

    public KubernetesService {
        ports = List.copyOf(ports);
    }

    /// Namespace and name, as `kubectl` shows them: `shop/frontend`.
    @Override
    public String toString() {
        return namespace + "/" + name;
    }

    /// Tells whether `name` or `namespace/name` means this Service.
    public boolean isNamed(String text) {
        return text.equals(toString()) || text.equals(name);
    }
}
