package dev.sekisho.model.need;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.cluster.Via;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One thing that the cluster must reach.
///
/// @param id id of the requirement, or name of the dependency, with a suffix where one dependency has several legs
///        (`events:amqp`)
/// @param group what it belongs to: a feature of the catalogue, or `dependencies`
/// @param purpose why the cluster needs it, one sentence
/// @param alternatives ways to name the destination, tightest first; any one suffices, and all targets of the chosen one
///        are needed. Alternatives that cannot be used because a value is not known are left out and listed in
///        `unusable`
/// @param unusable why tighter alternatives could not be used
/// @param protocol protocol on the wire
/// @param ports destination ports; any for `ICMP`
/// @param layers where a rule for it can be written
/// @param sources who opens the connection
/// @param via mechanism that the user or the shape asks for
/// @param privateEndpoint the endpoint to create or expect, for [Via#PRIVATE_ENDPOINT]
/// @param serviceEndpoint Azure's service name such as `Microsoft.Storage`, for [Via#SERVICE_ENDPOINT]
/// @param inspectable whether the firewall may inspect its TLS; false for konnectivity (`FW-40`)
/// @param coveredByFqdnTag whether Microsoft says that the `AzureKubernetesService` FQDN tag contains it
/// @param references where the need comes from: page names with dates, or issues
/// @param notes facts that an operator should know about it
public record EgressNeed(String id, String group, String purpose, List<List<NeedTarget>> alternatives,
        List<String> unusable, NeedProtocol protocol, PortSet ports, Set<Layer> layers, Sources sources, Via via,
        Optional<PrivateEndpointNeed> privateEndpoint, Optional<String> serviceEndpoint, boolean inspectable,
        boolean coveredByFqdnTag, List<String> references, List<String> notes) {

    /// Where a rule for the need can be written.
    public enum Layer {
        /// Application rule: by SNI or Host header.
        APPLICATION,
        /// Network rule: by address, tag, or exact name with DNS proxy.
        NETWORK,
        /// Stays inside the virtual network or on the host; never a firewall rule.
        LOCAL
    }

    /// Who opens the connection.
    public enum Sources {
        NODES, PODS, NODES_AND_PODS
    }

    /// A private endpoint that serves the need.
    ///
    /// @param service display name of the service
    /// @param groupIds sub-resources, such as `blob`
    /// @param zones private DNS zones to link
    /// @param address fixed private address, where the user gives one
    public record PrivateEndpointNeed(String service, List<String> groupIds, List<String> zones,
            Optional<IpAddress> address) {
        public PrivateEndpointNeed {
            groupIds = List.copyOf(groupIds);
            zones = List.copyOf(zones);
        }
    }

    public EgressNeed {
        if (alternatives.isEmpty() || alternatives.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(id + ": a need has at least one alternative and each has a target");
        }
        alternatives = alternatives.stream().map(List::copyOf).toList();
        unusable = List.copyOf(unusable);
        layers = java.util.Collections.unmodifiableSet(EnumSet.copyOf(layers));
        references = List.copyOf(references);
        notes = List.copyOf(notes);
    }
}
