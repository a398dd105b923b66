package dev.sekisho.model.catalogue;

import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.cluster.NodeOs;
import dev.sekisho.model.cluster.NodeOsUpgradeChannel;
import dev.sekisho.model.cluster.OutboundType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which clusters a fact speaks of. A small closed language, so that every condition can be decided by a program.
///
/// The text of a condition completes the sentence "only where …".
public sealed interface Condition {

    /// Holds for every cluster.
    enum Always implements Condition {
        ALWAYS;

        @Override
        public String toString() {
            return "every cluster";
        }
    }

    /// Holds where all parts hold.
    record AllOf(List<Condition> parts) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return joined(parts, " and ");
        }
    }

    /// Holds where at least one part holds.
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return joined(parts, " or ");
        }
    }

    /// Holds where the part does not.
    record Not(Condition part) implements Condition {
        @Override
        public String toString() {
            return "not (" + part + ")";
        }
    }

    /// Holds in one of these clouds.
    record CloudIs(Set<Cloud> clouds) implements Condition {
        public CloudIs {
            clouds = Set.copyOf(clouds);
        }

        @Override
        public String toString() {
            return "the cloud is " + anyOf(clouds);
        }
    }

    /// Holds for one of these ways to reach the API server.
    record ApiServerIs(Set<ApiServer.Access> access) implements Condition {
        public ApiServerIs {
            access = Set.copyOf(access);
        }

        @Override
        public String toString() {
            return "the API server's access is " + anyOf(access);
        }
    }

    /// Holds for one of these outbound types.
    record OutboundTypeIs(Set<OutboundType> types) implements Condition {
        public OutboundTypeIs {
            types = Set.copyOf(types);
        }

        @Override
        public String toString() {
            return "the outbound type is " + anyOf(types);
        }
    }

    /// Holds for one of these network plugins.
    record NetworkPluginIs(Set<NetworkPlugin> plugins) implements Condition {
        public NetworkPluginIs {
            plugins = Set.copyOf(plugins);
        }

        @Override
        public String toString() {
            return "the network plugin is " + anyOf(plugins);
        }
    }

    /// Holds where a node pool runs one of these systems.
    record NodeOsIs(Set<NodeOs> systems) implements Condition {
        public NodeOsIs {
            systems = Set.copyOf(systems);
        }

        @Override
        public String toString() {
            return "a node pool runs " + anyOf(systems);
        }
    }

    /// Holds for one of these node OS upgrade channels.
    record UpgradeChannelIs(Set<NodeOsUpgradeChannel> channels) implements Condition {
        public UpgradeChannelIs {
            channels = Set.copyOf(channels);
        }

        @Override
        public String toString() {
            return "the node OS upgrade channel is " + anyOf(channels);
        }
    }

    /// Holds where the user lists one of these features.
    record FeatureOn(Set<String> features) implements Condition {
        public FeatureOn {
            features = Set.copyOf(features);
        }

        @Override
        public String toString() {
            return "the feature " + anyOf(features) + " is on";
        }
    }

    /// Holds where a feature's parameter has a value, or this value.
    record ParameterIs(String feature, String parameter, Optional<String> value) implements Condition {
        @Override
        public String toString() {
            return "'" + parameter + "' of the feature " + feature + " is " + value.orElse("given");
        }
    }

    /// Holds where a dependency names one of these services.
    record DependsOn(Set<String> services) implements Condition {
        public DependsOn {
            services = Set.copyOf(services);
        }

        @Override
        public String toString() {
            return "a dependency uses " + anyOf(services);
        }
    }

    /// Properties of a cluster that are true or false.
    enum Switch implements Condition {
        KONNECTIVITY("konnectivity", "the cluster runs konnectivity"),
        NETWORK_ISOLATED("networkIsolated", "the cluster is network isolated"),
        GPU("gpu", "a node pool has GPUs"),
        CUSTOM_DNS("customDns", "the network has custom DNS servers"),
        FIREWALL("firewall", "traffic leaves through a firewall"),
        DNS_PROXY("dnsProxy", "the firewall's DNS proxy is on"),
        DUAL_STACK("dualStack", "the network has IPv6 ranges"),
        AUTHORIZED_RANGES("authorizedIpRanges", "the API server has authorized ranges"),
        DEPENDENCIES("dependencies", "the cluster has dependencies"),
        LEGACY_NAMES("legacyNames", "legacy names are asked for"),
        FQDN_TAG("fqdnTag", "the FQDN tag is asked for"),
        REQUESTED("requested", "it is asked for, by its feature or by options.include");

        private final String text;
        private final String meaning;

        Switch(String text, String meaning) {
            this.text = text;
            this.meaning = meaning;
        }

        /// Returns the key that files use.
        public String text() {
            return text;
        }

        @Override
        public String toString() {
            return meaning;
        }
    }

    /// Whether the condition speaks of the user's own request.
    default boolean mentionsRequest() {
        return switch (this) {
            case AllOf(List<Condition> parts) -> parts.stream().anyMatch(Condition::mentionsRequest);
            case AnyOf(List<Condition> parts) -> parts.stream().anyMatch(Condition::mentionsRequest);
            case Not(Condition part) -> part.mentionsRequest();
            case Switch property -> property == Switch.REQUESTED || property == Switch.LEGACY_NAMES;
            case Always _,CloudIs _,ApiServerIs _,OutboundTypeIs _,NetworkPluginIs _,NodeOsIs _,UpgradeChannelIs _,FeatureOn _,ParameterIs _,DependsOn _ ->
                false;
        };
    }

    private static String joined(List<Condition> parts, String word) {
        return parts.stream().map(part -> part instanceof AnyOf || part instanceof AllOf ? "(" + part + ")"
                : part.toString()).collect(Collectors.joining(word));
    }

    private static String anyOf(Set<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(" or "));
    }
}
