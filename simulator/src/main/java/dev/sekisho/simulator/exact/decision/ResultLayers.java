package dev.sekisho.simulator.exact.decision;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.NameSet;
import dev.sekisho.simulator.exact.space.PathSet;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.world.Question;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Layers that have the results of others and do not say who decided. Rulings in a row with the same result are one, and
/// regions that differ in nothing but single names and wildcards too, so that there is much less to decide.
///
/// What was made for a layer is remembered as long as each version asks for it. Not for several threads at once.
public final class ResultLayers {
    private Map<Layer, Layer> before = new IdentityHashMap<>();
    private Map<Layer, Layer> now = new IdentityHashMap<>();

    /// Begins the next version. What the last one did not ask for is forgotten.
    public void next() {
        before = now;
        now = new IdentityHashMap<>();
    }

    /// Returns the layer with the results of another.
    public Layer of(Layer layer) {
        Layer known = now.containsKey(layer) ? now.get(layer) : before.get(layer);
        Layer made = known == null ? made(layer) : known;
        now.put(layer, made);
        return made;
    }

    private Layer made(Layer layer) {
        return switch (layer) {
            case Layer.Rulings(List<Ruling> rulings) -> Layer.of(joined(rulings));
            case Layer.InOrder(List<Layer> layers) -> Layer.inOrder(layers.stream().map(this::of).toList());
            case Layer.Inside(List<Region> area, Layer inner) -> Layer.inside(area, of(inner));
            case Layer.Without without -> without;
        };
    }

    private static List<Ruling> joined(List<Ruling> rulings) {
        List<Ruling> joined = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= rulings.size(); i++) {
            PathResult result = rulings.get(from).outcome().result();
            if (i == rulings.size() || rulings.get(i).outcome().result() != result) {
                List<Region> regions = rulings.subList(from, i).stream()
                        .flatMap(ruling -> ruling.regions().stream()).toList();
                joined.add(new Ruling(named(regions), Outcome.outside(result, "")));
                from = i;
            }
        }
        return joined;
    }

    /// Everything of a region but its names.
    private record Unnamed(AddressSet sources, AddressSet destinations, Set<FlowKind> kinds, PortSet ports,
            PathSet paths, List<Question> given) {
        static Unnamed of(Region region) {
            return new Unnamed(region.sources(), region.destinations(), region.kinds(), region.ports(), region.paths(),
                    region.given());
        }
    }

    private static List<Region> named(List<Region> regions) {
        List<Region> joined = new ArrayList<>();
        Map<Unnamed, List<Region>> alike = new LinkedHashMap<>();
        for (Region region : regions) {
            NameSet names = region.names();
            if (names.unnamed() || !names.except().isEmpty()) {
                joined.add(region);
            } else {
                alike.computeIfAbsent(Unnamed.of(region), _ -> new ArrayList<>()).add(region);
            }
        }
        alike.values().forEach(same -> joined.add(same.size() == 1 ? same.getFirst()
                : same.getFirst().named(NameSet.of(patterns(same)))));
        return joined;
    }

    private static List<FqdnPattern> patterns(List<Region> regions) {
        return regions.stream().flatMap(region -> region.names().patterns().stream()).distinct().toList();
    }
}
