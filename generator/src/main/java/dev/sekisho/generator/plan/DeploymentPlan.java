package dev.sekisho.generator.plan;

import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.network.RouteTable;
import java.util.List;
import java.util.Optional;

/// Everything that is to be deployed for one cluster, and why. The writers turn it into text; they decide nothing.
///
/// @param intent what the user asked for
/// @param needs what the cluster must reach, and what its shape removes
/// @param catalogueDate date of the catalogue's facts, ISO form, for the header of every file
/// @param firewall groups for the policy of an existing firewall; absent where no traffic passes a firewall
/// @param routing the route table and what it is attached to; absent where the outbound type has none
/// @param privateEndpoints endpoints to create
/// @param privateDnsZones zones to create and link, each once
/// @param serviceEndpoints service endpoints to enable on subnets
/// @param clusterSettings options of `az aks create`, in the order in which they are written
/// @param internalLoadBalancer the Service manifest that keeps inbound traffic internal
/// @param inbound how the Services of the cluster file are reached from outside; absent where it names none
/// @param carriers which rule, route or endpoint serves each need
/// @param warnings what the operator should know about the mechanisms, each with its source; what concerns the
///        destinations is among the warnings of the needs
public record DeploymentPlan(ClusterIntent intent, ClusterNeeds needs, String catalogueDate,
        Optional<FirewallPlan> firewall, Optional<RoutingPlan> routing, List<PrivateEndpointPlan> privateEndpoints,
        List<PrivateDnsZonePlan> privateDnsZones, List<ServiceEndpointPlan> serviceEndpoints,
        List<ClusterSetting> clusterSettings, InternalLoadBalancerPlan internalLoadBalancer,
        Optional<InboundPlan> inbound, List<Carrier> carriers, List<Diagnostic> warnings) {

    /// Groups and IP groups that join the policy of an existing firewall.
    ///
    /// @param policy the policy with only the groups that Sekisho owns; each rule's description carries purpose and
    ///        source
    /// @param ipGroups IP groups that the rules refer to
    /// @param dnsProxyRequired whether a rule needs the firewall's DNS proxy (`FW-21`, `FW-22`)
    public record FirewallPlan(FirewallPolicy policy, List<IpGroup> ipGroups, boolean dnsProxyRequired) {
        public FirewallPlan {
            ipGroups = List.copyOf(ipGroups);
        }
    }

    /// A route table and the subnets that it is attached to.
    ///
    /// @param table the routes that Sekisho owns; the cloud provider adds its own for kubenet, so writers declare each
    ///        route by itself and never replace the list (`R-22`)
    /// @param subnets subnets of the cluster's network
    public record RoutingPlan(RouteTable table, List<String> subnets) {
        public RoutingPlan {
            subnets = List.copyOf(subnets);
        }
    }

    /// A private endpoint to create.
    ///
    /// @param name name of the endpoint
    /// @param dependency the dependency or requirement that it serves
    /// @param service display name of the service
    /// @param hosts public names of the resource that resolve to the endpoint; empty where only patterns are known
    /// @param subnet subnet of the cluster's network
    /// @param groupId sub-resource such as `sqlServer`
    /// @param address fixed private address, where the user gives one
    /// @param zones names of the private DNS zones of [DeploymentPlan#privateDnsZones]
    public record PrivateEndpointPlan(String name, String dependency, String service, List<Fqdn> hosts,
            String subnet, String groupId, Optional<IpAddress> address, List<String> zones) {
        public PrivateEndpointPlan {
            hosts = List.copyOf(hosts);
            zones = List.copyOf(zones);
        }
    }

    /// A private DNS zone to create and link to the cluster's network (and to the firewall's, which resolves for the
    /// nodes when its DNS proxy is on).
    ///
    /// @param linkToFirewallNetwork whether the firewall resolves for the nodes
    public record PrivateDnsZonePlan(String zone, boolean linkToFirewallNetwork) {}

    /// A service endpoint to enable.
    ///
    /// @param subnet subnet of the cluster's network
    /// @param service Azure's name such as `Microsoft.Storage`
    /// @param servedNeeds ids of the needs that use it
    public record ServiceEndpointPlan(String subnet, String service, List<String> servedNeeds) {
        public ServiceEndpointPlan {
            servedNeeds = List.copyOf(servedNeeds);
        }
    }

    /// One option of `az aks create`.
    ///
    /// @param option such as `--outbound-type`
    /// @param values none for a switch, else its values
    /// @param reason why it is set, one sentence
    public record ClusterSetting(String option, List<SettingValue> values, String reason) {
        public ClusterSetting {
            values = List.copyOf(values);
        }
    }

    /// A value of an option: literal text, or something that the deployment defines.
    public sealed interface SettingValue {
        /// Text as it is.
        record Literal(String text) implements SettingValue {}

        /// The resource id of a subnet of the cluster's network.
        record SubnetId(String subnet) implements SettingValue {}

        /// A value that only the operator knows, such as the id of an identity.
        ///
        /// @param name what it is called, in camel case
        /// @param description what it is, one sentence without a final stop
        record Supplied(String name, String description) implements SettingValue {}
    }

    /// The Service of type LoadBalancer with an internal address, as a sample to start from.
    ///
    /// @param name name of the Service
    /// @param subnet subnet of the frontend address
    public record InternalLoadBalancerPlan(String name, String subnet) {}

    /// What serves a need.
    ///
    /// @param needId id of the need
    /// @param mechanism how it is served
    /// @param by names: `group/collection/rule`, a route, an endpoint; empty where nothing has to be written
    /// @param reason why this mechanism, one sentence
    public record Carrier(String needId, Mechanism mechanism, List<String> by, String reason) {
        public Carrier {
            by = List.copyOf(by);
        }
    }

    /// Mechanisms that serve a need.
    public enum Mechanism {
        APPLICATION_RULE, NETWORK_RULE, PRIVATE_ENDPOINT, SERVICE_ENDPOINT,
        /// Reached inside the virtual network or on the host.
        LOCAL,
        /// The outbound type sends it straight to the Internet: nothing filters it.
        UNFILTERED
    }

    /// Creates a plan for a cluster that nobody reaches from outside.
    public DeploymentPlan(ClusterIntent intent, ClusterNeeds needs, String catalogueDate,
            Optional<FirewallPlan> firewall, Optional<RoutingPlan> routing, List<PrivateEndpointPlan> privateEndpoints,
            List<PrivateDnsZonePlan> privateDnsZones, List<ServiceEndpointPlan> serviceEndpoints,
            List<ClusterSetting> clusterSettings, InternalLoadBalancerPlan internalLoadBalancer,
            List<Carrier> carriers, List<Diagnostic> warnings) {
        this(intent, needs, catalogueDate, firewall, routing, privateEndpoints, privateDnsZones, serviceEndpoints,
                clusterSettings, internalLoadBalancer, Optional.empty(), carriers, warnings);
    }

    /// Returns the plan with other rules and those whom they serve.
    DeploymentPlan withRules(Optional<FirewallPlan> rules, List<Carrier> serving) {
        return new DeploymentPlan(intent, needs, catalogueDate, rules, routing, privateEndpoints, privateDnsZones,
                serviceEndpoints, clusterSettings, internalLoadBalancer, inbound, serving, warnings);
    }

    public DeploymentPlan {
        privateEndpoints = List.copyOf(privateEndpoints);
        privateDnsZones = List.copyOf(privateDnsZones);
        serviceEndpoints = List.copyOf(serviceEndpoints);
        clusterSettings = List.copyOf(clusterSettings);
        carriers = List.copyOf(carriers);
        warnings = List.copyOf(warnings);
    }
}
