package dev.sekisho.simulator.exact.decision;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.NameSet;
import dev.sekisho.simulator.exact.space.PathSet;
import dev.sekisho.simulator.exact.space.Region;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The flows that a question is about, so that layers can be cut down to what matters to them.
///
/// @param regions the flows: those of any region
public record Area(List<Region> regions) {
    /// Every flow.
    public static final Area EVERYWHERE = new Area(List.of(Region.ALL));

    public Area {
        regions = List.copyOf(regions);
    }

    /// Tells whether every flow is in it, because a region says so.
    public boolean isEverywhere() {
        return regions.stream().anyMatch(Region.ALL::equals);
    }

    /// Returns a layer that decides like another one inside the area. What it decides outside is of no meaning.
    public Layer cut(Layer layer) {
        return new Cutting(this).cut(layer);
    }

    /// Tells whether a flow may be in the area and in a region; false only where none is.
    boolean mayMeet(Region region) {
        for (Region own : regions) {
            if (own.mayMeet(region)) {
                return true;
            }
        }
        return false;
    }

    /// The addresses, kinds and ports that any region has.
    Region hull() {
        Set<FlowKind> kinds = EnumSet.noneOf(FlowKind.class);
        PortSet ports = PortSet.EMPTY;
        for (Region region : regions) {
            kinds.addAll(region.kinds());
            ports = ports.union(region.ports());
        }
        return new Region(AddressSet.unionOf(regions.stream().map(Region::sources).toList()),
                AddressSet.unionOf(regions.stream().map(Region::destinations).toList()), kinds, ports, NameSet.ANY,
                PathSet.ANY, List.of());
    }
}
