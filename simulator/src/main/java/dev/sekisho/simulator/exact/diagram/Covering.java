package dev.sekisho.simulator.exact.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Tells whether a box is covered by the union of others.
///
/// One axis after the other is parted where the others begin and end; what matters of a part is which of the others are still
/// there. The part with the fewest is looked into first, so a point outside of all of them is found soon. Where parts become
/// too many, the box is made as a diagram and the others are taken from it.
public final class Covering {
    private static final int MOST_PARTS = 20_000;

    private final IndexBox box;
    private final List<IndexBox> others;
    private final int mostParts;
    /// The axes on which some of the others do not hold all of the box; those with few ranges first.
    private final List<Integer> axes = new ArrayList<>();
    /// For each of these axes the others that hold all of the box there and on those behind.
    private final List<BitSet> holding = new ArrayList<>();
    /// For each of these axes what was left of the others in parts that are covered, or about to be.
    private final List<Set<BitSet>> seen = new ArrayList<>();
    private int parts;

    private Covering(IndexBox box, List<IndexBox> others, int mostParts) {
        this.box = box;
        this.others = others;
        this.mostParts = mostParts;
    }

    /// Tells whether every point of a box is in one of some others.
    ///
    /// @param diagrams makes diagrams over the axes of the boxes, none yet
    /// @throws TooLarge if neither parts nor diagrams tell
    public static boolean covers(List<IndexBox> others, IndexBox box, Supplier<Diagrams> diagrams) {
        return covers(others, box, diagrams, MOST_PARTS);
    }

    /// @param mostParts from how many parts on diagrams are made
    static boolean covers(List<IndexBox> others, IndexBox box, Supplier<Diagrams> diagrams, int mostParts) {
        return new Covering(box, others, mostParts).isCovered(diagrams);
    }

    private boolean isCovered(Supplier<Diagrams> diagrams) {
        BitSet all = new BitSet();
        all.set(0, others.size());
        Map<Integer, BitSet> whole = new HashMap<>();
        for (int axis = 0; axis < box.sets().size(); axis++) {
            BitSet holds = new BitSet();
            IndexSet own = box.on(axis);
            for (int other = 0; other < others.size(); other++) {
                holds.set(other, others.get(other).on(axis).containsAll(own));
            }
            if (holds.cardinality() < others.size()) {
                axes.add(axis);
                whole.put(axis, holds);
            }
        }
        axes.sort(Comparator.comparingInt(axis -> box.on(axis).size()));
        BitSet behind = all;
        for (int axis : axes.reversed()) {
            BitSet here = (BitSet) whole.getOrDefault(axis, all).clone();
            here.and(behind);
            holding.addFirst(here);
            seen.add(new HashSet<>());
            behind = here;
        }
        try {
            return isCovered(0, all);
        } catch (TooLarge e) {
            return isTaken(diagrams.get());
        }
    }

    private boolean isCovered(int depth, BitSet left) {
        if (left.isEmpty()) {
            return false;
        }
        if (depth == axes.size() || left.intersects(holding.get(depth))) {
            return true;
        }
        if (!seen.get(depth).add(left)) {
            return true;
        }
        List<BitSet> found = parts(axes.get(depth), left);
        parts += found.size();
        if (parts > mostParts) {
            throw new TooLarge("a box would be parted more than " + mostParts + " times");
        }
        for (BitSet part : found) {
            if (!isCovered(depth + 1, part)) {
                return false;
            }
        }
        return true;
    }

    /// Which of the others are there in each part of an axis, the fewest first, each once.
    private List<BitSet> parts(int axis, BitSet left) {
        Map<IndexSet, BitSet> having = new HashMap<>();
        left.stream().forEach(other -> having.computeIfAbsent(others.get(other).on(axis), _ -> new BitSet())
                .set(other));
        IndexSet own = box.on(axis);
        List<BitSet> members = new ArrayList<>(List.of(new BitSet()));
        List<long[]> changes = new ArrayList<>(List.of(changes(own, 0)));
        having.forEach((set, with) -> {
            changes.add(changes(set.intersection(own), members.size()));
            members.add(with);
        });
        long[] inOrder = changes.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        Set<BitSet> found = new LinkedHashSet<>();
        BitSet there = new BitSet();
        boolean inside = false;
        for (int i = 0; i < inOrder.length; i++) {
            int set = (int) inOrder[i];
            inside ^= set == 0;
            there.xor(members.get(set));
            boolean last = i == inOrder.length - 1 || inOrder[i] >> Integer.SIZE != inOrder[i + 1] >> Integer.SIZE;
            if (last && inside && !found.contains(there)) {
                found.add((BitSet) there.clone());
            }
        }
        return found.stream().sorted(Comparator.comparingInt(BitSet::cardinality)).toList();
    }

    /// Where a set begins and ends: places, each with the set's number.
    private static long[] changes(IndexSet set, int number) {
        long[] changes = new long[2 * set.rangeCount()];
        for (int i = 0; i < set.rangeCount(); i++) {
            changes[2 * i] = (long) set.first(i) << Integer.SIZE | number;
            changes[2 * i + 1] = (long) set.last(i) + 1 << Integer.SIZE | number;
        }
        return changes;
    }

    private boolean isTaken(Diagrams diagrams) {
        Operation difference = Operation.difference();
        int rest = diagrams.box(box, 1, 0);
        for (IndexBox other : others) {
            rest = diagrams.combine(rest, diagrams.box(other.intersection(box), 1, 0), difference);
        }
        return rest == Cover.NOTHING;
    }
}
