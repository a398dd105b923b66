package dev.sekisho.simulator.validate;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.firewall.DnsSettings;
import dev.sekisho.model.firewall.ExplicitProxy;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.ThreatIntelMode;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.OrderedCollection;

/// Checks a firewall together with the policies that it uses: tiers, references, and each rule in the light of both
/// (`FW-56`, `FW-22`, `FW-28`).
final class FirewallCheck {
    private static final int LONGEST_NAME = 50;

    private final FirewallView view;
    private final Environment environment;
    private final Findings findings;

    private FirewallCheck(FirewallView view, Environment environment, Findings findings) {
        this.view = view;
        this.environment = environment;
        this.findings = findings;
    }

    static void check(FirewallView view, Environment environment, Findings findings) {
        FirewallCheck check = new FirewallCheck(view, environment, findings);
        check.firewall();
        RuleCheck rules = new RuleCheck(view, findings);
        view.collections().forEach(rules::check);
        LimitCheck.check(view, findings);
    }

    private void firewall() {
        Firewall firewall = view.firewall();
        if (firewall.name().length() > LONGEST_NAME) {
            findings.error(ValidationCode.NAME, firewall.at(),
                    "the name of the firewall '" + firewall.name() + "' has more than " + LONGEST_NAME + " characters",
                    "");
        }
        if (PolicyChain.of(firewall, environment).isEmpty()) {
            view.problems().forEach(findings::add);
        }
        firewall.virtualNetwork()
                .filter(ref -> environment.virtualNetworks().stream().noneMatch(network -> ref.names(network.name())))
                .ifPresent(ref -> findings.error(ValidationCode.UNKNOWN_REFERENCE, firewall.at(),
                        "the network '" + ref.name() + "' of the firewall '" + firewall.name() + "' is not described",
                        ""));
        if (firewall.dualStack() && firewall.rules() instanceof FirewallRules.Classic) {
            findings.error(ValidationCode.IPV6, firewall.at(), "the firewall '" + firewall.name()
                    + "' is dual stack, which needs a policy; classic rules know IPv4 only",
                    "move the rules to a policy");
        }
        if (firewall.rules() instanceof FirewallRules.Classic(var collections, PolicySettings settings)) {
            PolicyCheck.collections(collections, findings);
            PolicyCheck.collectionNames(collections, "firewall", findings);
            settings(settings, firewall.tier(), "the firewall '" + firewall.name() + "'", firewall.at());
        }
        usedPolicies();
        if (view.forcedTunneling()) {
            view.collections().stream().filter(collection -> collection.collection() instanceof NatRuleCollection)
                    .map(OrderedCollection::collection).findFirst()
                    .ifPresent(nat -> findings.error(ValidationCode.NAT_FORCED_TUNNELING, nat.at(),
                            "the firewall '" + firewall.name() + "' has forced tunnelling, which rules out DNAT", ""));
        }
    }

    private void usedPolicies() {
        Firewall firewall = view.firewall();
        for (FirewallPolicy policy : PolicyChain.of(firewall, environment)) {
            settings(policy.settings(), lower(policy.tier(), firewall.tier()), "the policy '" + policy.name() + "'",
                    policy.at());
            if (policy.tier().compareTo(firewall.tier()) > 0) {
                findings.error(ValidationCode.TIER, firewall.at(), "the firewall '" + firewall.name() + "' is "
                        + firewall.tier() + ", but its policy '" + policy.name() + "' is " + policy.tier(),
                        "use a policy of the firewall's tier");
            }
        }
    }

    private void settings(PolicySettings settings, Tier tier, String holder, SourceLocation at) {
        if (tier == Tier.BASIC) {
            settings.dns().filter(DnsSettings::enableProxy)
                    .ifPresent(_ -> needs(Tier.STANDARD, "the DNS proxy", tier, holder, at));
            settings.threatIntelMode().filter(mode -> mode == ThreatIntelMode.DENY)
                    .ifPresent(_ -> findings.warning(ValidationCode.TIER, at,
                            holder + " is Basic, where threat intelligence only alerts",
                            "write threatIntelMode: Alert"));
        }
        if (tier != Tier.PREMIUM) {
            settings.intrusionDetection().filter(detection -> detection.mode() != ThreatIntelMode.OFF)
                    .ifPresent(_ -> needs(Tier.PREMIUM, "intrusion detection", tier, holder, at));
            if (settings.tlsInspectionCertificate()) {
                needs(Tier.PREMIUM, "TLS inspection", tier, holder, at);
            }
        }
        settings.explicitProxy().filter(ExplicitProxy::enabled)
                .filter(proxy -> proxy.httpPort().isPresent() && proxy.httpPort().equals(proxy.httpsPort()))
                .ifPresent(proxy -> findings.error(ValidationCode.PROXY_PORTS, at,
                        "the explicit proxy of " + holder + " listens on port " + proxy.httpPort().getAsInt()
                                + " for HTTP and HTTPS",
                        "give each a port of its own"));
    }

    private void needs(Tier needed, String feature, Tier tier, String holder, SourceLocation at) {
        findings.error(ValidationCode.TIER, at, feature + " needs " + needed + ", but " + holder + " works as " + tier,
                "");
    }

    private static Tier lower(Tier one, Tier other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
