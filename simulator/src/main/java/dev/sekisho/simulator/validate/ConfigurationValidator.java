package dev.sekisho.simulator.validate;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.view.Views;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds what Azure would refuse, or accept and never use, in the resources of an environment.
public final class ConfigurationValidator {
    private ConfigurationValidator() {}

    /// Returns the findings in the order of the files. Notes among them are worth knowing and no findings.
    public static List<Diagnostic> validate(Environment environment) {
        Findings findings = new Findings();
        for (FirewallPolicy policy : environment.firewallPolicies()) {
            PolicyCheck.check(policy, environment, findings);
        }
        Views views = new Views(environment);
        for (Firewall firewall : environment.firewalls()) {
            FirewallCheck.check(views.firewall(firewall), environment, findings);
        }
        for (FirewallPolicy policy : unused(environment)) {
            RuleCheck rules = new RuleCheck(views.firewall(standIn(policy)), findings);
            views.firewall(standIn(policy)).collections().forEach(rules::check);
        }
        for (IpGroup group : environment.ipGroups()) {
            LimitCheck.check(group, findings);
        }
        LimitCheck.checkIpGroupCount(environment, findings);
        for (RouteTable table : environment.routeTables()) {
            RouteTableCheck.check(table, findings);
        }
        for (NetworkSecurityGroup group : environment.networkSecurityGroups()) {
            SecurityGroupCheck.check(group, findings);
        }
        environment.securityAdminCollections().forEach(rules -> SecurityGroupCheck.check(rules, findings));
        NetworkCheck.check(environment, findings);
        return findings.inOrder();
    }

    /// Policies that no described firewall uses, not even as a parent.
    private static List<FirewallPolicy> unused(Environment environment) {
        Set<FirewallPolicy> used = new HashSet<>();
        environment.firewalls().forEach(firewall -> used.addAll(PolicyChain.of(firewall, environment)));
        return environment.firewallPolicies().stream().filter(policy -> !policy.name().isBlank())
                .filter(policy -> !used.contains(policy)).toList();
    }

    /// The firewall that a policy without one is judged with: of its own tier, and knowing all that a firewall can.
    private static Firewall standIn(FirewallPolicy policy) {
        return new Firewall("", policy.tier(), new FirewallRules.Policy(new ResourceRef(policy.name())),
                new Entry.Unknown<>("privateIp"), List.of(), Optional.empty(), true, false, List.of(), policy.at());
    }

    /// Returns the codes of findings, those of readers included. Notes and problems of other kinds have none.
    public static SortedSet<ValidationCode> codes(Collection<Diagnostic> diagnostics) {
        SortedSet<ValidationCode> codes = new TreeSet<>();
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.severity() != Severity.NOTE) {
                ValidationCode.of(diagnostic.code()).ifPresent(codes::add);
            }
        }
        return codes;
    }
}
