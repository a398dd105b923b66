package dev.sekisho.simulator.exact.decision;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.NameSet;
import dev.sekisho.simulator.exact.space.PathSet;
import dev.sekisho.simulator.exact.space.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return cut(List.of(layer)).getFirst();
    }

    /// Returns layers that decide like others inside the area, with what they share cut once.
    public List<Layer> cut(List<Layer> layers) {
        if (isEverywhere()) {
            return layers;
        }
        Cutting cutting = new Cutting(this);
        return layers.stream().map(cutting::cut).toList();
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
    private Region hull() {
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

    /// Cuts layers that share parts; what they share is cut once and shared again.
    private static final class Cutting {
        private final Area area;
        private final Region hull;
        private final Map<Layer, Layer> layers = new IdentityHashMap<>();
        private final Map<Ruling, Optional<Ruling>> rulings = new IdentityHashMap<>();
        private final Map<AddressSet, AddressSet> sources = new IdentityHashMap<>();
        private final Map<AddressSet, AddressSet> destinations = new IdentityHashMap<>();

        Cutting(Area area) {
            this.area = area;
            this.hull = area.hull();
        }

        Layer cut(Layer layer) {
            Layer known = layers.get(layer);
            if (known == null) {
                known = switch (layer) {
                    case Layer.Rulings(List<Ruling> rulings) -> Layer.of(cut(rulings));
                    case Layer.InOrder(List<Layer> inner) -> Layer.inOrder(inner.stream().map(this::cut).toList());
                    case Layer.Inside(List<Region> regions, Layer inner) -> {
                        List<Region> met = met(regions);
                        yield met.isEmpty() ? Layer.of(List.of()) : Layer.inside(met, cut(inner));
                    }
                    case Layer.Without(Layer inner, Outcome passed) -> Layer.without(cut(inner), passed);
                };
                layers.put(layer, known);
            }
            return known;
        }

        private List<Ruling> cut(List<Ruling> all) {
            List<Ruling> cut = new ArrayList<>();
            for (Ruling ruling : all) {
                rulings.computeIfAbsent(ruling, this::cut).ifPresent(cut::add);
            }
            return cut;
        }

        private Optional<Ruling> cut(Ruling ruling) {
            List<Region> met = met(ruling.regions());
            return met.isEmpty() ? Optional.empty() : Optional.of(new Ruling(met, ruling.outcome()));
        }

        private List<Region> met(List<Region> regions) {
            List<Region> met = new ArrayList<>();
            for (Region region : regions) {
                boolean spoken = !Collections.disjoint(hull.kinds(), region.kinds())
                        && hull.ports().overlaps(region.ports());
                if (!spoken) {
                    continue;
                }
                AddressSet from = sources.computeIfAbsent(region.sources(), hull.sources()::intersection);
                if (from.isEmpty()) {
                    continue;
                }
                AddressSet to = destinations.computeIfAbsent(region.destinations(),
                        hull.destinations()::intersection);
                if (!to.isEmpty() && area.mayMeet(region)) {
                    met.add(new Region(from, to, region.kinds(), region.ports().intersection(hull.ports()),
                            region.names(), region.paths(), region.given()));
                }
            }
            return met;
        }
    }
}
