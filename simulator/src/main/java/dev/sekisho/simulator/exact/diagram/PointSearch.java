package dev.sekisho.simulator.exact.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Looks for a point of some boxes that is in none of some others, by going from a covered point out of what covers it.
///
/// A point that is found is a proof. That none is found proves nothing; then the sets have to be made.
public final class PointSearch {
    private static final int TRIES = 6;
    private static final int STEPS = 24;

    private final int tries;
    private final SplittableRandom random = new SplittableRandom(20);

    /// Searches with patience.
    public PointSearch() {
        this(TRIES);
    }

    /// @param tries how often a search begins anew at most
    public PointSearch(int tries) {
        this.tries = tries;
    }

    /// Returns a point inside that is outside of every other box.
    public Optional<int[]> find(List<IndexBox> inside, List<IndexBox> others) {
        for (int attempt = 0; attempt < tries; attempt++) {
            for (IndexBox box : inside) {
                Optional<int[]> found = find(box, others);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<int[]> find(IndexBox inside, List<IndexBox> others) {
        int[] point = any(inside);
        for (int step = 0; step < STEPS; step++) {
            Optional<IndexBox> covering = first(point, others);
            if (covering.isEmpty()) {
                return Optional.of(point);
            }
            List<Integer> ways = new ArrayList<>();
            for (int axis = 0; axis < point.length; axis++) {
                if (!covering.get().on(axis).containsAll(inside.on(axis))) {
                    ways.add(axis);
                }
            }
            if (ways.isEmpty()) {
                return Optional.empty();
            }
            int axis = ways.get(random.nextInt(ways.size()));
            point[axis] = any(inside.on(axis).difference(covering.get().on(axis)));
        }
        return Optional.empty();
    }

    /// Returns any point of a box that is not empty.
    public int[] any(IndexBox box) {
        int[] point = new int[box.sets().size()];
        for (int axis = 0; axis < point.length; axis++) {
            point[axis] = any(box.on(axis));
        }
        return point;
    }

    private int any(IndexSet set) {
        int size = set.size();
        return size == 1 ? set.first(0) : set.at(random.nextInt(size));
    }

    private static Optional<IndexBox> first(int[] point, List<IndexBox> boxes) {
        for (IndexBox box : boxes) {
            if (box.contains(point)) {
                return Optional.of(box);
            }
        }
        return Optional.empty();
    }
}
