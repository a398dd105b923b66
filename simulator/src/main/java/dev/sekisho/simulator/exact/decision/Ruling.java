package dev.sekisho.simulator.exact.decision;

import dev.sekisho.simulator.exact.space.Region;
import java.util.List;

/// What becomes of some flows, unless something before it decided about them.
///
/// @param regions the flows: those of any region
public record Ruling(List<Region> regions, Outcome outcome) {
    public Ruling {
        regions = regions.stream().filter(region -> !region.isEmpty()).toList();
    }

    /// Returns a ruling about one region.
    public static Ruling of(Region region, Outcome outcome) {
        return new Ruling(List.of(region), outcome);
    }
}
