package dev.sekisho.simulator.exact.decision;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.exact.diagram.Diagrams;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.IndexSet;
import dev.sekisho.simulator.exact.space.FlowSpace;
import dev.sekisho.simulator.exact.space.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The classes that a decision function tells apart inside a region, one axis at a time: two sources are in one class if the
/// same becomes of every flow of the region from the one as from the other. One member of each class stands for all.
public final class FlowClasses {
    private final Decisions decisions;
    private final int function;
    private final Map<Integer, List<IndexSet>> apart = new HashMap<>();

    /// @param function a function without questions
    /// @param apart regions whose sides are told apart although the function does not; the space must know them
    public FlowClasses(Decisions decisions, int function, List<Region> apart) {
        this.decisions = decisions;
        this.function = function;
        List<IndexBox> boxes = apart.stream().map(decisions.space()::box).toList();
        for (int axis : List.of(FlowSpace.SOURCE, FlowSpace.DESTINATION, FlowSpace.PORT, FlowSpace.NAME)) {
            int size = decisions.diagrams().size(axis);
            this.apart.put(axis, boxes.stream().map(box -> box.on(axis)).filter(set -> set.size() < size).distinct()
                    .toList());
        }
    }

    /// Returns the classes of a region's sources.
    public List<AddressSet> sources(Region region) {
        return classes(region, FlowSpace.SOURCE).stream().map(decisions.space()::sources).toList();
    }

    /// Returns the classes of a region's destinations.
    public List<AddressSet> destinations(Region region) {
        return classes(region, FlowSpace.DESTINATION).stream().map(decisions.space()::destinations).toList();
    }

    /// Returns the classes of a region's ports.
    public List<PortSet> ports(Region region) {
        return classes(region, FlowSpace.PORT).stream().map(decisions.space()::ports).toList();
    }

    /// Returns the classes of a region's names, without the flows that have none.
    public List<NameClass> names(Region region) {
        return classes(region, FlowSpace.NAME).stream()
                .flatMap(set -> decisions.space().name(set).stream()
                        .map(name -> new NameClass(name, decisions.space().names(set))))
                .toList();
    }

    /// A class of names.
    ///
    /// @param example one of them
    /// @param patterns all of them, each pattern with its exceptions
    public record NameClass(String example, List<String> patterns) {
        public NameClass {
            patterns = List.copyOf(patterns);
        }
    }

    private List<IndexSet> classes(Region region, int axis) {
        Diagrams diagrams = decisions.diagrams();
        IndexBox box = decisions.space().box(region);
        int inside = decisions.within(List.of(region), function);
        Map<List<Integer>, List<IndexSet>> classes = new LinkedHashMap<>();
        box.on(axis).stream().forEach(index -> {
            List<Integer> key = new ArrayList<>(List.of(diagrams.slice(inside, axis, index)));
            List<IndexSet> sets = apart.getOrDefault(axis, List.of());
            for (int i = 0; i < sets.size(); i++) {
                if (sets.get(i).contains(index)) {
                    key.add(i);
                }
            }
            classes.computeIfAbsent(key, _ -> new ArrayList<>()).add(IndexSet.of(index));
        });
        return classes.values().stream().map(IndexSet::unionOf).toList();
    }
}
