package dev.sekisho.simulator.exact.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Describes a set of points by few boxes, each as large as it can be. Boxes may overlap, because that takes fewer.
///
/// A set is a diagram with the values 0 (outside) and 1 (inside).
public final class Cover {
    /// The set without a point.
    public static final int NOTHING = Diagrams.constant(0);

    /// How many edges are looked at to widen boxes before no further one is looked for.
    private static final long MOST_WORK = 4_000_000;

    private final Diagrams diagrams;
    private long work;
    private final Operation difference = Operation.difference();

    /// A description.
    ///
    /// @param complete false where the boxes leave something out, because there would be too many
    public record Boxes(List<IndexBox> boxes, boolean complete) {
        public Boxes {
            boxes = List.copyOf(boxes);
        }
    }

    public Cover(Diagrams diagrams) {
        this.diagrams = diagrams;
    }

    /// Returns boxes that together are a set, or as many as there is room and time to find: at least one, unless the set is
    /// empty or too large to take a box from.
    ///
    /// @param most how many boxes there may be
    public Boxes of(int set, int most) {
        List<IndexBox> boxes = new ArrayList<>();
        int rest = set;
        try {
            while (rest != NOTHING && boxes.size() < most && (boxes.isEmpty() || work < MOST_WORK)) {
                IndexBox box = widest(set, firstBox(rest).orElseThrow());
                boxes.add(box);
                rest = diagrams.combine(rest, diagrams.box(box, 1, 0), difference);
            }
        } catch (TooLarge e) {
            return new Boxes(boxes, false);
        }
        return new Boxes(boxes, rest == NOTHING);
    }

    /// Returns a box inside a set; nothing where the set is empty.
    public Optional<IndexBox> firstBox(int set) {
        if (set == NOTHING) {
            return Optional.empty();
        }
        List<IndexSet> sets = new ArrayList<>();
        int here = set;
        for (int axis = 0; axis < diagrams.axes(); axis++) {
            if (diagrams.axis(here) != axis) {
                sets.add(IndexSet.range(0, diagrams.size(axis) - 1));
                continue;
            }
            int chosen = 0;
            while (diagrams.target(here, chosen) == NOTHING) {
                chosen++;
            }
            int next = diagrams.target(here, chosen);
            sets.add(leadingTo(here, next));
            here = next;
        }
        return Optional.of(new IndexBox(sets));
    }

    private IndexSet leadingTo(int node, int target) {
        IndexSet.Builder set = new IndexSet.Builder();
        int from = 0;
        for (int i = 0; i < diagrams.edgeCount(node); i++) {
            if (diagrams.target(node, i) == target) {
                set.add(from, diagrams.end(node, i));
            }
            from = diagrams.end(node, i) + 1;
        }
        return set.build();
    }

    /// Returns the box widened on one axis after the other, from the last one to the first, as far as the set goes. Names
    /// and ports come last, and people know them best.
    IndexBox widest(int set, IndexBox box) {
        IndexBox wide = box;
        for (int axis = diagrams.axes() - 1; axis >= 0; axis--) {
            wide = wide.with(axis, room(set, wide, axis, new HashMap<>()));
        }
        return wide;
    }

    /// The indices on one axis with which the rest of a box stays inside a set.
    private IndexSet room(int here, IndexBox box, int axis, Map<Integer, IndexSet> known) {
        int asked = diagrams.axis(here);
        if (asked > axis) {
            return contains(here, box, new HashMap<>()) ? IndexSet.range(0, diagrams.size(axis) - 1) : IndexSet.EMPTY;
        }
        IndexSet before = known.get(here);
        if (before != null) {
            return before;
        }
        work += diagrams.edgeCount(here);
        IndexSet.Builder at = new IndexSet.Builder();
        IndexSet common = IndexSet.range(0, diagrams.size(axis) - 1);
        Map<Integer, Boolean> inside = new HashMap<>();
        int from = 0;
        for (int i = 0; i < diagrams.edgeCount(here); i++) {
            int end = diagrams.end(here, i);
            if (asked == axis) {
                if (contains(diagrams.target(here, i), box, inside)) {
                    at.add(from, end);
                }
            } else if (box.on(asked).overlaps(IndexSet.range(from, end))) {
                common = common.intersection(room(diagrams.target(here, i), box, axis, known));
            }
            from = end + 1;
        }
        IndexSet result = asked == axis ? at.build() : common;
        known.put(here, result);
        return result;
    }

    /// Whether a diagram is inside everywhere in a box.
    private boolean contains(int here, IndexBox box, Map<Integer, Boolean> known) {
        if (Diagrams.isConstant(here)) {
            return here != NOTHING;
        }
        Boolean before = known.get(here);
        if (before != null) {
            return before;
        }
        work += diagrams.edgeCount(here);
        boolean inside = true;
        int from = 0;
        for (int i = 0; i < diagrams.edgeCount(here) && inside; i++) {
            int end = diagrams.end(here, i);
            boolean met = box.on(diagrams.axis(here)).overlaps(IndexSet.range(from, end));
            inside = !met || contains(diagrams.target(here, i), box, known);
            from = end + 1;
        }
        known.put(here, inside);
        return inside;
    }
}
