package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.Forwarding;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.Observations;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.verdict.Snat;
import dev.sekisho.simulator.verdict.Stage;
import dev.sekisho.simulator.verdict.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The first pass: a DNAT rule that matches translates the flow and lets it through (`FW-51`).
record DnatPass(Draft draft) {

    /// Where a DNAT rule sends the flow.
    private record Translated(Optional<IpAddress> address, OptionalInt port, String text) {}

    Optional<FirewallVerdict> run() {
        Encounter encounter = draft.encounter();
        if (encounter.view().forcedTunneling()) {
            return Optional.empty();
        }
        NatRuleMatcher matcher = new NatRuleMatcher(encounter);
        return new RulePass("DNAT rules", encounter, draft.world(), draft.notes())
                .first(NatRule.class, (rule, _) -> matcher.match(rule))
                .map(this::decide);
    }

    private FirewallVerdict decide(RulePass.Found<NatRule> match) {
        if (match.collection().inherited()) {
            draft.notes().assume(Assumption.FW_8);
        }
        Translated translated = translate(match.rule());
        Optional<FirewallVerdict> denied = translated.address()
                .flatMap(address -> deniedAfterTranslation(translated, address));
        if (denied.isPresent()) {
            return denied.get();
        }
        draft.notes().step(Step.of("DNAT rules", "translated to " + translated.text(), "FW-51").at(match.rule().at()));
        List<IpAddress> sources = translated.address()
                .map(address -> draft.translation().forward(Snat.PRIVATE_IP, address, Optional.empty(), "FW-53"))
                .map(Forwarding::sources).orElse(List.of());
        return draft.allow(Stage.DNAT, Optional.of(match.collection().refer(match.rule())),
                Optional.of(new Forwarding(Snat.PRIVATE_IP, sources, translated.address(),
                        Optional.of(translated.text()), translated.port(), Optional.empty())),
                Observations.NONE);
    }

    private Translated translate(NatRule rule) {
        Encounter encounter = draft.encounter();
        Optional<IpAddress> address = rule.target().known().flatMap(target -> switch (target) {
            case NatTarget.Address(IpAddress fixed) -> Optional.of(fixed);
            case NatTarget.Name(var fqdn) -> encounter.resolve(fqdn).flatMap(list -> list.stream().findFirst());
        });
        OptionalInt port = rule.translatedPort().known().map(term -> switch (term) {
            case PortTerm.Any _ -> encounter.flow().destinationPort();
            case PortTerm.Range(var range) -> OptionalInt.of(range.first());
        }).orElse(OptionalInt.empty());
        return new Translated(address, port,
                address.map(IpAddress::toString).orElse(rule.target().toString()) + ":" + rule.translatedPort());
    }

    /// Whether a network Deny stops translated traffic depends on the reading.
    private Optional<FirewallVerdict> deniedAfterTranslation(Translated translated, IpAddress address) {
        Encounter encounter = draft.encounter();
        Flow flow = encounter.flow();
        Flow after = new Flow(flow.source(), Optional.of(address), Optional.empty(), flow.protocol(),
                translated.port(), flow.application(), flow.marks());
        Encounter behind = encounter.translated(after, address);
        NetworkRuleMatcher matcher = new NetworkRuleMatcher(behind);
        Optional<RulePass.Found<NetworkRule>> found = new RulePass("network rules", behind, draft.world(),
                new Notes(false))
                .first(NetworkRule.class, matcher::match);
        if (found.isEmpty() || Draft.action(found.get().collection().collection()) == FilterAction.ALLOW) {
            return Optional.empty();
        }
        draft.notes().assume(Assumption.FW_51);
        if (!encounter.view().readings().dnatImplicitAllowOverridable()) {
            return Optional.empty();
        }
        RuleRef rule = found.get().collection().refer(found.get().rule());
        draft.notes().step(Step.of("network rules", found.get().collection().place() + ": rule " + rule.rule()
                + " denies the translated flow", "FW-51").at(rule.at()));
        return Optional.of(draft.denyBy(Stage.NETWORK, rule, Observations.NONE));
    }
}
