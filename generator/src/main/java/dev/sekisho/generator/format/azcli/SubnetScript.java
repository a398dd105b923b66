package dev.sekisho.generator.format.azcli;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.resource.Parameter;
import dev.sekisho.generator.format.resource.Parameters;
import dev.sekisho.generator.format.resource.SubnetChange;
import dev.sekisho.generator.plan.DeploymentPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The script that changes existing subnets: it attaches the route table, and enables service endpoints beside those
/// that a subnet has already.
///
/// Templates that state a subnet replace all of its properties (security group, delegations, endpoints), so ARM and
/// Bicep leave it to this script; Terraform leaves the service endpoints to it.
public final class SubnetScript {
    /// The parameter that every script needs.
    static final Parameter RESOURCE_GROUP = new Parameter("resourceGroup",
            "Resource group of everything that is created", Parameter.Preset.Required.REQUIRED);

    /// Name of the script that only enables service endpoints.
    public static final String SERVICE_ENDPOINTS = "enable-service-endpoints.sh";
    /// Name of the script that attaches the route table too.
    public static final String SUBNETS = "attach-subnets.sh";

    private SubnetScript() {}

    /// Returns the script, or nothing where no subnet changes.
    public static Optional<String> of(DeploymentPlan plan, GeneratedMark mark) {
        return of(plan, mark, SUBNETS, SubnetChange.of(plan));
    }

    /// Returns the script that only enables service endpoints, or nothing where none is planned.
    public static Optional<String> ofServiceEndpoints(DeploymentPlan plan, GeneratedMark mark) {
        return of(plan, mark, SERVICE_ENDPOINTS,
                SubnetChange.of(plan).stream().filter(change -> !change.serviceEndpoints().isEmpty())
                        .map(change -> new SubnetChange(change.subnet(), false, false, change.serviceEndpoints()))
                        .toList());
    }

    private static Optional<String> of(DeploymentPlan plan, GeneratedMark mark, String name,
            List<SubnetChange> changes) {
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Parameters parameters = Parameters.of(plan);
        boolean routed = changes.stream().anyMatch(SubnetChange::attachRouteTable);
        boolean guarded = changes.stream().anyMatch(SubnetChange::attachSecurityGroup);
        List<Parameter> used = new ArrayList<>();
        if (routed || guarded || parameters.virtualNetworkResourceGroup()
                .preset() == Parameter.Preset.OwnResourceGroup.OWN_RESOURCE_GROUP) {
            used.add(RESOURCE_GROUP);
        }
        used.add(parameters.virtualNetworkName());
        used.add(parameters.virtualNetworkResourceGroup());
        changes.forEach(change -> used.add(parameters.subnet(change.subnet())));
        if (routed) {
            parameters.routeTableName().ifPresent(used::add);
        }
        if (guarded) {
            used.addAll(inbound(parameters));
        }
        Script script = new Script(
                List.of(mark.toString(),
                        "Changes existing subnets of the cluster " + plan.intent().name()
                                + " and leaves alone what else they have."),
                name, used.stream().filter(Parameter::isRequired).toList());
        script.parameters(used).dryRun();
        steps(script, plan, changes);
        return Optional.of(script.toString());
    }

    /// The parameters of what lets clients in.
    static List<Parameter> inbound(Parameters parameters) {
        return Stream.of(parameters.securityGroupName(), parameters.gatewayRouteTableName(),
                parameters.gatewayVirtualNetworkName(), parameters.gatewayVirtualNetworkResourceGroup())
                .flatMap(Optional::stream).toList();
    }

    /// Adds the steps to a script that has set its parameters.
    static void steps(Script script, DeploymentPlan plan, List<SubnetChange> changes) {
        if (changes.stream().anyMatch(change -> !change.serviceEndpoints().isEmpty())) {
            serviceEndpointFunction(script);
        }
        if (changes.stream().anyMatch(SubnetChange::attachRouteTable)) {
            routeTableId(script);
        }
        Parameters parameters = Parameters.of(plan);
        for (SubnetChange change : changes) {
            String subnet = Shell.variable(parameters.subnet(change.subnet()).shellName());
            if (change.attachRouteTable()) {
                script.comment("Subnet " + change.subnet() + ": the routes take effect from here on.");
                script.command("run az network vnet subnet update",
                        List.of("--resource-group \"$VIRTUAL_NETWORK_RESOURCE_GROUP\"",
                                "--vnet-name \"$VIRTUAL_NETWORK_NAME\"", "--name " + subnet,
                                "--route-table \"$ROUTE_TABLE_ID\"", "--output none"))
                        .blank();
            }
            if (!change.serviceEndpoints().isEmpty()) {
                plan.serviceEndpoints().stream().filter(endpoint -> endpoint.subnet().equals(change.subnet()))
                        .forEach(endpoint -> script.comment(endpoint.service() + " on subnet " + change.subnet()
                                + ", for " + String.join(", ", endpoint.servedNeeds()) + "."));
                script.line("enable_service_endpoints " + subnet + " "
                        + String.join(" ", change.serviceEndpoints().stream().map(Shell::quote).toList())).blank();
            }
        }
        plan.inbound().ifPresent(inbound -> changes.stream().filter(SubnetChange::attachSecurityGroup)
                .forEach(change -> InboundSteps.attach(script, inbound,
                        Shell.variable(parameters.subnet(change.subnet()).shellName()))));
    }

    /// The route table may be in a resource group of its own, so the subnet needs its id.
    private static void routeTableId(Script script) {
        script.text("""
                ROUTE_TABLE_ID="$ROUTE_TABLE_NAME"
                if [[ "$DRY_RUN" == false ]]; then
                  ROUTE_TABLE_ID=$(az network route-table show \\
                    --resource-group "$RESOURCE_GROUP" \\
                    --name "$ROUTE_TABLE_NAME" \\
                    --query id \\
                    --output tsv)
                fi
                """).blank();
    }

    private static void serviceEndpointFunction(Script script) {
        script.text("""
                # Enables service endpoints on a subnet beside those that it has: the update replaces the whole list.
                enable_service_endpoints() {
                  local subnet=$1 present='' service
                  shift
                  if [[ "$DRY_RUN" == false ]]; then
                    present=$(az network vnet subnet show \\
                      --resource-group "$VIRTUAL_NETWORK_RESOURCE_GROUP" \\
                      --vnet-name "$VIRTUAL_NETWORK_NAME" \\
                      --name "$subnet" \\
                      --query 'serviceEndpoints[].service' \\
                      --output tsv)
                  fi
                  local -a services=()
                  while IFS= read -r service; do
                    if [[ "$service" == Microsoft.* ]]; then
                      services+=("$service")
                    fi
                  done < <(printf '%s\\n' "$present" "$@" | sort -u)
                  run az network vnet subnet update \\
                    --resource-group "$VIRTUAL_NETWORK_RESOURCE_GROUP" \\
                    --vnet-name "$VIRTUAL_NETWORK_NAME" \\
                    --name "$subnet" \\
                    --service-endpoints "${services[@]}" \\
                    --output none
                }
                """).blank();
    }
}
