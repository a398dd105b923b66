package dev.sekisho.simulator.compiled.way;

import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Delivery;
import java.util.Optional;
import java.util.Set;

/// How traffic that a firewall lets through goes on from there.
///
/// @param delivery why it does not arrive
/// @param gate the place of the subnet whose security groups it meets; absent where there are none or it does not arrive
/// @param source class of the source address that it shows there, or [#OWN]
/// @param open whether only the interpreter can tell
public record Leg(Optional<Delivery> delivery, Set<Assumption> assumptions, Optional<Integer> gate, int source,
        boolean open) {
    /// The source address of the flow itself.
    public static final int OWN = -1;
    /// Not decided here.
    static final Leg OPEN = new Leg(Optional.empty(), Set.of(), Optional.empty(), OWN, true);
}
