package dev.sekisho.generator.format.azcli;

import dev.sekisho.generator.format.resource.Parameters;
import dev.sekisho.generator.format.resource.PrivateLinkMember;
import dev.sekisho.generator.format.resource.RouteComment;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateDnsZonePlan;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateEndpointPlan;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import java.util.ArrayList;
import java.util.List;

/// The steps that write routes, private DNS zones and private endpoints.
final class NetworkSteps {
    private static final String GROUP = "--resource-group \"$RESOURCE_GROUP\"";
    private static final String QUIET = "--output none";

    private NetworkSteps() {}

    /// Writes a table and its routes.
    ///
    /// @param variable the variable that names the table
    static void routes(Script script, DeploymentPlan plan, RouteTable table, String variable, Parameters parameters) {
        String propagation = "--disable-bgp-route-propagation " + table.disableBgpRoutePropagation();
        String name = "--name \"$" + variable + "\"";
        script.comment(
                "The table is made only where it is missing: making it again would drop the routes that the cloud"
                        + " provider keeps in it (R-22).");
        script.line("if exists az network route-table show --resource-group \"$RESOURCE_GROUP\" " + name + "; then");
        script.command("  ", "run az network route-table update", List.of(GROUP, name, propagation, QUIET));
        script.line("else");
        script.command("  ", "run az network route-table create",
                List.of(GROUP, "--location \"$LOCATION\"", name, propagation, QUIET));
        script.line("fi").blank();
        for (Route route : table.routes()) {
            List<String> options = new ArrayList<>(List.of(GROUP, "--route-table-name \"$" + variable + "\"",
                    "--name " + Shell.quote(route.name()),
                    "--address-prefix " + Shell.quote(route.destination().toString()),
                    "--next-hop-type " + route.nextHop().azureName()));
            if (route.nextHop() instanceof NextHop.VirtualAppliance(var address)) {
                options.add("--next-hop-ip-address " + (parameters.leadsToFirewall(route.nextHop())
                        ? "\"$FIREWALL_PRIVATE_IP\""
                        : Shell.quote(address.toString())));
            }
            options.add(QUIET);
            script.comment(RouteComment.of(route, plan)).command("run az network route-table route create", options)
                    .blank();
        }
    }

    static void endpoints(Script script, DeploymentPlan plan, Parameters parameters) {
        if (!plan.privateDnsZones().isEmpty() || !plan.privateEndpoints().isEmpty()) {
            networkId(script);
        }
        if (!plan.privateDnsZones().isEmpty()) {
            functions(script);
        }
        for (PrivateDnsZonePlan zone : plan.privateDnsZones()) {
            script.line("private_dns_zone " + Shell.quote(zone.zone()));
            script.line("link_private_dns_zone " + Shell.quote(zone.zone()) + " "
                    + Shell.quote(plan.intent().name() + "-cluster") + " \"$VIRTUAL_NETWORK_ID\"");
            if (zone.linkToFirewallNetwork()) {
                script.comment("The firewall resolves for the nodes, so its network must see the zone.");
                script.line("link_private_dns_zone " + Shell.quote(zone.zone()) + " "
                        + Shell.quote(plan.intent().name() + "-firewall") + " \"$FIREWALL_VIRTUAL_NETWORK_ID\"");
            }
            script.blank();
        }
        plan.privateEndpoints().forEach(endpoint -> endpoint(script, endpoint, parameters));
    }

    private static void endpoint(Script script, PrivateEndpointPlan endpoint, Parameters parameters) {
        String subnet = parameters.subnet(endpoint.subnet()).shellName();
        List<String> options = new ArrayList<>(List.of(GROUP, "--location \"$LOCATION\"",
                "--name " + Shell.quote(endpoint.name()), "--subnet \"$VIRTUAL_NETWORK_ID/subnets/$" + subnet + "\"",
                "--private-connection-resource-id " + Shell.variable(parameters.target(endpoint).shellName()),
                "--group-id " + Shell.quote(endpoint.groupId()),
                "--connection-name " + Shell.quote(endpoint.name())));
        endpoint.address().ifPresent(address -> PrivateLinkMember.of(endpoint.groupId())
                .ifPresent(member -> options.add("--ip-config name=" + Shell.quote(endpoint.groupId()) + " group-id="
                        + Shell.quote(endpoint.groupId()) + " member-name=" + Shell.quote(member)
                        + " private-ip-address=" + Shell.quote(address.toString()))));
        options.add(QUIET);
        script.comment(PrivateLinkMember.comment(endpoint)).command("run az network private-endpoint create", options);
        for (int i = 0; i < endpoint.zones().size(); i++) {
            String zone = endpoint.zones().get(i);
            script.command("run az network private-endpoint dns-zone-group " + (i == 0 ? "create" : "add"),
                    List.of(GROUP, "--endpoint-name " + Shell.quote(endpoint.name()), "--name default",
                            "--private-dns-zone " + Shell.quote(zone),
                            "--zone-name " + Shell.quote(zone.replace('.', '-')), QUIET));
        }
        script.blank();
    }

    private static void networkId(Script script) {
        script.text("""
                VIRTUAL_NETWORK_ID="$VIRTUAL_NETWORK_NAME"
                if [[ "$DRY_RUN" == false ]]; then
                  VIRTUAL_NETWORK_ID=$(az network vnet show \\
                    --resource-group "$VIRTUAL_NETWORK_RESOURCE_GROUP" \\
                    --name "$VIRTUAL_NETWORK_NAME" \\
                    --query id \\
                    --output tsv)
                fi
                """).blank();
    }

    private static void functions(Script script) {
        script.text("""
                # Makes a private DNS zone where it is missing.
                private_dns_zone() {
                  if ! exists az network private-dns zone show --resource-group "$RESOURCE_GROUP" --name "$1"; then
                    run az network private-dns zone create --resource-group "$RESOURCE_GROUP" --name "$1" --output none
                  fi
                }

                # Links a private DNS zone to a virtual network where the link is missing: zone, name of the link, network.
                link_private_dns_zone() {
                  if ! exists az network private-dns link vnet show \\
                    --resource-group "$RESOURCE_GROUP" \\
                    --zone-name "$1" \\
                    --name "$2"; then
                    run az network private-dns link vnet create \\
                      --resource-group "$RESOURCE_GROUP" \\
                      --zone-name "$1" \\
                      --name "$2" \\
                      --virtual-network "$3" \\
                      --registration-enabled false \\
                      --output none
                  fi
                }
                """).blank();
    }
}
