package dev.sekisho.generator.plan;

import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.generator.inbound.InboundPlan.ServicePlan;
import dev.sekisho.generator.naming.AzureNames;
import dev.sekisho.model.cluster.InboundIntent.GatewayDoor;
import dev.sekisho.model.cluster.InboundIntent.LinkDoor;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.WaysIn;
import dev.sekisho.model.network.ApplicationGateway;
import dev.sekisho.model.network.ApplicationGateway.Backend;
import dev.sekisho.model.network.ApplicationGateway.Listener;
import dev.sekisho.model.network.ApplicationGateway.Side;
import dev.sekisho.model.network.PrivateLinkService;
import dev.sekisho.model.network.SubnetRef;
import dev.sekisho.model.network.SubscriptionSet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What stands before the Services of a plan: the Private Link services that AKS makes, and existing Application Gateways with
/// the listeners that the script adds to them. Such a listener is taken to be on a public frontend, because everybody whom
/// the gateway serves is meant.
///
/// @param networks all networks of the planned environment
record PlannedWaysIn(ResourceRef clusterNetwork, List<VirtualNetwork> networks) {
    private static final SourceLocation GENERATED = SourceLocation.UNKNOWN;

    WaysIn of(InboundPlan inbound) {
        List<PrivateLinkService> links = new ArrayList<>();
        SequencedMap<String, ApplicationGateway> gateways = new LinkedHashMap<>();
        for (ServicePlan service : inbound.services()) {
            service.intent().linkDoor().map(door -> link(service, door)).ifPresent(links::add);
            service.intent().applicationGateway().flatMap(door -> gateway(service, door))
                    .ifPresent(gateway -> gateways.merge(gateway.name(), gateway, PlannedWaysIn::joined));
        }
        return new WaysIn(links, List.copyOf(gateways.values()));
    }

    private PrivateLinkService link(ServicePlan service, LinkDoor door) {
        return new PrivateLinkService(service.linkName(), new SubnetRef(clusterNetwork, service.linkSubnet().name()),
                List.of(), List.of(Entry.of(service.address())),
                door.everybody() ? SubscriptionSet.EVERYBODY : SubscriptionSet.of(door.visibility()),
                SubscriptionSet.of(door.autoApproval()), GENERATED);
    }

    /// The gateway with the listener for one Service; nothing where no network describes its subnet.
    private Optional<ApplicationGateway> gateway(ServicePlan service, GatewayDoor door) {
        Listener listener = new Listener(AzureNames.of(service.intent().namespace(), service.intent().name()),
                Side.PUBLIC, door.listenerPort(), door.host().stream().map(Object::toString).toList(),
                List.of(new Backend(new ApplicationGateway.Target.Address(service.address()),
                        service.intent().port())));
        return networks.stream().flatMap(network -> network.subnets().stream()
                .filter(subnet -> subnet.prefixes().contains(door.subnet().prefix()))
                .map(subnet -> new SubnetRef(new ResourceRef(network.name()), subnet.name()))).findFirst()
                .map(subnet -> new ApplicationGateway(door.name(), subnet, List.of(), List.of(), List.of(listener),
                        GENERATED));
    }

    private static ApplicationGateway joined(ApplicationGateway one, ApplicationGateway other) {
        List<Listener> listeners = new ArrayList<>(one.listeners());
        listeners.addAll(other.listeners());
        return new ApplicationGateway(one.name(), one.subnet(), one.publicIps(), one.privateIps(), listeners,
                one.at());
    }
}
