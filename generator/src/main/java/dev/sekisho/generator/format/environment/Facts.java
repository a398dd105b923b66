package dev.sekisho.generator.format.environment;

import dev.sekisho.generator.format.Refusal;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.VirtualNetwork;
import java.util.ArrayList;
import java.util.List;

/// What an environment says that nobody deploys: what Azure learns or publishes, and what is only known of things that
/// are not described. Sekisho's own YAML is the one format that holds it.
public final class Facts {
    private final List<Refusal> refusals = new ArrayList<>();

    private Facts() {}

    /// Returns a refusal for each fact.
    public static List<Refusal> of(Environment environment) {
        Facts facts = new Facts();
        environment.virtualNetworks().forEach(facts::network);
        environment.routeTables().forEach(facts::routeTable);
        environment.firewalls().forEach(facts::firewall);
        environment.applicationSecurityGroups().stream().filter(group -> !group.members().isEmpty())
                .forEach(group -> facts.refuse(Kind.APPLICATION_SECURITY_GROUP + " " + group.name() + ", members",
                        "network interfaces say which group they are in, and they are not described"));
        environment.privateEndpoints().forEach(facts::endpoint);
        environment.waysIn().privateLinkServices().forEach(service -> facts.refuse("Private Link service "
                + service.name(), "the load balancer that it leads to is not described"));
        environment.waysIn().applicationGateways().forEach(gateway -> facts.refuse("Application Gateway "
                + gateway.name(), "only its listeners and backends are known, which is too little to deploy it"));
        environment.clusters().forEach(cluster -> facts.refuse("cluster " + cluster.name(),
                "only its network is known, which is too little to deploy it"));
        environment.securityAdminCollections().forEach(collection -> facts.refuse(
                "security admin rules " + collection.name(),
                "their network manager is not described"));
        facts.knowledge(environment);
        return List.copyOf(facts.refusals);
    }

    private void network(VirtualNetwork network) {
        String place = Kind.VIRTUAL_NETWORK + " " + network.name();
        if (!network.gateways().isEmpty()) {
            refuse(place + ", gateways", "only their kinds are known, which is too little to deploy them");
        }
        if (!network.gatewayRoutes().isEmpty()) {
            refuse(place + ", learned routes", "a gateway learns them by itself");
        }
        network.peerings().stream().filter(peering -> peering.remote().isEmpty())
                .forEach(peering -> refuse(place + ", peering " + peering.name(), "it does not say where it leads"));
        for (Subnet subnet : network.subnets()) {
            String inside = Kind.SUBNET + " " + network.name() + "/" + subnet.name();
            subnet.networkInterfaceSecurityGroup().ifPresent(group -> refuse(
                    inside + ", security group " + group + " of its network interfaces",
                    "network interfaces are not described"));
            subnet.serviceEndpoints().stream().filter(endpoint -> !endpoint.prefixes().isEmpty())
                    .forEach(endpoint -> refuse(inside + ", addresses of " + endpoint.service(),
                            "Azure knows them by itself"));
        }
    }

    private void routeTable(RouteTable table) {
        table.routes().stream().filter(Route::hasBgpOverride)
                .forEach(route -> refuse(Kind.ROUTE_TABLE + " " + table.name() + ", hasBgpOverride of route "
                        + route.name(), "it is read-only in Azure's API (R-26)"));
    }

    private void firewall(Firewall firewall) {
        String place = Kind.FIREWALL + " " + firewall.name();
        if (firewall.dualStack()) {
            refuse(place + ", IPv6", "its IPv6 addresses are not described");
        }
        for (Peering peering : firewall.remotePeerings()) {
            refuse(place + ", peering " + peering.name() + " towards its network",
                    "the network that it belongs to is not described");
        }
    }

    private void endpoint(PrivateEndpoint endpoint) {
        if (endpoint.placement() instanceof PrivateEndpoint.Placement.Stated) {
            refuse(Kind.PRIVATE_ENDPOINT + " " + endpoint.name(), "its network is not described");
        }
    }

    private void knowledge(Environment environment) {
        int tags = environment.serviceTags().names().size();
        if (tags > 0) {
            refuse(tags + (tags == 1 ? " service tag" : " service tags"), "Microsoft publishes their addresses");
        }
        if (!environment.knowledge().equals(Knowledge.NONE)) {
            refuse("fixtures", "what resolvers and Azure's data would say is nothing to deploy");
        }
        if (!environment.readings().equals(Readings.RECOMMENDED)) {
            refuse("readings", "how Azure's documentation is read is nothing to deploy");
        }
    }

    private void refuse(String what, String why) {
        refusals.add(new Refusal(what, why));
    }
}
