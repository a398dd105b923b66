package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.firewall.ExplicitProxy;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.ThreatIntelMode;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.verdict.Alert;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.LogTable;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.Observations;
import dev.sekisho.simulator.verdict.Reason;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.verdict.Stage;
import dev.sekisho.simulator.verdict.Step;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.world.World;
import java.util.Optional;
import java.util.OptionalInt;

/// One flow through one firewall in one world, in Azure's order: state, the firewall's own address, threat
/// intelligence, DNAT, network rules, application rules.
final class FirewallRun {
    private static final int DNS = 53;
    private static final int SMTP = 25;

    private final Draft draft;
    private final Encounter encounter;
    private final FirewallView view;
    private final Flow flow;
    private final Notes notes;
    private final Optional<Wire> wire;

    FirewallRun(Encounter encounter, World world) {
        this.draft = new Draft(encounter, world);
        this.encounter = encounter;
        this.view = encounter.view();
        this.flow = encounter.flow();
        this.notes = draft.notes();
        this.wire = flow.application().map(data -> Wire.of(flow, data));
    }

    FirewallVerdict decide() {
        view.problems().forEach(notes::report);
        if (flow.marks().reply()) {
            notes.step(Step.of("state", "the packet belongs to a connection that was allowed", "FW-52"));
            return draft.allow(Stage.STATE);
        }
        if (view.isPrivateIp(encounter.destination()) && isDns()) {
            return dnsProxy();
        }
        Optional<FirewallVerdict> malicious = threatIntelligence();
        if (malicious.isPresent()) {
            return malicious.get();
        }
        Optional<FirewallVerdict> decided;
        if (flow.marks().viaExplicitProxy()) {
            decided = explicitProxy();
        } else if (encounter.destination().isIpv4()) {
            decided = new DnatPass(draft).run().or(this::network).or(() -> new ApplicationPass(draft, wire).run());
        } else {
            decided = ipv6();
        }
        return decided.orElseGet(() -> draft.denyByDefault(Reason.NO_RULE_MATCHED));
    }

    private boolean isDns() {
        return flow.protocol().hasPorts() && flow.destinationPort().equals(OptionalInt.of(DNS));
    }

    /// The firewall answers DNS itself (`FW-44`).
    private FirewallVerdict dnsProxy() {
        notes.assume(Assumption.FW_44);
        if (!view.dnsProxy()) {
            notes.step(Step.of("DNS proxy", "the firewall does not answer DNS", "FW-44"));
            return draft.denyByDefault(Reason.NO_RULE_MATCHED);
        }
        notes.step(Step.of("DNS proxy", "the firewall answers the query itself, no rule is asked", "FW-44"));
        return draft.allow(Stage.DNS_PROXY);
    }

    private Optional<FirewallVerdict> threatIntelligence() {
        ThreatIntelligence intelligence = new ThreatIntelligence(view);
        ThreatIntelMode mode = intelligence.mode();
        Optional<ThreatIntelligence.Hit> hit = mode == ThreatIntelMode.OFF
                ? Optional.empty()
                : intelligence.hit(encounter, wire);
        if (hit.isEmpty()) {
            notes.step(Step.of("threat intelligence", "mode " + mode + ": nothing known against the flow", "FW-10"));
            return Optional.empty();
        }
        notes.assume(hit.get().assumptions());
        notes.step(Step.of("threat intelligence",
                "mode " + mode + ": " + hit.get().what() + " is known to be malicious", "FW-10", "FW-12"));
        if (mode == ThreatIntelMode.DENY) {
            return Optional.of(draft.deny(Stage.THREAT_INTEL, Reason.THREAT_INTEL, Observations.NONE));
        }
        if (!hit.get().byName() || !networkRuleHides()) {
            draft.alert(Alert.THREAT_INTEL);
        }
        return Optional.empty();
    }

    /// In alert mode a network rule hides what only the application pass would see (`FW-14`).
    private boolean networkRuleHides() {
        NetworkRuleMatcher matcher = new NetworkRuleMatcher(encounter);
        boolean hides = new RulePass("network rules", encounter, draft.world(), new Notes(false))
                .first(NetworkRule.class, matcher::match).isPresent();
        if (hides) {
            notes.report(Diagnostic.note("THREAT_INTEL_NOT_LOGGED", view.firewall().at(),
                    "a network rule takes the flow before its name is read, so the alert may be missing (FW-14)"));
        }
        return hides;
    }

    /// Behind the explicit proxy only application rules count (`FW-50`).
    private Optional<FirewallVerdict> explicitProxy() {
        Optional<ExplicitProxy> proxy = view.settings().explicitProxy().filter(ExplicitProxy::enabled);
        boolean listens = proxy.isPresent() && (proxy.get().httpPort().isEmpty() && proxy.get().httpsPort().isEmpty()
                || flow.destinationPort().isEmpty() || flow.destinationPort().equals(proxy.get().httpPort())
                || flow.destinationPort().equals(proxy.get().httpsPort()));
        if (!listens) {
            notes.step(Step.of("explicit proxy", "the firewall does not listen for proxy requests there", "FW-50"));
            return Optional.empty();
        }
        notes.step(Step.of("explicit proxy", "network rules are not asked", "FW-50"));
        return new ApplicationPass(draft, wire).run();
    }

    /// IPv6 passes a dual-stack firewall by network rules alone (`FW-28`).
    private Optional<FirewallVerdict> ipv6() {
        if (!view.firewall().dualStack()) {
            notes.report(Diagnostic.error("IPV6", view.firewall().at(),
                    "the firewall '" + view.firewall().name() + "' does not handle IPv6"));
            return Optional.empty();
        }
        return network();
    }

    private Optional<FirewallVerdict> network() {
        NetworkRuleMatcher matcher = new NetworkRuleMatcher(encounter);
        return new RulePass("network rules", encounter, draft.world(), notes)
                .first(NetworkRule.class, matcher::match).map(this::decide);
    }

    private FirewallVerdict decide(RulePass.Found<NetworkRule> match) {
        RuleRef rule = match.collection().refer(match.rule());
        if (Draft.action(match.collection().collection()) == FilterAction.DENY) {
            return draft.denyBy(Stage.NETWORK, rule, Observations.NONE);
        }
        boolean readable = wire.isEmpty() || !wire.get().isTls();
        return draft.inspect(readable, Observations.NONE, LogTable.NETWORK_RULE).orElseGet(() -> {
            warnAboutMail();
            return draft.allow(Stage.NETWORK, Optional.of(rule),
                    Optional.of(draft.translation().network(encounter.destination(), flow.protocol())),
                    Observations.NONE);
        });
    }

    private void warnAboutMail() {
        boolean outside = WellKnownRanges.PUBLIC.contains(encounter.destination()) && !view.forcedTunneling();
        if (outside && flow.protocol().equals(IpProtocol.TCP) && flow.destinationPort().equals(OptionalInt.of(SMTP))) {
            notes.report(Diagnostic.warning("PORT_25", view.firewall().at(),
                    "Azure may block outgoing TCP 25 although the firewall allows it (FW-55)"));
        }
    }
}
