package dev.sekisho.model.resolve;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.Condition;
import dev.sekisho.model.catalogue.FeatureDefinition;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.ClusterShape;
import dev.sekisho.model.cluster.Feature;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.cluster.NodePool;
import dev.sekisho.model.cluster.OutboundType;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One cluster, as conditions ask about it.
final class Circumstances {
    // Wire server and DNS of the platform, reached on the host itself.
    private static final IpAddress PLATFORM = IpAddress.parse("168.63.129.16");

    private final ClusterIntent intent;
    private final Catalogue catalogue;

    Circumstances(ClusterIntent intent, Catalogue catalogue) {
        this.intent = intent;
        this.catalogue = catalogue;
    }

    ClusterIntent intent() {
        return intent;
    }

    ClusterShape cluster() {
        return intent.cluster();
    }

    /// Whether a condition holds.
    ///
    /// @param requested whether the user asked for the fact that carries the condition
    boolean holds(Condition condition, boolean requested) {
        return unmet(condition, requested).isEmpty();
    }

    /// Returns the part of a condition that does not hold, or nothing where all of it holds.
    Optional<Condition> unmet(Condition condition, boolean requested) {
        return switch (condition) {
            case Condition.AllOf(List<Condition> parts) ->
                parts.stream().flatMap(part -> unmet(part, requested).stream()).findFirst();
            case Condition.AnyOf any -> any.parts().stream().anyMatch(part -> holds(part, requested))
                    ? Optional.empty()
                    : Optional.of(any);
            case Condition.Not not -> only(not, !holds(not.part(), requested));
            case Condition.Always _ -> Optional.empty();
            case Condition.CloudIs is -> only(is, is.clouds().contains(cluster().cloud()));
            case Condition.ApiServerIs is -> only(is, is.access().contains(cluster().apiServer().access()));
            case Condition.OutboundTypeIs is -> only(is, is.types().contains(cluster().outboundType()));
            case Condition.NetworkPluginIs is -> only(is, is.plugins().contains(cluster().networkPlugin()));
            case Condition.NodeOsIs is ->
                only(is, cluster().nodePools().stream().anyMatch(pool -> is.systems().contains(pool.os())));
            case Condition.UpgradeChannelIs is -> only(is, is.channels().contains(cluster().nodeOsUpgradeChannel()));
            case Condition.FeatureOn is -> only(is, is.features().stream().anyMatch(this::isFeatureOn));
            case Condition.ParameterIs is -> only(is, hasParameter(is));
            case Condition.DependsOn is -> only(is, intent.dependencies().stream()
                    .anyMatch(dependency -> dependency.service().filter(is.services()::contains).isPresent()));
            case Condition.Switch property -> only(property, isOn(property, requested));
        };
    }

    /// Whether a feature is listed, or comes with the cluster's shape.
    boolean isFeatureOn(String feature) {
        return cluster().has(feature) || catalogue.feature(feature).map(FeatureDefinition::automatic)
                .filter(automatic -> holds(automatic, false)).isPresent();
    }

    /// Returns the values that the user gives a parameter of a feature; empty where there are none.
    List<String> parameter(String feature, String name) {
        return cluster().features().stream().filter(listed -> listed.name().equals(feature))
                .flatMap(listed -> listed.parameters().getOrDefault(name, List.of()).stream()).toList();
    }

    /// Where the user lists a feature, or the cluster's own place.
    SourceLocation placeOf(String feature) {
        return cluster().features().stream().filter(listed -> listed.name().equals(feature)).map(Feature::at)
                .findFirst().orElse(intent.at());
    }

    /// The ranges that are reached by system routes, past any default route: the cluster's network, and that of the
    /// firewall, which is peered with it.
    AddressSet localRanges() {
        List<IpPrefix> local = new ArrayList<>(intent.network().vnet().addressSpace());
        intent.network().firewall().ifPresent(firewall -> {
            local.addAll(firewall.vnetAddressSpace());
            local.add(firewall.privateIp().toPrefix());
        });
        local.add(PLATFORM.toPrefix());
        return AddressSet.ofPrefixes(local);
    }

    /// Whether traffic leaves through the firewall.
    boolean leavesThroughFirewall() {
        return intent.network().firewall().isPresent()
                && cluster().outboundType() == OutboundType.USER_DEFINED_ROUTING;
    }

    private boolean hasParameter(Condition.ParameterIs is) {
        List<String> values = parameter(is.feature(), is.parameter());
        return is.value().map(values::contains).orElse(!values.isEmpty());
    }

    private boolean isOn(Condition.Switch property, boolean requested) {
        return switch (property) {
            case KONNECTIVITY -> cluster().konnectivity();
            case NETWORK_ISOLATED -> cluster().isNetworkIsolated();
            case GPU -> cluster().nodePools().stream().anyMatch(NodePool::gpu);
            case CUSTOM_DNS -> !dnsServers().isEmpty();
            case FIREWALL -> leavesThroughFirewall();
            case DNS_PROXY -> intent.network().firewall().filter(FirewallIntent::dnsProxy).isPresent();
            case DUAL_STACK -> intent.network().vnet().addressSpace().stream().anyMatch(prefix -> !prefix.isIpv4());
            case AUTHORIZED_RANGES -> !cluster().apiServer().authorizedIpRanges().isEmpty();
            case DEPENDENCIES -> !intent.dependencies().isEmpty();
            case LEGACY_NAMES -> intent.options().legacyNames();
            case FQDN_TAG -> intent.options().fqdnTag();
            case REQUESTED -> requested;
        };
    }

    /// The servers that the cluster's network asks for names: those given, else the firewall where it is a DNS proxy.
    List<IpAddress> dnsServers() {
        if (!intent.network().dnsServers().isEmpty()) {
            return intent.network().dnsServers();
        }
        return intent.network().firewall().filter(FirewallIntent::dnsProxy).map(FirewallIntent::privateIp)
                .map(List::of).orElse(List.of());
    }

    private static Optional<Condition> only(Condition condition, boolean holds) {
        return holds ? Optional.empty() : Optional.of(condition);
    }
}
