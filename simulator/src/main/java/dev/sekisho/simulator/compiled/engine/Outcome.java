package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.simulator.compiled.filter.Ruling;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Basis;
import dev.sekisho.simulator.verdict.Delivery;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Reason;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.verdict.Stage;
import java.util.Optional;
import java.util.Set;

/// What becomes of a flow and what decided it: a [PathVerdict] without the steps that led there. Many flows share one.
///
/// @param nsg the security group that decided; absent where none did
/// @param route the route of the source's subnet; absent where the flow ended before
/// @param firewall what the firewall decided; absent where it was not asked
/// @param delivery why allowed traffic does not arrive
/// @param assumptions the readings that the verdict rests on
public record Outcome(PathResult result, Optional<NsgVerdict> nsg, Optional<RouteVerdict> route,
        Optional<FirewallDecision> firewall, Optional<Delivery> delivery, Set<Assumption> assumptions) {

    /// What a firewall decided.
    public record FirewallDecision(String firewall, Action action, Optional<Stage> stage, Optional<RuleRef> rule,
            Optional<Reason> reason) {
        static FirewallDecision of(FirewallVerdict verdict) {
            return new FirewallDecision(verdict.firewall(), verdict.action(), verdict.stage(), verdict.rule(),
                    verdict.reason());
        }

        static FirewallDecision of(Ruling ruling) {
            return new FirewallDecision(ruling.firewall(), ruling.action(), Optional.of(ruling.stage()), ruling.rule(),
                    ruling.reason());
        }
    }

    public Outcome {
        nsg = nsg.map(verdict -> verdict.on(Basis.NONE));
        route = route.map(verdict -> verdict.on(Basis.NONE));
    }

    /// Returns what a verdict says.
    public static Outcome of(PathVerdict verdict) {
        return new Outcome(verdict.result(), verdict.nsg(), verdict.route(),
                verdict.firewall().map(FirewallDecision::of), verdict.delivery(), verdict.basis().assumptions());
    }

    /// Returns the same with another prefix of the route.
    Outcome withRoutePrefix(Optional<IpPrefix> prefix) {
        return new Outcome(result, nsg, route.map(known -> new RouteVerdict(known.nextHopType(), prefix,
                known.routeSource(), known.nextHopIpAddress(), known.routeName(), known.basis())), firewall, delivery,
                assumptions);
    }

    /// Returns the rule, the security group or the route that decided, as people read it.
    public String by() {
        return switch (result) {
            case ALLOW, DENY -> firewall.map(f -> f.rule().map(RuleRef::toString)
                    .or(() -> f.reason().map(Reason::text)).or(() -> f.stage().map(Stage::text)).orElse(""))
                    .orElse("");
            case DROPPED_BY_NSG -> nsg.map(n -> n.nsg().orElse("") + n.rule().map(rule -> "/" + rule).orElse(""))
                    .orElse("");
            case BYPASSES_FIREWALL, DROPPED_BY_ROUTE, DROPPED_BY_PEERING, PLATFORM, HANDED_TO -> route
                    .map(RouteVerdict::toString).orElse("");
            case UNKNOWN -> "";
        };
    }
}
