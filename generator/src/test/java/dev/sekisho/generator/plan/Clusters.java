package dev.sekisho.generator.plan;

import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.io.catalogue.CatalogueReader;
import dev.sekisho.model.io.cluster.ClusterIntentReader;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.resolve.NeedResolver;
import dev.sekisho.model.term.Entry;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// Clusters written as their users write them, and readable views of their plans.
final class Clusters {
    static final String DATE = "2026-08-21";

    /// Everything but the dependencies.
    static final String PRIVATE_OVERLAY = """
            apiVersion: sekisho.dev/v1
            kind: ClusterEgress
            metadata: {name: payments}
            cluster:
              cloud: AzurePublic
              region: japaneast
              outboundType: userDefinedRouting
              apiServer: {access: private}
              networkPlugin: overlay
              nodePools: [{name: system, os: ubuntu}]
              features: []
            network:
              vnet: {name: spoke, addressSpace: [10.42.0.0/16]}
              nodeSubnet: {name: aks, prefix: 10.42.1.0/24}
              privateEndpointSubnet: {name: endpoints, prefix: 10.42.5.0/24}
              podCidr: 10.244.0.0/16
              dnsServers: [10.1.0.4]
              firewall:
                name: hub-fw
                tier: Standard
                privateIp: 10.1.0.4
                publicIps: [20.0.0.10, 20.0.0.11]
                dnsProxy: true
                vnetAddressSpace: [10.1.0.0/16]
            """;

    private Clusters() {}

    /// Returns the private overlay cluster with these dependencies, each on a line in flow style.
    static String with(String... dependencies) {
        return PRIVATE_OVERLAY + (dependencies.length == 0 ? "" : "dependencies:\n  - " + String.join("\n  - ",
                dependencies) + "\n");
    }

    static ClusterIntent read(String yaml) {
        Diagnostics diagnostics = new Diagnostics();
        ClusterIntent intent = ClusterIntentReader
                .read(SourceFile.of("cluster.yaml", yaml), CatalogueReader.builtIn(), diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.toString()));
        assertTrue(!diagnostics.hasErrors(), diagnostics::toString);
        return intent;
    }

    static ClusterNeeds needs(ClusterIntent intent) {
        Diagnostics diagnostics = new Diagnostics();
        ClusterNeeds needs = NeedResolver.resolve(intent, CatalogueReader.builtIn(), diagnostics);
        assertTrue(!diagnostics.hasErrors(), diagnostics::toString);
        return needs;
    }

    static DeploymentPlan plan(String yaml) {
        ClusterIntent intent = read(yaml);
        return plan(intent, needs(intent));
    }

    static DeploymentPlan plan(ClusterIntent intent, ClusterNeeds needs) {
        Diagnostics diagnostics = new Diagnostics();
        return Planner.plan(intent, needs, DATE, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.toString()));
    }

    static DeploymentPlan plan(ClusterIntent intent, List<EgressNeed> needs) {
        return plan(intent, new ClusterNeeds(needs, List.of(), List.of()));
    }

    /// Returns the errors of a cluster that cannot be planned.
    static String refusal(String yaml) {
        ClusterIntent intent = read(yaml);
        Diagnostics diagnostics = new Diagnostics();
        assertTrue(Planner.plan(intent, needs(intent), DATE, diagnostics).isEmpty(), "there is a plan");
        return diagnostics.toString();
    }

    static List<RuleCollectionGroup> groups(DeploymentPlan plan) {
        return plan.firewall().map(firewall -> firewall.policy().ruleCollectionGroups()).orElse(List.of());
    }

    static List<RuleCollection> collections(DeploymentPlan plan) {
        return groups(plan).stream().flatMap(group -> group.ruleCollections().stream()).toList();
    }

    static List<Rule> rules(DeploymentPlan plan) {
        List<Rule> rules = new ArrayList<>();
        collections(plan).forEach(collection -> rules.addAll(collection.rules()));
        return rules;
    }

    /// Returns the rules of one group, each on a line: `name: protocol sources -> destinations`.
    static String rules(DeploymentPlan plan, String area) {
        StringBuilder text = new StringBuilder();
        groups(plan).stream().filter(group -> group.name().endsWith(area))
                .flatMap(group -> group.ruleCollections().stream()).flatMap(collection -> collection.rules().stream())
                .forEach(rule -> text.append(line(rule)).append('\n'));
        return text.toString();
    }

    private static String line(Rule rule) {
        return rule.name() + ": " + switch (rule) {
            case ApplicationRule application -> text(application.protocols()) + " " + from(rule) + " -> "
                    + text(application.targetFqdns().isEmpty() ? application.fqdnTags() : application.targetFqdns());
            case NetworkRule network -> text(network.protocols()) + ":" + text(network.destinationPorts()) + " "
                    + from(rule) + " -> " + text(all(network));
            case NatRule _ -> "DNAT";
        };
    }

    private static String from(Rule rule) {
        return text(rule.sources().ipGroups().isEmpty() ? rule.sources().addresses() : rule.sources().ipGroups());
    }

    private static List<Object> all(NetworkRule rule) {
        List<Object> all = new ArrayList<>(rule.destinations().addresses());
        all.addAll(rule.destinations().ipGroups());
        all.addAll(rule.destinations().fqdns());
        return all;
    }

    private static String text(List<?> items) {
        return String.join(",", items.stream().map(Object::toString).toList());
    }

    static DeploymentPlan.Carrier carrier(DeploymentPlan plan, String need) {
        return plan.carriers().stream().filter(carrier -> carrier.needId().equals(need)).findFirst().orElseThrow();
    }

    static List<String> codes(DeploymentPlan plan) {
        return plan.warnings().stream().map(warning -> warning.code()).distinct().toList();
    }

    static <T> List<T> known(List<Entry<T>> entries) {
        return entries.stream().map(entry -> entry.known().orElseThrow()).toList();
    }
}
