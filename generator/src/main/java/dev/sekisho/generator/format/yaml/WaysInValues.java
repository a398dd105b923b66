package dev.sekisho.generator.format.yaml;

import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.environment.ApiServerAccess;
import dev.sekisho.model.environment.WaysIn;
import dev.sekisho.model.network.ApplicationGateway;
import dev.sekisho.model.network.PrivateLinkConnection;
import dev.sekisho.model.network.PrivateLinkService;

/// The sections of an environment about what lets others in: Private Link services, Application Gateways, API servers.
final class WaysInValues {
    private WaysInValues() {}

    static Value.Fields of(WaysIn waysIn) {
        return Value.Fields.NONE
                .withAny("privateLinkServices",
                        waysIn.privateLinkServices().stream().map(WaysInValues::privateLinkService).toList())
                .withAny("applicationGateways",
                        waysIn.applicationGateways().stream().map(WaysInValues::applicationGateway).toList());
    }

    private static Value.Fields privateLinkService(PrivateLinkService service) {
        return Value.Fields.NONE.with("name", service.name()).with("subnet", service.subnet().toString())
                .withTexts("natIps", service.natAddresses()).withTexts("frontends", service.frontends())
                .withTexts("visibility", service.visibility().texts())
                .withTexts("autoApproval", service.autoApproval().texts());
    }

    static Value.Fields connection(PrivateLinkConnection connection) {
        Value.Fields fields = Value.Fields.NONE.with("connectedTo", connection.service().toString());
        fields = NetworkValues.reference(fields, "connectionState",
                connection.state().map(PrivateLinkConnection.State::azureName));
        return NetworkValues.reference(fields, "subscription", connection.subscription());
    }

    private static Value.Fields applicationGateway(ApplicationGateway gateway) {
        Value.Fields fields = Value.Fields.NONE.with("name", gateway.name())
                .with("subnet", gateway.subnet().toString()).withTexts("publicIps", gateway.publicIps());
        fields = NetworkValues.reference(fields, "privateIp", gateway.privateIps().stream().findFirst());
        return fields.with("listeners",
                new Value.Items(gateway.listeners().stream().<Value>map(WaysInValues::listener).toList()));
    }

    private static Value.Fields listener(ApplicationGateway.Listener listener) {
        return Value.Fields.NONE.with("name", listener.name()).with("frontend", listener.side().text())
                .with("port", new Value.Number(listener.port())).withTexts("hosts", listener.hosts())
                .withTexts("backends", listener.backends());
    }

    static Value.Fields apiServer(ApiServerAccess access) {
        Value.Fields fields = Value.Fields.NONE.with("access", access.access().text());
        fields = access.access() == ApiServer.Access.VNET_INTEGRATION && !access.publicEndpoint()
                ? fields.with("publicEndpoint", new Value.Flag(false))
                : fields;
        fields = fields.withTexts("authorizedIpRanges", access.authorizedIpRanges());
        fields = NetworkValues.reference(fields, "fqdn", access.fqdn());
        fields = NetworkValues.reference(fields, "ip", access.address());
        return NetworkValues.reference(fields, "subnet", access.subnet()).withTexts("dnsZoneLinks",
                access.nameLinks());
    }
}
