package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Delivery;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.Forwarding;
import dev.sekisho.simulator.verdict.LogTable;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.Observations;
import dev.sekisho.simulator.verdict.Reason;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.verdict.Snat;
import dev.sekisho.simulator.verdict.Stage;
import dev.sekisho.simulator.verdict.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The last pass: HTTP, HTTPS and MSSQL by name, then the names that Azure itself needs (`FW-29` to `FW-46`).
record ApplicationPass(Draft draft, Optional<Wire> wire) {
    private static final String STAGE = "application rules";

    Optional<FirewallVerdict> run() {
        if (wire.isEmpty() || !draft.encounter().flow().protocol().equals(IpProtocol.TCP)
                || draft.encounter().flow().marks().inbound()) {
            draft.notes().step(Step.of(STAGE, "not asked: the flow is no HTTP, HTTPS or MSSQL on its way out", "FW-24",
                    "FW-29"));
            return Optional.empty();
        }
        Wire seen = wire.get();
        if (seen.isTls() && seen.sni().isEmpty()) {
            draft.notes().step(Step.of(STAGE, "the TLS hello names no server", "FW-31"));
            return Optional.of(draft.denyByDefault(Reason.SNI_MISSING));
        }
        if (!seen.isTls() && seen.hostPortDiffers()) {
            return Optional.of(hostPortMismatch(seen));
        }
        ApplicationRuleMatcher matcher = new ApplicationRuleMatcher(draft.encounter(), seen);
        Optional<RulePass.Found<ApplicationRule>> found = new RulePass(STAGE, draft.encounter(), draft.world(),
                draft.notes())
                .first(ApplicationRule.class, matcher::match);
        return found.map(match -> decide(match, seen, matcher)).or(() -> infrastructure(seen));
    }

    private FirewallVerdict hostPortMismatch(Wire seen) {
        if (seen.hostPortImplied()) {
            draft.notes().assume(Assumption.FW_33);
        }
        draft.notes().step(Step.of(STAGE, "the Host header means port " + seen.hostPort().orElse(0)
                + ", the connection has port " + seen.port().orElse(0), "FW-33"));
        return draft.denyByDefault(Reason.HOST_PORT_MISMATCH);
    }

    private FirewallVerdict decide(RulePass.Found<ApplicationRule> match, Wire seen, ApplicationRuleMatcher matcher) {
        RuleRef rule = match.collection().refer(match.rule());
        boolean inspected = matcher.inspects(match.rule(), match.collection().tier());
        if (inspected && seen.hostPortDiffers()) {
            return hostPortMismatch(seen);
        }
        Optional<String> category = match.rule().webCategories().isEmpty()
                ? Optional.empty()
                : Optional.of(matcher.category(match.rule(), match.collection().tier())
                        .orElse(WebCategories.UNCATEGORIZED));
        if (inspected && !draft.encounter().view().settings().certificate()) {
            draft.notes().report(Diagnostic.note("TLS_CERTIFICATE", match.rule().at(),
                    "inspecting TLS needs a certificate, and the policy has none (FW-40)"));
        }
        Observations observations = new Observations(List.of(), List.of(), inspected, category);
        if (Draft.action(match.collection().collection()) == FilterAction.DENY) {
            return draft.denyBy(Stage.APPLICATION, rule, observations);
        }
        return draft.inspect(!seen.isTls() || inspected, observations, LogTable.APPLICATION_RULE)
                .orElseGet(() -> draft.allow(Stage.APPLICATION,
                        Optional.of(rule), Optional.of(connect(seen, inspected)), observations));
    }

    /// The built-in collection behind all application rules (`FW-46`).
    private Optional<FirewallVerdict> infrastructure(Wire seen) {
        Optional<String> name = seen.protocol() == ApplicationData.Protocol.MSSQL ? Optional.empty() : seen.name();
        Optional<NameMatch> match = name
                .flatMap(n -> draft.encounter().view().knowledge().infrastructureFqdns().stream()
                        .map(pattern -> NameMatch.of(pattern, n)).filter(NameMatch::matches).findFirst());
        return match.map(m -> {
            draft.notes().assume(m.assumptions());
            draft.notes().step(Step.of("infrastructure collection",
                    name.orElse("") + " is one of Azure's own names", "FW-46"));
            return draft.inspect(!seen.isTls(), Observations.NONE, LogTable.APPLICATION_RULE)
                    .orElseGet(() -> draft.allow(Stage.INFRASTRUCTURE, Optional.empty(),
                            Optional.of(connect(seen, false)), Observations.NONE));
        });
    }

    /// The firewall connects to its own resolution of the name, whatever the packet's address (`FW-32`).
    private Forwarding connect(Wire seen, boolean inspected) {
        Encounter encounter = draft.encounter();
        Notes notes = draft.notes();
        boolean proxied = encounter.flow().marks().viaExplicitProxy();
        Optional<List<IpAddress>> resolved = seen.name().flatMap(encounter::resolve);
        if (resolved.isEmpty()) {
            return draft.translation()
                    .application(proxied ? FirewallInterpreter.SOMEWHERE : encounter.destination())
                    .withoutDestination();
        }
        if (resolved.get().isEmpty()) {
            notes.step(Step.of("name resolution", "the firewall finds no address for " + seen.name().orElse(""),
                    "FW-32"));
            return new Forwarding(Snat.PUBLIC_IP, List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty(),
                    Optional.of(Delivery.UNDELIVERABLE));
        }
        boolean agrees = resolved.get().contains(encounter.destination());
        if (!agrees && seen.isTls() && !inspected && !proxied) {
            notes.assume(Assumption.FW_32);
        }
        IpAddress real = agrees ? encounter.destination() : resolved.get().getFirst();
        if (!agrees) {
            notes.step(Step.of("name resolution", "the firewall connects to " + real + " instead of "
                    + encounter.destination(), "FW-32"));
        }
        return draft.translation().application(real);
    }
}
