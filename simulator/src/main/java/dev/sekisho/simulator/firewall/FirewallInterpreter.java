package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.Verdicts;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.world.Question;
import dev.sekisho.simulator.world.World;
import java.util.Optional;

/// Asks a firewall about a flow, rule by rule, as Azure documents it.
public final class FirewallInterpreter {
    /// Stands for a public address where the real one does not matter.
    static final IpAddress SOMEWHERE = IpAddress.parse("203.0.113.1");

    private FirewallInterpreter() {}

    /// Returns what a firewall does with a flow that reaches it.
    ///
    /// @param flow a flow with a destination address; its source is the one on the wire
    public static FirewallVerdict evaluate(FirewallView view, Flow flow) {
        return Verdicts.firewall(world -> decide(view, flow, false, world, false));
    }

    /// Returns what a firewall does with a flow in one world.
    ///
    /// @param sameResolver whether the client asks the firewall for addresses (`DNS-1`)
    /// @param everyRule whether the steps tell about every rule
    public static FirewallVerdict decide(FirewallView view, Flow flow, boolean sameResolver, World world,
            boolean everyRule) {
        Optional<Fqdn> name = flow.destinationName().flatMap(Fqdn::tryParse);
        Encounter encounter = new Encounter(view, flow, flow.destination().orElse(SOMEWHERE), name, sameResolver);
        FirewallVerdict verdict = new FirewallRun(encounter, world, everyRule).decide();
        boolean known = view.problems().isEmpty() || !world.holds(new Question(
                "the rules that are not described decide", "the rules that are not described do not decide"));
        return known ? verdict : FirewallVerdict.unknown(view.firewall().name(), verdict.basis());
    }
}
