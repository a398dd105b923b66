package dev.sekisho.generator.plan;

import dev.sekisho.generator.plan.DeploymentPlan.ClusterSetting;
import dev.sekisho.generator.plan.DeploymentPlan.SettingValue;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.Feature;
import java.util.ArrayList;
import java.util.List;

/// The options of `az aks create` that switch on the features of a cluster. Cluster extensions such as Flux and Dapr are
/// installed afterwards and have none.
final class AddOnOptions {
    private AddOnOptions() {}

    static List<ClusterSetting> of(ClusterIntent intent) {
        List<ClusterSetting> settings = new ArrayList<>();
        addOns(intent, settings);
        flag(intent, settings, "defender", "--enable-defender", "sensor of Defender for Containers");
        flag(intent, settings, "workload-identity", "--enable-oidc-issuer", "issues the tokens of workload identity");
        flag(intent, settings, "workload-identity", "--enable-workload-identity", "pods sign in to Entra");
        flag(intent, settings, "istio", "--enable-azure-service-mesh", "Istio add-on");
        flag(intent, settings, "app-routing", "--enable-app-routing", "application routing add-on");
        flag(intent, settings, "keda", "--enable-keda", "KEDA add-on");
        if (intent.cluster().has("cost-analysis")) {
            settings.add(literal("--tier", "standard", "cost analysis is not in the free tier"));
        }
        flag(intent, settings, "cost-analysis", "--enable-cost-analysis", "cost analysis add-on");
        registries(intent, settings);
        if (intent.cluster().has("automatic")) {
            settings.add(literal("--sku", "automatic", "AKS Automatic"));
        }
        return List.copyOf(settings);
    }

    private static void addOns(ClusterIntent intent, List<ClusterSetting> settings) {
        List<String> addOns = new ArrayList<>();
        if (intent.cluster().has("azure-policy")) {
            addOns.add("azure-policy");
        }
        if (monitors(intent, "container-insights")) {
            addOns.add("monitoring");
        }
        if (intent.cluster().has("keyvault-csi")) {
            addOns.add("azure-keyvault-secrets-provider");
        }
        if (!addOns.isEmpty()) {
            settings.add(literal("--enable-addons", String.join(",", addOns), "the rules for them are in the plan"));
        }
        if (monitors(intent, "prometheus")) {
            settings.add(new ClusterSetting("--enable-azure-monitor-metrics", List.of(), "managed Prometheus"));
        }
    }

    /// Whether a part of Azure Monitor is on: all are where none is named.
    private static boolean monitors(ClusterIntent intent, String part) {
        return intent.cluster().features().stream().filter(feature -> feature.name().equals("monitor"))
                .map(feature -> feature.parameters().getOrDefault("parts", List.of()))
                .anyMatch(parts -> parts.isEmpty() || parts.contains(part));
    }

    private static void registries(ClusterIntent intent, List<ClusterSetting> settings) {
        intent.cluster().features().stream().filter(feature -> feature.name().equals("acr")).map(Feature::parameters)
                .flatMap(parameters -> parameters.getOrDefault("registry", List.of()).stream()).findFirst()
                .ifPresent(registry -> settings
                        .add(literal("--attach-acr", registry,
                                "the nodes may pull from it; attach further ones later")));
    }

    private static void flag(ClusterIntent intent, List<ClusterSetting> settings, String feature, String option,
            String reason) {
        if (intent.cluster().has(feature)) {
            settings.add(new ClusterSetting(option, List.of(), reason));
        }
    }

    private static ClusterSetting literal(String option, String value, String reason) {
        return new ClusterSetting(option, List.of(new SettingValue.Literal(value)), reason);
    }
}
