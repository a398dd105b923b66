package dev.sekisho.generator.plan;

import dev.sekisho.generator.naming.AzureNames;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateDnsZonePlan;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateEndpointPlan;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.EgressNeed.Layer;
import dev.sekisho.model.need.EgressNeed.PrivateEndpointNeed;
import dev.sekisho.model.need.NeedTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The private endpoints of a cluster: one for each resource and sub-resource.
///
/// A dependency is one resource, whatever names it has. A requirement has one for each host that it names (each vault),
/// or one alone where the service is reached by patterns (a monitoring scope). Two needs with the same host share one.
final class PrivateEndpoints {
    private static final int LONGEST_NAME = 64;

    private final ClusterIntent intent;
    private final SubnetIntent subnet;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final Map<String, Set<Endpoint>> byNeed = new LinkedHashMap<>();

    private PrivateEndpoints(ClusterIntent intent) {
        this.intent = intent;
        this.subnet = subnet(intent);
    }

    /// The subnet that endpoints are created in.
    static SubnetIntent subnet(ClusterIntent intent) {
        return intent.network().privateEndpointSubnet().orElse(intent.network().nodeSubnet());
    }

    /// One endpoint. It gathers names and zones while needs are added.
    static final class Endpoint {
        private final String resource;
        private final EgressNeed first;
        private final String service;
        private final String groupId;
        private final Optional<IpAddress> address;
        private final boolean exists;
        private final Set<Fqdn> hosts = new TreeSet<>();
        private final Set<String> zones = new LinkedHashSet<>();

        private Endpoint(String resource, EgressNeed first, String service, String groupId,
                Optional<IpAddress> address, boolean exists) {
            this.resource = resource;
            this.first = first;
            this.service = service;
            this.groupId = groupId;
            this.address = address;
            this.exists = exists;
        }

        /// The need that brings it.
        EgressNeed first() {
            return first;
        }

        /// Its fixed address.
        Optional<IpAddress> address() {
            return address;
        }

        /// Names that resolve to it.
        List<Fqdn> hosts() {
            return List.copyOf(hosts);
        }

        /// Its private DNS zones.
        List<String> zones() {
            return List.copyOf(zones);
        }

        /// Whether the address lies outside the subnet for endpoints, so that it is somebody else's to create.
        boolean exists() {
            return exists;
        }

        private boolean isFor(String resource, String groupId, Set<Fqdn> hosts) {
            return this.groupId.equals(groupId)
                    && (this.resource.equals(resource) || this.hosts.stream().anyMatch(hosts::contains));
        }
    }

    /// Works out the endpoints for needs.
    static PrivateEndpoints of(ClusterIntent intent, List<EgressNeed> needs) {
        PrivateEndpoints endpoints = new PrivateEndpoints(intent);
        List<EgressNeed> served = needs.stream().filter(PrivateEndpoints::isServed).toList();
        Set<String> byPattern = new LinkedHashSet<>();
        served.stream().filter(need -> hosts(need).size() < targets(need).size()).forEach(need -> byPattern.add(
                service(need)));
        served.forEach(need -> endpoints.add(need, byPattern.contains(service(need))));
        return endpoints;
    }

    /// Whether an endpoint in the cluster's network, or in one peered with it, serves a need.
    static boolean isServed(EgressNeed need) {
        return need.via() == Via.PRIVATE_ENDPOINT && need.privateEndpoint().isPresent()
                && need.layers().contains(Layer.LOCAL);
    }

    private void add(EgressNeed need, boolean byPattern) {
        PrivateEndpointNeed wanted = need.privateEndpoint().orElseThrow();
        Set<Fqdn> hosts = hosts(need);
        if (Units.isDependency(need) || byPattern || hosts.isEmpty()) {
            add(need, wanted, Units.isDependency(need) ? Units.of(need) : wanted.service(), hosts);
        } else {
            hosts.forEach(host -> add(need, wanted, host.labels().getFirst(), Set.of(host)));
        }
    }

    private void add(EgressNeed need, PrivateEndpointNeed wanted, String resource, Set<Fqdn> hosts) {
        Optional<IpAddress> address = wanted.address();
        for (String groupId : wanted.groupIds()) {
            Endpoint endpoint = find(resource, need, wanted, groupId, hosts, address);
            endpoint.hosts.addAll(hosts);
            endpoint.zones.addAll(wanted.zones());
            byNeed.computeIfAbsent(need.id(), _ -> new LinkedHashSet<>()).add(endpoint);
            // One address belongs to one endpoint.
            address = Optional.empty();
        }
    }

    private Endpoint find(String resource, EgressNeed need, PrivateEndpointNeed wanted, String groupId, Set<Fqdn> hosts,
            Optional<IpAddress> address) {
        for (Endpoint known : endpoints) {
            if (known.isFor(resource, groupId, hosts)) {
                return known;
            }
        }
        Endpoint created = new Endpoint(resource, need, wanted.service(), groupId, address,
                address.filter(fixed -> !subnet.prefix().contains(fixed)).isPresent());
        endpoints.add(created);
        return created;
    }

    /// Names that resolve to an endpoint, so that no traffic to them comes to the firewall.
    Set<Fqdn> hosts() {
        Set<Fqdn> hosts = new TreeSet<>();
        endpoints.forEach(endpoint -> hosts.addAll(endpoint.hosts()));
        return hosts;
    }

    /// Endpoints that are somebody else's to create.
    List<Endpoint> existing() {
        return endpoints.stream().filter(Endpoint::exists).toList();
    }

    /// Endpoints to create, in order of need, each with its name.
    Map<Endpoint, PrivateEndpointPlan> plans() {
        AzureNames names = AzureNames.scope(LONGEST_NAME);
        Map<Endpoint, PrivateEndpointPlan> plans = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            if (!endpoint.exists()) {
                String resource = endpoint.resource.toLowerCase(Locale.ROOT).replace(' ', '-');
                boolean another = plans.keySet().stream().anyMatch(other -> other.resource.equals(endpoint.resource));
                String name = another
                        ? names.next("pe", intent.name(), resource, endpoint.groupId)
                        : names.next("pe", intent.name(), resource);
                plans.put(endpoint, new PrivateEndpointPlan(name, Units.of(endpoint.first()),
                        endpoint.service, endpoint.hosts(), subnet.name(), endpoint.groupId, endpoint.address,
                        endpoint.zones()));
            }
        }
        return plans;
    }

    /// Zones to create and link, each once.
    List<PrivateDnsZonePlan> zones() {
        boolean firewallResolves = intent.network().firewall().filter(FirewallIntent::dnsProxy).isPresent()
                && Surroundings.of(intent.network()).firewallElsewhere();
        Set<String> zones = new LinkedHashSet<>();
        endpoints.stream().filter(endpoint -> !endpoint.exists()).forEach(endpoint -> zones.addAll(endpoint.zones()));
        return zones.stream().map(zone -> new PrivateDnsZonePlan(zone, firewallResolves)).toList();
    }

    /// The endpoints that serve a need.
    List<Endpoint> serving(EgressNeed need) {
        return List.copyOf(byNeed.getOrDefault(need.id(), Set.of()));
    }

    /// The endpoint behind a host.
    Optional<Endpoint> behind(Fqdn host) {
        return endpoints.stream().filter(endpoint -> endpoint.hosts().contains(host)).findFirst();
    }

    private static String service(EgressNeed need) {
        return need.group() + "/" + need.privateEndpoint().map(PrivateEndpointNeed::service).orElse("");
    }

    private static List<NeedTarget> targets(EgressNeed need) {
        return need.alternatives().getFirst();
    }

    private static Set<Fqdn> hosts(EgressNeed need) {
        Set<Fqdn> hosts = new LinkedHashSet<>();
        for (NeedTarget target : targets(need)) {
            if (target instanceof NeedTarget.Name(var pattern)) {
                pattern.exactName().ifPresent(hosts::add);
            }
        }
        return hosts;
    }
}
