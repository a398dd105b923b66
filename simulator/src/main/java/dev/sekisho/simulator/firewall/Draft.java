package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.ThreatIntelMode;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.Alert;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.Forwarding;
import dev.sekisho.simulator.verdict.LogTable;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.Observations;
import dev.sekisho.simulator.verdict.Reason;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.verdict.Stage;
import dev.sekisho.simulator.verdict.Step;
import dev.sekisho.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A verdict in the making, which the passes write to one after the other.
final class Draft {
    private final Encounter encounter;
    private final World world;
    private final Notes notes;
    private final List<Alert> alerts = new ArrayList<>();
    private LogTable allowedBy = LogTable.NETWORK_RULE;

    Draft(Encounter encounter, World world) {
        this.encounter = encounter;
        this.world = world;
        this.notes = new Notes(encounter.everyRule());
    }

    Encounter encounter() {
        return encounter;
    }

    World world() {
        return world;
    }

    Notes notes() {
        return notes;
    }

    void alert(Alert alert) {
        alerts.add(alert);
    }

    SourceTranslation translation() {
        return new SourceTranslation(encounter.view(), world, notes);
    }

    static FilterAction action(RuleCollection collection) {
        return switch (collection) {
            case NetworkRuleCollection network -> network.action();
            case ApplicationRuleCollection application -> application.action();
            case NatRuleCollection _ -> FilterAction.ALLOW;
        };
    }

    FirewallVerdict allow(Stage stage, Optional<RuleRef> rule, Optional<Forwarding> forwarding, Observations seen) {
        return verdict(Action.ALLOW, stage, rule, Optional.empty(), forwarding, seen);
    }

    /// Allows what no rule decides about and what goes no further.
    FirewallVerdict allow(Stage stage) {
        return allow(stage, Optional.empty(), Optional.empty(), Observations.NONE);
    }

    FirewallVerdict denyBy(Stage stage, RuleRef rule, Observations seen) {
        return verdict(Action.DENY, stage, Optional.of(rule), Optional.empty(), Optional.empty(), seen);
    }

    FirewallVerdict deny(Stage stage, Reason reason, Observations seen) {
        return verdict(Action.DENY, stage, Optional.empty(), Optional.of(reason), Optional.empty(), seen);
    }

    FirewallVerdict denyByDefault(Reason reason) {
        notes.step(Step.of("default", "denied: " + reason, "FW-1"));
        return deny(Stage.DEFAULT, reason, Observations.NONE);
    }

    /// Lets intrusion detection look at allowed traffic; gives a verdict where it drops it (`FW-48`).
    ///
    /// @param readable whether the traffic is unencrypted or was decrypted
    /// @param allowed the table that holds the record of the rule that allowed it
    Optional<FirewallVerdict> inspect(boolean readable, Observations seen, LogTable allowed) {
        allowedBy = allowed;
        ThreatIntelMode mode = new Intrusion(encounter, world).verdict(readable);
        return switch (mode) {
            case OFF -> Optional.empty();
            case ALERT -> {
                alert(Alert.IDPS);
                notes.step(Step.of("intrusion detection", "the signature is logged", "FW-48"));
                yield Optional.empty();
            }
            case DENY -> {
                notes.step(Step.of("intrusion detection", "the signature drops the traffic silently", "FW-48"));
                yield Optional.of(deny(Stage.IDPS, Reason.IDPS_SIGNATURE, seen));
            }
        };
    }

    private FirewallVerdict verdict(Action action, Stage stage, Optional<RuleRef> rule, Optional<Reason> reason,
            Optional<Forwarding> forwarding, Observations seen) {
        return new FirewallVerdict(encounter.view().firewall().name(), action, Optional.of(stage), rule, reason,
                forwarding, new Observations(alerts, logs(stage, alerts), seen.tlsInspected(), seen.webCategory()),
                notes.basis());
    }

    /// Which tables get a record (`LOG-6`): threat intelligence first, then the pass that decided, then intrusion
    /// detection. What the default denies is logged by the pass that would have allowed it. Replies leave none.
    private List<LogTable> logs(Stage stage, List<Alert> seen) {
        List<LogTable> logs = new ArrayList<>();
        if (stage == Stage.THREAT_INTEL || seen.contains(Alert.THREAT_INTEL)) {
            logs.add(LogTable.THREAT_INTEL);
        }
        Flow flow = encounter.flow();
        boolean application = flow.application().isPresent() && flow.protocol().equals(IpProtocol.TCP)
                && !flow.marks().inbound();
        switch (stage) {
            case NETWORK -> logs.add(LogTable.NETWORK_RULE);
            case APPLICATION, INFRASTRUCTURE -> logs.add(LogTable.APPLICATION_RULE);
            case DNAT -> logs.add(LogTable.NAT_RULE);
            case DNS_PROXY -> logs.add(LogTable.DNS_QUERY);
            case DEFAULT -> logs.add(application ? LogTable.APPLICATION_RULE : LogTable.NETWORK_RULE);
            case IDPS -> {
                logs.add(allowedBy);
                logs.add(LogTable.IDPS_SIGNATURE);
            }
            case STATE, THREAT_INTEL -> {}
        }
        if (seen.contains(Alert.IDPS)) {
            logs.add(LogTable.IDPS_SIGNATURE);
        }
        return logs;
    }
}
