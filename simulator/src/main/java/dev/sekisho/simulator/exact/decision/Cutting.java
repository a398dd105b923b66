package dev.sekisho.simulator.exact.decision;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.simulator.exact.space.Region;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Cuts layers down to an area. What layers share is cut once and shared again.
public final class Cutting {
    private static final Region NOWHERE = Region.ALL.to(AddressSet.EMPTY);
    private static final Ruling NONE = new Ruling(List.of(), Outcome.unknown(List.of()));

    private final Area area;
    private final Predicate<Region> wanted;
    private final Region hull;
    private final Map<Layer, Layer> layers = new IdentityHashMap<>();
    /// Lists of rulings with everything that meets the area, whatever stands before it.
    private final Map<Layer.Rulings, Layer.Rulings> lists = new IdentityHashMap<>();
    private final Map<Ruling, Ruling> rulings = new IdentityHashMap<>();
    private final Map<Region, Region> met = new IdentityHashMap<>();
    private final Map<AddressSet, AddressSet> sources = new IdentityHashMap<>();
    private final Map<AddressSet, AddressSet> destinations = new IdentityHashMap<>();

    private Cutting(Area area, Predicate<Region> wanted) {
        this.area = area;
        this.wanted = wanted;
        this.hull = area.hull();
    }

    /// Cuts down to an area.
    public Cutting(Area area) {
        this(area, _ -> true);
    }

    /// Cuts down to what of an area passes a test.
    ///
    /// @param wanted is asked about regions that were cut down to the area
    public static Cutting to(Area area, Predicate<Region> wanted) {
        return new Cutting(area, wanted);
    }

    /// Returns layers that decide like others inside the area. What they decide outside is of no meaning.
    public List<Layer> cut(List<Layer> all) {
        return all.stream().map(this::cut).toList();
    }

    /// Returns a layer that decides like another one inside the area. What it decides outside is of no meaning.
    public Layer cut(Layer layer) {
        Layer known = layers.get(layer);
        if (known == null) {
            known = area.isEverywhere() ? layer : made(layer);
            layers.put(layer, known);
        }
        return known;
    }

    private Layer made(Layer layer) {
        return switch (layer) {
            case Layer.Rulings rulings -> new WideRegions(hull).open(cut(rulings, new Open(area)));
            case Layer.InOrder(List<Layer> inner) -> Layer.inOrder(inOrder(inner));
            case Layer.Inside(List<Region> regions, Layer inner) -> {
                List<Region> met = met(regions);
                yield met.isEmpty() ? Layer.of(List.of()) : Layer.inside(met, cut(inner));
            }
            case Layer.Without(Layer inner, Outcome passed) -> Layer.without(cut(inner), passed);
        };
    }

    /// What comes behind rulings about the whole area is never asked.
    private List<Layer> inOrder(List<Layer> inner) {
        List<Layer> cut = new ArrayList<>();
        Open open = new Open(area);
        WideRegions wide = new WideRegions(hull);
        for (Layer layer : inner) {
            if (open.isEmpty()) {
                break;
            }
            cut.add(layer instanceof Layer.Rulings one ? wide.open(cut(one, open)) : cut(layer));
        }
        return cut;
    }

    private Layer.Rulings cut(Layer.Rulings layer, Open open) {
        Layer.Rulings known = open.isWhole() ? lists.get(layer) : null;
        if (known != null) {
            return known;
        }
        Layer.Rulings cut = new Layer.Rulings(cut(layer.rulings(), open));
        if (open.isWhole()) {
            lists.put(layer, cut);
        }
        return cut;
    }

    private List<Ruling> cut(List<Ruling> all, Open open) {
        List<Ruling> cut = new ArrayList<>();
        for (Ruling ruling : all) {
            if (open.isEmpty()) {
                break;
            }
            Ruling met = rulings.computeIfAbsent(ruling, this::cut);
            if (!met.regions().isEmpty() && open.mayMeet(met)) {
                cut.add(met);
                open.take(met);
            }
        }
        return cut;
    }

    private Ruling cut(Ruling ruling) {
        List<Region> cut = met(ruling.regions());
        return cut.isEmpty() ? NONE : new Ruling(cut, ruling.outcome());
    }

    private List<Region> met(List<Region> regions) {
        List<Region> found = new ArrayList<>();
        for (Region region : regions) {
            Region cut = met.computeIfAbsent(region, this::met);
            if (cut != NOWHERE) {
                found.add(cut);
            }
        }
        return found;
    }

    /// Destinations tell most regions apart and are asked first; the sides are remembered, because many regions share them.
    private Region met(Region region) {
        AddressSet to = destinations.computeIfAbsent(region.destinations(), hull.destinations()::intersection);
        if (to.isEmpty()) {
            return NOWHERE;
        }
        AddressSet from = sources.computeIfAbsent(region.sources(), hull.sources()::intersection);
        if (from.isEmpty() || !area.mayMeet(region)) {
            return NOWHERE;
        }
        Region cut = new Region(from, to, region.kinds(), region.ports().intersection(hull.ports()), region.names(),
                region.paths(), region.given());
        return wanted.test(cut) ? cut : NOWHERE;
    }
}
