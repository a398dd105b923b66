package dev.sekisho.simulator.exact.decision;

import dev.sekisho.simulator.exact.space.Region;
import java.util.List;
import java.util.stream.Stream;

/// Something that decides about flows, described without a space: the space is made of what all layers tell apart.
public sealed interface Layer {
    /// Returns every region that the layer tells apart.
    Stream<Region> regions();

    /// Returns the layer's function in a space that knows its regions. Ask [Decisions#of(Layer)] instead, which remembers.
    int in(Decisions decisions);

    /// Returns the layer that decides as some rulings in order do.
    static Layer of(List<Ruling> rulings) {
        return new Rulings(rulings);
    }

    /// Returns the layer that decides as the first of some layers that decides.
    static Layer inOrder(List<Layer> layers) {
        return layers.size() == 1 ? layers.getFirst() : new InOrder(layers);
    }

    /// Returns the layer that decides inside some regions alone.
    static Layer inside(List<Region> regions, Layer inner) {
        return new Inside(regions, inner);
    }

    /// Returns the layer that leaves to others what it would give one outcome.
    static Layer without(Layer inner, Outcome passed) {
        return new Without(inner, passed);
    }

    /// Rulings in order.
    record Rulings(List<Ruling> rulings) implements Layer {
        public Rulings {
            rulings = List.copyOf(rulings);
        }

        @Override
        public Stream<Region> regions() {
            return rulings.stream().flatMap(ruling -> ruling.regions().stream());
        }

        @Override
        public int in(Decisions decisions) {
            return decisions.ofAll(rulings);
        }
    }

    /// Layers in order.
    record InOrder(List<Layer> layers) implements Layer {
        public InOrder {
            layers = List.copyOf(layers);
        }

        @Override
        public Stream<Region> regions() {
            return layers.stream().flatMap(Layer::regions);
        }

        @Override
        public int in(Decisions decisions) {
            return decisions.inOrder(layers.stream().map(decisions::of).toList());
        }
    }

    /// A layer inside some regions.
    record Inside(List<Region> area, Layer inner) implements Layer {
        public Inside {
            area = area.stream().filter(region -> !region.isEmpty()).toList();
        }

        @Override
        public Stream<Region> regions() {
            return Stream.concat(area.stream(), inner.regions());
        }

        @Override
        public int in(Decisions decisions) {
            return decisions.within(area, decisions.of(inner));
        }
    }

    /// A layer less one outcome.
    record Without(Layer inner, Outcome passed) implements Layer {
        @Override
        public Stream<Region> regions() {
            return inner.regions();
        }

        @Override
        public int in(Decisions decisions) {
            return decisions.without(passed, decisions.of(inner));
        }
    }
}
