package dev.sekisho.simulator.exact.decision;

import dev.sekisho.simulator.exact.space.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Where two layers can decide differently at all, read off their descriptions: outside of what only one of them says, both
/// say the same in the same order.
///
/// So two long lists of rulings that differ in a few need to be compared about those few alone.
public final class Disagreement {
    /// Up to how many regions are compared with each other.
    private static final int MOST_COMPARED = 100;

    private final Function<Outcome, Object> said;
    private final Map<Layer, Map<Layer, List<Region>>> known = new IdentityHashMap<>();

    private Disagreement(Function<Outcome, Object> said) {
        this.said = said;
    }

    /// Returns regions outside of which two layers decide alike; none where they do so everywhere.
    ///
    /// @param said what counts of an outcome: outcomes that say the same are alike
    public static List<Region> between(Layer one, Layer other, Function<Outcome, Object> said) {
        Set<Region> regions = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Region> found = new ArrayList<>();
        new Disagreement(said).between(one, other).stream().filter(regions::add).forEach(found::add);
        return found.size() > MOST_COMPARED ? found : outermost(found);
    }

    /// Leaves out regions that are inside another one.
    private static List<Region> outermost(List<Region> regions) {
        List<Region> outermost = new ArrayList<>();
        for (Region region : regions) {
            if (outermost.stream().noneMatch(other -> other.covers(region))) {
                outermost.removeIf(region::covers);
                outermost.add(region);
            }
        }
        return outermost;
    }

    private List<Region> between(Layer one, Layer other) {
        if (one == other) {
            return List.of();
        }
        Map<Layer, List<Region>> about = known.computeIfAbsent(one, _ -> new IdentityHashMap<>());
        List<Region> found = about.get(other);
        if (found == null) {
            found = compare(one, other);
            about.put(other, found);
        }
        return found;
    }

    private List<Region> compare(Layer one, Layer other) {
        return switch (one) {
            case Layer.Rulings first when other instanceof Layer.Rulings second ->
                rulings(first.rulings(), second.rulings());
            case Layer.InOrder first when other instanceof Layer.InOrder second ->
                inOrder(first.layers(), second.layers());
            case Layer.Inside first when other instanceof Layer.Inside second && first.area().equals(second.area()) ->
                between(first.inner(), second.inner());
            case Layer.Without first when other instanceof Layer.Without second
                    && first.passed().equals(second.passed()) ->
                between(first.inner(), second.inner());
            case Layer.Rulings _,Layer.InOrder _,Layer.Inside _,Layer.Without _ -> {
                List<Region> both = new ArrayList<>(reach(one));
                both.addAll(reach(other));
                yield both;
            }
        };
    }

    /// Regions outside of which a layer decides nothing.
    private static List<Region> reach(Layer layer) {
        return switch (layer) {
            case Layer.Rulings(List<Ruling> rulings) ->
                rulings.stream().flatMap(ruling -> ruling.regions().stream()).toList();
            case Layer.InOrder(List<Layer> layers) ->
                layers.stream().flatMap(inner -> reach(inner).stream()).toList();
            case Layer.Inside(List<Region> area, Layer _) -> area;
            case Layer.Without(Layer inner, Outcome _) -> reach(inner);
        };
    }

    private record Said(List<Region> regions, Object outcome) {}

    private List<Region> rulings(List<Ruling> one, List<Ruling> other) {
        List<Said> first = one.stream().map(this::said).toList();
        List<Said> second = other.stream().map(this::said).toList();
        List<Region> regions = new ArrayList<>();
        alone(Alignment.of(first, second), second.size(), place -> regions.addAll(first.get(place).regions()),
                place -> regions.addAll(second.get(place).regions()));
        return regions;
    }

    private Said said(Ruling ruling) {
        return new Said(ruling.regions(), said.apply(ruling.outcome()));
    }

    /// What to do with a member of a list that has no partner.
    @FunctionalInterface
    private interface Alone {
        void at(int place);
    }

    private static void alone(Alignment alignment, int sizeOfOther, Alone inOne, Alone inOther) {
        boolean[] taken = new boolean[sizeOfOther];
        int[] partners = alignment.partners();
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] == Alignment.ALONE) {
                inOne.at(i);
            } else {
                taken[partners[i]] = true;
            }
        }
        for (int i = 0; i < sizeOfOther; i++) {
            if (!taken[i]) {
                inOther.at(i);
            }
        }
    }

    /// Layers at the beginning and at the end that are the same object are left out. Of the rest, rulings in a row are one
    /// list on each side, however they are parted; as many layers on both sides are partners one by one, and otherwise those
    /// at the beginning and at the end that agree.
    private List<Region> inOrder(List<Layer> one, List<Layer> other) {
        int shorter = Math.min(one.size(), other.size());
        int start = 0;
        while (start < shorter && one.get(start) == other.get(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.get(one.size() - 1 - end) == other.get(other.size() - 1 - end)) {
            end++;
        }
        return partners(joined(one.subList(start, one.size() - end)),
                joined(other.subList(start, other.size() - end)));
    }

    private static List<Layer> joined(List<Layer> layers) {
        List<Layer> joined = new ArrayList<>();
        List<Ruling> row = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer instanceof Layer.Rulings(List<Ruling> rulings)) {
                row.addAll(rulings);
                continue;
            }
            joined.add(Layer.of(row));
            joined.add(layer);
            row.clear();
        }
        joined.add(Layer.of(row));
        return joined;
    }

    private List<Region> partners(List<Layer> first, List<Layer> second) {
        List<Region> regions = new ArrayList<>();
        if (first.size() == second.size()) {
            for (int i = 0; i < first.size(); i++) {
                regions.addAll(between(first.get(i), second.get(i)));
            }
            return regions;
        }
        int shorter = Math.min(first.size(), second.size());
        int start = 0;
        while (start < shorter && between(first.get(start), second.get(start)).isEmpty()) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && between(first.get(first.size() - 1 - end), second.get(second.size() - 1 - end)).isEmpty()) {
            end++;
        }
        first.subList(start, first.size() - end).forEach(layer -> regions.addAll(reach(layer)));
        second.subList(start, second.size() - end).forEach(layer -> regions.addAll(reach(layer)));
        return regions;
    }
}
