package dev.sekisho.generator.format.azcli;

import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.model.network.SecurityRule;
import java.util.ArrayList;
import java.util.List;

/// The steps that write the security group of the node subnet, and attach what lets clients in.
///
/// A subnet has one security group and one route table (`R-17`). What is attached already belongs to somebody, so it is
/// never replaced: the script says how to let the rules join it.
final class InboundSteps {
    private InboundSteps() {}

    static void securityGroup(Script script, InboundPlan inbound) {
        String group = "--resource-group \"$RESOURCE_GROUP\"";
        script.line("if ! exists az network nsg show " + group + " --name \"$NETWORK_SECURITY_GROUP_NAME\"; then");
        script.command("  ", "run az network nsg create", List.of(group, "--location \"$LOCATION\"",
                "--name \"$NETWORK_SECURITY_GROUP_NAME\"", "--output none"));
        script.line("fi").blank();
        for (SecurityRule rule : inbound.securityGroup().securityRules()) {
            List<String> options = new ArrayList<>(List.of(group, "--nsg-name \"$NETWORK_SECURITY_GROUP_NAME\"",
                    "--name " + Shell.quote(rule.name()), "--description " + Shell.quote(rule.description()),
                    "--priority " + rule.priority(), "--direction " + rule.direction().azureName(),
                    "--access " + rule.access().azureName(), "--protocol " + Shell.quote(rule.protocol().azureName())));
            side("source", rule.source(), options);
            side("destination", rule.destination(), options);
            options.add("--output none");
            script.command("run az network nsg rule create", options).blank();
        }
    }

    private static void side(String side, SecurityRule.Side values, List<String> options) {
        options.add("--" + side + "-address-prefixes " + words(values.addresses()));
        options.add("--" + side + "-port-ranges " + words(values.ports()));
    }

    private static String words(List<?> entries) {
        return String.join(" ", entries.stream().map(entry -> Shell.quote(entry.toString())).toList());
    }

    /// Attaches the security group to the node subnet, and the route table to GatewaySubnet.
    static void attach(Script script, InboundPlan inbound, String subnet) {
        script.text("""
                # Attaches a security group or a route table to a subnet, unless it has another one: resource group, network,
                # subnet, kind, id, variable that names the one to join.
                attach() {
                  local present=''
                  if [[ "$DRY_RUN" == false ]]; then
                    present=$(az network vnet subnet show \\
                      --resource-group "$1" \\
                      --vnet-name "$2" \\
                      --name "$3" \\
                      --query "$4.id" \\
                      --output tsv)
                  fi
                  if [[ -n "$present" && "${present,,}" != "${5,,}" ]]; then
                    echo "the subnet $3 has another one already: $present" >&2
                    echo "set $6 to its name and RESOURCE_GROUP to its group, so that the rules and routes join it" >&2
                    exit 1
                  fi
                  if [[ "$4" == routeTable ]]; then
                    run az network vnet subnet update \\
                      --resource-group "$1" \\
                      --vnet-name "$2" \\
                      --name "$3" \\
                      --route-table "$5" \\
                      --output none
                  else
                    run az network vnet subnet update \\
                      --resource-group "$1" \\
                      --vnet-name "$2" \\
                      --name "$3" \\
                      --network-security-group "$5" \\
                      --output none
                  fi
                }
                """).blank();
        id(script, "NETWORK_SECURITY_GROUP", "nsg");
        script.comment("The rules of the security group take effect from here on.");
        script.line("attach \"$VIRTUAL_NETWORK_RESOURCE_GROUP\" \"$VIRTUAL_NETWORK_NAME\" " + subnet
                + " networkSecurityGroup \\").line("  \"$NETWORK_SECURITY_GROUP_ID\" NETWORK_SECURITY_GROUP_NAME")
                .blank();
        if (inbound.gatewayRoutes().isPresent()) {
            id(script, "GATEWAY_ROUTE_TABLE", "route-table");
            script.comment("Requests from on premises go through the firewall from here on.");
            script.line("attach \"$GATEWAY_VIRTUAL_NETWORK_RESOURCE_GROUP\" \"$GATEWAY_VIRTUAL_NETWORK_NAME\""
                    + " GatewaySubnet routeTable \\").line("  \"$GATEWAY_ROUTE_TABLE_ID\" GATEWAY_ROUTE_TABLE_NAME")
                    .blank();
        }
    }

    private static void id(Script script, String variable, String kind) {
        script.text("""
                VARIABLE_ID="$VARIABLE_NAME"
                if [[ "$DRY_RUN" == false ]]; then
                  VARIABLE_ID=$(az network KIND show \\
                    --resource-group "$RESOURCE_GROUP" \\
                    --name "$VARIABLE_NAME" \\
                    --query id \\
                    --output tsv)
                fi
                """.replace("VARIABLE", variable).replace("KIND", kind)).blank();
    }
}
