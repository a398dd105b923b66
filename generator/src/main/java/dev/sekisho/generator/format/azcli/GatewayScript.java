package dev.sekisho.generator.format.azcli;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.resource.Parameter;
import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.generator.inbound.InboundPlan.ServicePlan;
import dev.sekisho.generator.naming.AzureNames;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.model.cluster.InboundIntent.GatewayDoor;
import dev.sekisho.model.cluster.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The script that adds Services to existing Application Gateways as backends.
///
/// A gateway is one resource with all of its listeners and pools: a template or a Terraform configuration that states it
/// replaces what others keep there, so only the script adds to it.
final class GatewayScript {
    /// Name of the script.
    static final String NAME = "application-gateway.sh";

    private static final String GATEWAY = "az network application-gateway ";

    private GatewayScript() {}

    /// Returns the script, or nothing where no Service is behind a gateway.
    static Optional<String> of(DeploymentPlan plan, GeneratedMark mark) {
        List<ServicePlan> services = plan.inbound().map(InboundPlan::services).orElse(List.of()).stream()
                .filter(service -> service.intent().isFrom(Origin.APPLICATION_GATEWAY)).toList();
        if (services.isEmpty()) {
            return Optional.empty();
        }
        List<Parameter> used = List.of(SubnetScript.RESOURCE_GROUP);
        Script script = new Script(List.of(mark.toString(),
                "Adds the Services of the cluster " + plan.intent().name()
                        + " to Application Gateways that exist already:"
                        + " backend pool, probe, settings, listener and rule of each.",
                "The security group of a gateway's subnet must let in clients on the port of the listener, GatewayManager on"
                        + " 65200-65535, and AzureLoadBalancer. Its routes must not lead 0.0.0.0/0 to the firewall."),
                NAME, used);
        script.parameters(used).dryRun();
        frontendPort(script);
        services.forEach(service -> service(script, service, service.intent().applicationGateway().orElseThrow()));
        return Optional.of(script.toString());
    }

    private static void service(Script script, ServicePlan service, GatewayDoor door) {
        String name = AzureNames.of(service.intent().namespace(), service.intent().name());
        List<String> common = List.of(
                "--resource-group " + door.resourceGroup().map(Shell::quote).orElse("\"$RESOURCE_GROUP\""),
                "--gateway-name " + Shell.quote(door.name()), "--name " + Shell.quote(name));
        String protocol = door.backendHttps() ? "Https" : "Http";
        String host = door.host().map(Object::toString).orElseGet(() -> service.address().toString());
        script.comment("Service " + service.intent() + " behind " + door.name() + ".");
        step(script, "address-pool create", common, "--servers " + service.address());
        step(script, "probe create", common, "--protocol " + protocol, "--host " + Shell.quote(host),
                "--path " + Shell.quote(door.probePath()));
        step(script, "http-settings create", common, "--protocol " + protocol, "--port " + service.intent().port(),
                "--host-name " + Shell.quote(host), "--probe " + Shell.quote(name));
        script.line("frontend_port "
                + door.resourceGroup().map(Shell::quote).orElse("\"$RESOURCE_GROUP\"") + " "
                + Shell.quote(door.name()) + " " + door.listenerPort()).blank();
        List<String> listener = new ArrayList<>(List.of("--frontend-port \"$FRONTEND_PORT\""));
        door.host().ifPresent(known -> listener.add("--host-name " + Shell.quote(known.toString())));
        door.certificate().ifPresent(known -> listener.add("--ssl-cert " + Shell.quote(known)));
        step(script, "http-listener create", common, listener.toArray(String[]::new));
        step(script, "rule create", common, "--rule-type Basic", "--priority " + door.priority(),
                "--http-listener " + Shell.quote(name), "--address-pool " + Shell.quote(name),
                "--http-settings " + Shell.quote(name));
    }

    private static void step(Script script, String command, List<String> common, String... more) {
        List<String> options = new ArrayList<>(common);
        options.addAll(List.of(more));
        options.add("--output none");
        script.command("run " + GATEWAY + command, options).blank();
    }

    private static void frontendPort(Script script) {
        script.text("""
                # Finds the frontend port of a gateway with this number, or makes it: a gateway has each number once. Resource
                # group, gateway, number; the name is in FRONTEND_PORT.
                frontend_port() {
                  FRONTEND_PORT="port_$3"
                  if [[ "$DRY_RUN" == false ]]; then
                    local present
                    present=$(az network application-gateway frontend-port list \\
                      --resource-group "$1" \\
                      --gateway-name "$2" \\
                      --query "[?port==\\`$3\\`].name | [0]" \\
                      --output tsv)
                    if [[ -n "$present" ]]; then
                      FRONTEND_PORT="$present"
                      return
                    fi
                  fi
                  run az network application-gateway frontend-port create \\
                    --resource-group "$1" \\
                    --gateway-name "$2" \\
                    --name "$FRONTEND_PORT" \\
                    --port "$3" \\
                    --output none
                }
                """).blank();
    }
}
