package dev.sekisho.simulator.compiled.way;

import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.RouteVerdict;
import java.util.Optional;
import java.util.Set;

/// Where the routes of a subnet send a flow, and what follows from that.
///
/// @param route the route, without what it rests on
/// @param assumptions the readings that the choice rests on
public record Way(Optional<RouteVerdict> route, Set<Assumption> assumptions, Next next) {

    /// What comes after the route.
    public sealed interface Next {
        /// That was all.
        record End(PathResult result) implements Next {}

        /// A firewall is asked, by its place in the environment.
        record Ask(int firewall) implements Next {}

        /// The flow arrives, unless the security groups there deny it.
        ///
        /// @param subnet the place of the subnet whose groups are asked; absent where there are none
        record Deliver(Optional<Integer> subnet) implements Next {}

        /// Not decided here.
        enum Open implements Next {
            OPEN
        }
    }

    /// Not decided here.
    public static final Way OPEN = new Way(Optional.empty(), Set.of(), Next.Open.OPEN);
}
