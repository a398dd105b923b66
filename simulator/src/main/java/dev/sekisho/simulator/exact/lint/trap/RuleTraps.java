package dev.sekisho.simulator.exact.lint.trap;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.exact.firewall.FirewallRulings.RuleRuling;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.view.FirewallView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is wrong with a single rule, whatever the others say.
public record RuleTraps(FirewallView view, RuleRuling ruling, List<Finding> findings) {
    private static final String API_SERVERS = ".azmk8s.io";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /// Returns what is found about a rule.
    public static List<Finding> of(FirewallView view, RuleRuling ruling) {
        RuleTraps traps = new RuleTraps(view, ruling, new ArrayList<>());
        traps.emptyGroups();
        traps.overWide();
        switch (ruling.rule()) {
            case NetworkRule rule -> traps.network(rule);
            case ApplicationRule rule -> traps.application(rule);
            case NatRule _ -> {}
        }
        new TrafficTraps(view, ruling, traps::add).look();
        return traps.findings();
    }

    private boolean allows() {
        return ruling.ruling().outcome().result() == PathResult.ALLOW;
    }

    private void emptyGroups() {
        Stream<ResourceRef> destinations = ruling.rule() instanceof NetworkRule rule
                ? rule.destinations().ipGroups().stream()
                : Stream.empty();
        Stream.concat(ruling.rule().sources().ipGroups().stream(), destinations).distinct()
                .filter(group -> view.ipGroup(group).filter(known -> known.members().isEmpty()).isPresent())
                .forEach(group -> add(LintCode.EMPTY_IP_GROUP, "the IP group " + group.name()
                        + " has no members, so the rule is skipped" + (allows() ? "" : " and denies nothing")));
    }

    /// Every port of every public address, or every name.
    private void overWide() {
        boolean wide = allows() && switch (ruling.rule()) {
            case NetworkRule _ -> ruling.ruling().regions().stream().anyMatch(region -> region.given().isEmpty()
                    && region.ports().isAny() && region.names().isAny()
                    && region.kinds().stream().anyMatch(k -> k.hasPorts())
                    && region.destinations().containsAll(publicIpv4()));
            case ApplicationRule rule -> rule.targetFqdns().stream().flatMap(entry -> entry.known().stream())
                    .anyMatch(FqdnPattern.ANY::equals);
            case NatRule _ -> false;
        };
        if (wide) {
            add(LintCode.OVER_WIDE, ruling.rule() instanceof ApplicationRule ? "it allows every name"
                    : "it allows every port of every public address");
        }
    }

    private static AddressSet publicIpv4() {
        return WellKnownRanges.PUBLIC.ipv4();
    }

    private void network(NetworkRule rule) {
        boolean web = rule.destinationPorts().stream().flatMap(entry -> entry.known().stream())
                .anyMatch(term -> term instanceof PortTerm.Range(var range)
                        && (range.contains(HTTP) || range.contains(HTTPS)));
        Optional<Entry<FqdnPattern>> name = rule.destinations().fqdns().stream().findFirst();
        if (allows() && web && name.isPresent()) {
            add(LintCode.NETWORK_RULE_BY_NAME, "it names " + name.get()
                    + " in a network rule, which lets every name with the same addresses through");
        }
    }

    private void application(ApplicationRule rule) {
        boolean https = rule.protocols().stream()
                .anyMatch(protocol -> protocol.type() == ApplicationProtocol.Type.HTTPS);
        if (https && !rule.terminateTls() && !rule.targetUrls().isEmpty()) {
            add(LintCode.URL_WITHOUT_INSPECTION, "its URLs never match HTTPS, because it does not inspect TLS");
        }
        long kinds = Stream.of(rule.targetFqdns(), rule.targetUrls(), rule.fqdnTags(), rule.webCategories())
                .filter(targets -> !targets.isEmpty()).count();
        if (kinds > 1) {
            add(LintCode.MIXED_TARGETS, "it has " + kinds + " kinds of targets, any of which suffices");
        }
        boolean api = rule.terminateTls() && rule.targetFqdns().stream().flatMap(entry -> entry.known().stream())
                .anyMatch(pattern -> pattern.literal().endsWith(API_SERVERS));
        if (api) {
            add(LintCode.INSPECTED_API_SERVER, "it inspects TLS to the API server of a cluster");
        }
    }

    private void add(LintCode code, String text) {
        RuleRef reference = ruling.collection().refer(ruling.rule());
        findings.add(new Finding(code.name(), code.severity(), "rule " + reference.rule() + ": " + text, code.fix(),
                reference.at(), reference.toString(), List.of(), Optional.empty()));
    }
}
