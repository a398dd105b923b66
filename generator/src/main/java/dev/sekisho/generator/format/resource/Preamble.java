package dev.sekisho.generator.format.resource;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.DeploymentPlan.FirewallPlan;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import java.util.ArrayList;
import java.util.List;

/// The lines at the top of every generated file: the mark, what the file brings, and what it takes for granted.
public final class Preamble {
    private Preamble() {}

    /// Returns the lines, the mark first.
    public static List<String> lines(DeploymentPlan plan, GeneratedMark mark) {
        List<String> lines = new ArrayList<>();
        lines.add(mark.toString());
        lines.add(summary(plan));
        if (plan.firewall().map(FirewallPlan::dnsProxyRequired).orElse(false)) {
            lines.add("The DNS proxy of the firewall policy must be on: a network rule names hosts (FW-22).");
        }
        return List.copyOf(lines);
    }

    private static String summary(DeploymentPlan plan) {
        List<RuleCollectionGroup> groups = plan.firewall().map(firewall -> firewall.policy().ruleCollectionGroups())
                .orElse(List.of());
        long rules = groups.stream().flatMap(group -> group.ruleCollections().stream())
                .mapToLong(collection -> collection.rules().size()).sum();
        int routes = plan.routing().map(routing -> routing.table().routes().size()).orElse(0);
        return "Egress of the AKS cluster " + plan.intent().name() + " in " + plan.intent().cluster().region() + ": "
                + count(rules, "firewall rule") + ", " + count(routes, "route") + ", "
                + count(plan.privateEndpoints().size(), "private endpoint") + ", "
                + count(plan.serviceEndpoints().size(), "service endpoint")
                + plan.inbound().map(inbound -> ", " + count(inbound.services().size(), "Service")
                        + " reached from outside by "
                        + count(inbound.securityGroup().securityRules().size(), "security rule")).orElse("")
                + ".";
    }

    private static String count(long number, String thing) {
        return (number == 0 ? "no" : Long.toString(number)) + " " + thing + (number == 1 ? "" : "s");
    }
}
