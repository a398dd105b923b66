package dev.sekisho.generator.format.azcli;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.resource.Parameter;
import dev.sekisho.generator.format.resource.Parameters;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.DeploymentPlan.ClusterSetting;
import dev.sekisho.generator.plan.DeploymentPlan.SettingValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The script that creates the cluster with the settings that fit the plan. An existing cluster is left alone.
final class ClusterScript {
    private ClusterScript() {}

    static String of(DeploymentPlan plan, GeneratedMark mark) {
        Parameters parameters = Parameters.of(plan);
        Set<String> subnets = subnets(plan);
        List<Parameter> used = new ArrayList<>(
                List.of(SubnetScript.RESOURCE_GROUP, parameters.location(), parameters.clusterName()));
        used.addAll(parameters.supplied());
        if (!subnets.isEmpty()) {
            used.add(parameters.virtualNetworkName());
            used.add(parameters.virtualNetworkResourceGroup());
            subnets.forEach(subnet -> used.add(parameters.subnet(subnet)));
        }
        Script script = new Script(
                List.of(mark.toString(),
                        "Creates the cluster " + plan.intent().name() + " with the settings that its egress needs."
                                + " Run deploy.sh first: the nodes call out as soon as they exist."),
                "create-cluster.sh", used.stream().filter(Parameter::isRequired).toList());
        script.parameters(used).dryRun();
        script.text("""
                if exists az aks show --resource-group "$RESOURCE_GROUP" --name "$CLUSTER_NAME"; then
                  echo "the cluster $CLUSTER_NAME exists already and is left as it is" >&2
                  exit 0
                fi
                """).blank();
        if (!subnets.isEmpty()) {
            script.text("""
                    # Prints the resource id of a subnet of the cluster's network.
                    subnet_id() {
                      if [[ "$DRY_RUN" == true ]]; then
                        echo "$1"
                      else
                        az network vnet subnet show \\
                          --resource-group "$VIRTUAL_NETWORK_RESOURCE_GROUP" \\
                          --vnet-name "$VIRTUAL_NETWORK_NAME" \\
                          --name "$1" \\
                          --query id \\
                          --output tsv
                      fi
                    }
                    """).blank();
            subnets.forEach(subnet -> script.line(idVariable(parameters, subnet) + "=$(subnet_id "
                    + Shell.variable(parameters.subnet(subnet).shellName()) + ")"));
            script.blank();
        }
        script.line("options=(");
        plan.clusterSettings().forEach(setting -> option(script, setting, parameters));
        script.line(")");
        List<String> fixed = new ArrayList<>();
        add(fixed, plan, "--resource-group", "\"$RESOURCE_GROUP\"");
        add(fixed, plan, "--location", "\"$LOCATION\"");
        add(fixed, plan, "--name", "\"$CLUSTER_NAME\"");
        fixed.add("\"${options[@]}\"");
        fixed.add("--output none");
        script.command("run az aks create", fixed);
        return script.toString();
    }

    private static void option(Script script, ClusterSetting setting, Parameters parameters) {
        if (!setting.reason().isEmpty()) {
            script.line("  # " + setting.reason());
        }
        StringBuilder line = new StringBuilder("  ").append(Shell.quote(setting.option()));
        setting.values().forEach(value -> line.append(' ').append(switch (value) {
            case SettingValue.Literal(String text) -> Shell.quote(text);
            case SettingValue.SubnetId(String subnet) -> Shell.variable(idVariable(parameters, subnet));
            case SettingValue.Supplied supplied -> Shell.variable(parameters.supplied(supplied).shellName());
        }));
        script.line(line.toString());
    }

    private static void add(List<String> options, DeploymentPlan plan, String option, String value) {
        if (plan.clusterSettings().stream().noneMatch(setting -> setting.option().equals(option))) {
            options.add(option + " " + value);
        }
    }

    private static String idVariable(Parameters parameters, String subnet) {
        return parameters.subnet(subnet).shellName().replaceAll("_NAME$", "_ID");
    }

    private static Set<String> subnets(DeploymentPlan plan) {
        Set<String> subnets = new LinkedHashSet<>();
        plan.clusterSettings().stream().flatMap(setting -> setting.values().stream()).forEach(value -> {
            if (value instanceof SettingValue.SubnetId(String subnet)) {
                subnets.add(subnet);
            }
        });
        return subnets;
    }
}
