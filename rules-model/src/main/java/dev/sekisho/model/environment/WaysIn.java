package dev.sekisho.model.environment;

import dev.sekisho.model.network.ApplicationGateway;
import dev.sekisho.model.network.PrivateLinkService;
import java.util.List;

/// Resources that let others in besides routes, firewalls and load balancers.
public record WaysIn(List<PrivateLinkService> privateLinkServices, List<ApplicationGateway> applicationGateways) {
    /// None.
    public static final WaysIn NONE = new WaysIn(List.of(), List.of());

    public WaysIn {
        privateLinkServices = List.copyOf(privateLinkServices);
        applicationGateways = List.copyOf(applicationGateways);
    }
}
