package dev.sekisho.simulator.exact.lint.trap;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.ThreatIntelMode;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.simulator.exact.firewall.FirewallRulings.RuleRuling;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.view.FirewallView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/// What a single rule does not say about the traffic that it is about.
///
/// @param add takes a finding and its text
record TrafficTraps(FirewallView view, RuleRuling ruling, BiConsumer<LintCode, String> add) {
    private static final int HTTP = 80;
    private static final PortSet REDIRECT = PortSet.parse("11000-11999");
    private static final PortSet WEB = PortSet.of(80, 443);
    private static final AddressSet PUBLIC = WellKnownRanges.PUBLIC.ipv4();
    private static final Set<String> NEVER_INSPECTED = Set.of("education", "finance", "government",
            "healthandmedicine");

    void look() {
        switch (ruling.rule()) {
            case NetworkRule rule -> network(rule);
            case ApplicationRule rule -> application(rule);
            case NatRule _ -> translation();
        }
    }

    private void network(NetworkRule rule) {
        if (ruling.ruling().outcome().result() != PathResult.ALLOW) {
            behindTranslation();
            return;
        }
        boolean everything = has(region -> region.ports().isAny() && region.destinations().containsAll(PUBLIC)
                && region.kinds().contains(FlowKind.TCP));
        if (!everything && has(region -> region.kinds().contains(FlowKind.TCP) && region.ports().contains(25)
                && region.destinations().overlaps(PUBLIC))) {
            add.accept(LintCode.PORT_25, "it allows mail to the Internet, which the platform may stop");
        }
        if (!everything && has(region -> region.kinds().contains(FlowKind.UDP)
                && region.destinations().containsAll(PUBLIC)
                && !region.ports().intersection(WEB).isEmpty())
                && hasApplicationRules()) {
            add.accept(LintCode.HTTP3_PAST_NAMES, "it lets HTTP/3 to every public address through, which no"
                    + " application rule sees");
        }
        if (has(region -> region.kinds().contains(FlowKind.ICMP) && !region.destinations().ipv4().isEmpty()
                && PUBLIC.containsAll(region.destinations().ipv4()))) {
            add.accept(LintCode.ICMP_TO_INTERNET,
                    "it allows ICMP to public addresses, where it cannot be delivered");
        }
        maskedAlerts(rule);
        if (neverTranslates() && has(region -> region.destinations().overlaps(PUBLIC) && region.kinds().stream()
                .anyMatch(FlowKind::hasPorts))) {
            add.accept(LintCode.NEVER_TRANSLATED, "what it allows to public addresses keeps its private source");
        }
        boolean redirected = rule.destinationPorts().stream().flatMap(entry -> entry.known().stream())
                .anyMatch(term -> term instanceof PortTerm.Range(PortRange range)
                        && !PortSet.of(range).isAny() && !PortSet.of(range).intersection(REDIRECT).isEmpty()
                        && range.last() - range.first() < PortRange.HIGHEST / 2);
        if (redirected && view.settings().allowSqlRedirect()) {
            add.accept(LintCode.SQL_REDIRECT_PORTS,
                    "it uses ports that allowSqlRedirect of the policy keeps for itself");
        }
    }

    /// A flow that a network rule decides about does not show its name to threat intelligence, as long as that only alerts.
    private void maskedAlerts(NetworkRule rule) {
        boolean webPorts = rule.destinationPorts().stream().flatMap(entry -> entry.known().stream())
                .anyMatch(term -> term instanceof PortTerm.Range(PortRange range) && !PortSet.of(range).isAny()
                        && !PortSet.of(range).intersection(WEB).isEmpty());
        if (webPorts && view.settings().threatIntelMode() == ThreatIntelMode.ALERT && hasApplicationRules()
                && has(region -> region.kinds().contains(FlowKind.TCP) && region.destinations().overlaps(PUBLIC))) {
            add.accept(LintCode.MASKED_THREAT_ALERTS,
                    "threat intelligence, which only alerts, does not see the names of its flows");
        }
    }

    private boolean hasApplicationRules() {
        return view.collections().stream()
                .anyMatch(ordered -> ordered.collection() instanceof ApplicationRuleCollection);
    }

    private boolean neverTranslates() {
        return view.settings().snat().stream().flatMap(snat -> snat.privateRanges().stream())
                .flatMap(entry -> entry.known().stream()).anyMatch(range -> range.isIpv4() && range.length() == 0);
    }

    /// What DNAT translates is not asked about again (`FW-51`).
    private void behindTranslation() {
        boolean translated = !view.readings().dnatImplicitAllowOverridable() && view.collections().stream()
                .filter(ordered -> ordered.collection() instanceof NatRuleCollection)
                .flatMap(ordered -> ordered.collection().rules().stream())
                .anyMatch(rule -> rule instanceof NatRule nat && leadsHere(nat));
        if (translated) {
            add.accept(LintCode.DENY_BEHIND_DNAT, "it does not stop what a DNAT rule leads to the same place");
        }
    }

    private boolean leadsHere(NatRule nat) {
        Optional<IpAddress> address = nat.target().known()
                .flatMap(target -> target instanceof NatTarget.Address(IpAddress known)
                        ? Optional.of(known) : Optional.empty());
        Optional<PortRange> port = nat.translatedPort().known()
                .flatMap(term -> term instanceof PortTerm.Range(PortRange range) ? Optional.of(range)
                        : Optional.empty());
        return address.isPresent() && port.isPresent() && has(region -> region.destinations().contains(address.get())
                && region.ports().contains(port.get().first()));
    }

    private boolean has(Predicate<Region> wanted) {
        return ruling.ruling().regions().stream().anyMatch(region -> region.given().isEmpty() && wanted.test(region));
    }

    private void application(ApplicationRule rule) {
        boolean denies = ruling.ruling().outcome().result() == PathResult.DENY;
        boolean everyName = rule.targetFqdns().stream().flatMap(entry -> entry.known().stream())
                .anyMatch(FqdnPattern.ANY::equals);
        if (denies && everyName) {
            add.accept(LintCode.INFRASTRUCTURE_DENIED,
                    "it denies every name, those of Azure's own infrastructure with them");
        }
        if (!denies) {
            allowedByName(rule);
        }
        List<String> spared = rule.webCategories().stream().filter(category -> NEVER_INSPECTED
                .contains(category.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT))).toList();
        if (rule.terminateTls() && !spared.isEmpty()) {
            add.accept(LintCode.CATEGORY_NOT_INSPECTED,
                    "sites of " + String.join(", ", spared) + " are not inspected, whatever it says");
        }
    }

    private void allowedByName(ApplicationRule rule) {
        rule.targetFqdns().stream().flatMap(entry -> entry.known().stream())
                .filter(pattern -> pattern.isWildcard() && !pattern.literal().isEmpty()
                        && !pattern.literal().startsWith("."))
                .forEach(pattern -> add.accept(LintCode.WILDCARD_WITHOUT_DOT,
                        pattern + " also covers names like evil" + pattern.literal()));
        if (rule.protocols().stream().anyMatch(protocol -> protocol.type() == ApplicationProtocol.Type.HTTP
                && protocol.effectivePort() != HTTP)) {
            add.accept(LintCode.HOST_PORT, "its HTTP passes only where the Host header names the port");
        }
        if (!view.settings().allowSqlRedirect() && rule.protocols().stream()
                .anyMatch(protocol -> protocol.type() == ApplicationProtocol.Type.MSSQL)) {
            add.accept(LintCode.SQL_PROXY_MODE, "it sees the name of SQL in proxy mode alone");
        }
    }

    private void translation() {
        if (ruling.collection().inherited()) {
            add.accept(LintCode.INHERITED_DNAT,
                    "it is a DNAT rule of a parent policy; whether the child has it, Microsoft's pages do not agree");
        }
    }
}
