package dev.sekisho.generator.format.azcli;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.Output;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.OutputFormat;
import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.format.Writer;
import dev.sekisho.generator.format.resource.Expressible;
import dev.sekisho.generator.format.resource.Parameter;
import dev.sekisho.generator.format.resource.Parameters;
import dev.sekisho.generator.format.resource.Preamble;
import dev.sekisho.generator.format.resource.SubnetChange;
import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateDnsZonePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Writes `azcli/deploy.sh`, which deploys everything around the cluster, `azcli/create-cluster.sh`, and
/// `azcli/application-gateway.sh` where a gateway stands before a Service.
public final class AzCliWriter implements Writer {
    private final String version;

    /// @param version version of Sekisho, for the mark
    public AzCliWriter(String version) {
        this.version = version;
    }

    @Override
    public OutputFormat format() {
        return OutputFormat.AZCLI;
    }

    @Override
    public Output write(DeploymentPlan plan) {
        List<Refusal> refusals = Expressible.refusals(plan);
        if (!refusals.isEmpty()) {
            return Output.refused(refusals);
        }
        GeneratedMark mark = GeneratedMark.of(plan, version);
        List<OutputFile> files = new ArrayList<>();
        files.add(OutputFile.script("azcli/deploy.sh", deploy(plan, mark)));
        if (!plan.clusterSettings().isEmpty()) {
            files.add(OutputFile.script("azcli/create-cluster.sh", ClusterScript.of(plan, mark)));
        }
        GatewayScript.of(plan, mark).map(script -> OutputFile.script("azcli/" + GatewayScript.NAME, script))
                .ifPresent(files::add);
        return new Output(files, List.of());
    }

    private static String deploy(DeploymentPlan plan, GeneratedMark mark) {
        Parameters parameters = Parameters.of(plan);
        List<Parameter> used = used(plan, parameters);
        Script script = new Script(Preamble.lines(plan, mark), "deploy.sh",
                used.stream().filter(Parameter::isRequired).toList());
        script.parameters(used).dryRun();
        plan.firewall().ifPresent(firewall -> FirewallSteps.write(script, firewall));
        plan.routing().ifPresent(routing -> NetworkSteps.routes(script, plan, routing.table(), "ROUTE_TABLE_NAME",
                parameters));
        plan.inbound().ifPresent(inbound -> InboundSteps.securityGroup(script, inbound));
        plan.inbound().flatMap(InboundPlan::gatewayRoutes).ifPresent(
                table -> NetworkSteps.routes(script, plan, table, "GATEWAY_ROUTE_TABLE_NAME", parameters));
        NetworkSteps.endpoints(script, plan, parameters);
        SubnetScript.steps(script, plan, SubnetChange.of(plan));
        return script.toString();
    }

    private static List<Parameter> used(DeploymentPlan plan, Parameters parameters) {
        List<Parameter> used = new ArrayList<>();
        used.add(SubnetScript.RESOURCE_GROUP);
        used.add(parameters.location());
        parameters.firewallPolicyName().ifPresent(used::add);
        parameters.firewallPolicyResourceGroup().ifPresent(used::add);
        parameters.routeTableName().ifPresent(used::add);
        parameters.firewallPrivateIp().ifPresent(used::add);
        used.addAll(SubnetScript.inbound(parameters));
        List<String> subnets = Stream.concat(SubnetChange.of(plan).stream().map(SubnetChange::subnet),
                plan.privateEndpoints().stream().map(endpoint -> endpoint.subnet())).distinct().toList();
        if (!subnets.isEmpty() || !plan.privateDnsZones().isEmpty()) {
            used.add(parameters.virtualNetworkName());
            used.add(parameters.virtualNetworkResourceGroup());
        }
        subnets.forEach(subnet -> used.add(parameters.subnet(subnet)));
        if (plan.privateDnsZones().stream().anyMatch(PrivateDnsZonePlan::linkToFirewallNetwork)) {
            parameters.firewallVirtualNetworkId().ifPresent(used::add);
        }
        plan.privateEndpoints().forEach(endpoint -> used.add(parameters.target(endpoint)));
        if (!needsLocation(plan)) {
            used.remove(parameters.location());
        }
        return List.copyOf(used);
    }

    private static boolean needsLocation(DeploymentPlan plan) {
        return plan.routing().isPresent() || plan.inbound().isPresent() || !plan.privateEndpoints().isEmpty()
                || plan.firewall().map(firewall -> !firewall.ipGroups().isEmpty()).orElse(false);
    }
}
