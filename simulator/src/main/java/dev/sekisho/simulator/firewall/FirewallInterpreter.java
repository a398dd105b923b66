package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.destination.Destinations;
import dev.sekisho.simulator.destination.RuleSets;
import dev.sekisho.simulator.destination.Surroundings;
import dev.sekisho.simulator.verdict.Basis;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.Possibility;
import dev.sekisho.simulator.verdict.Verdicts;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.world.Question;
import dev.sekisho.simulator.world.World;
import dev.sekisho.simulator.world.Worlds.Alternative;
import java.util.List;
import java.util.Optional;

/// Asks a firewall about a flow, rule by rule, as Azure documents it.
public final class FirewallInterpreter {
    /// What a firewall leaves open whose policy names another that is not described.
    public static final Question OTHER_RULES = new Question("the rules that are not described decide",
            "the rules that are not described do not decide");

    /// Stands for a public address where the real one does not matter.
    static final IpAddress SOMEWHERE = IpAddress.parse("203.0.113.1");

    private FirewallInterpreter() {}

    /// Returns what a firewall does with a flow that reaches it.
    ///
    /// @param flow a flow whose source is the one on the wire; a destination that is only a name stands for the
    ///        addresses that it may have
    public static FirewallVerdict evaluate(FirewallView view, Flow flow) {
        List<Alternative<Destinations.Target>> targets = new Destinations(Surroundings.of(view), Optional.empty(),
                List.of(new RuleSets(view)), List.of()).of(flow);
        boolean many = targets.stream().anyMatch(target -> target.value().standsForOthers());
        if (targets.isEmpty()) {
            return FirewallVerdict.unknown(view.firewall().name(), Basis.NONE.open(
                    List.of(new Possibility("no packet is sent",
                            List.of("the client finds no address for the name")))));
        }
        List<Alternative<Encounter>> encounters = targets.stream()
                .map(target -> new Alternative<>(
                        Encounter.of(view, Destinations.towards(flow, target.value()), false, false), target.because()))
                .toList();
        FirewallVerdict verdict = Verdicts.firewall(encounters, FirewallInterpreter::decide);
        return many ? verdict.withoutDestination() : verdict;
    }

    /// Returns what a firewall does with a flow in one world.
    public static FirewallVerdict decide(Encounter encounter, World world) {
        FirewallView view = encounter.view();
        FirewallVerdict verdict = new FirewallRun(encounter, world).decide();
        boolean known = view.problems().isEmpty() || !world.holds(OTHER_RULES);
        return known ? verdict : FirewallVerdict.unknown(view.firewall().name(), verdict.basis());
    }
}
