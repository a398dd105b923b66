package dev.sekisho.simulator.exact.lint;

import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.IndexSet;
import dev.sekisho.simulator.exact.space.FlowSpace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which of many sets of boxes may meet a certain one: those that overlap with it on every axis. Axis by axis, the sets that
/// occur are compared once, however many boxes have them.
final class Neighbours {
    private static final List<Integer> AXES = List.of(FlowSpace.DESTINATION, FlowSpace.SOURCE, FlowSpace.KIND,
            FlowSpace.PORT, FlowSpace.NAME);

    private final List<Axis> axes;

    /// @param members the boxes of each member
    Neighbours(List<List<IndexBox>> members) {
        this.axes = AXES.stream().map(axis -> Axis.of(axis, members)).toList();
    }

    /// Returns the members that may meet a member; those that do are among them.
    BitSet of(int member) {
        BitSet common = (BitSet) axes.getFirst().meeting(member).clone();
        axes.subList(1, axes.size()).forEach(axis -> common.and(axis.meeting(member)));
        return common;
    }

    /// @param setOf the number of each member's set
    /// @param meeting for each set the members whose sets overlap with it
    private record Axis(int[] setOf, List<BitSet> meeting) {

        static Axis of(int axis, List<List<IndexBox>> members) {
            Map<IndexSet, Integer> numbers = new HashMap<>();
            List<IndexSet> sets = new ArrayList<>();
            List<BitSet> having = new ArrayList<>();
            int[] setOf = new int[members.size()];
            for (int member = 0; member < setOf.length; member++) {
                IndexSet whole = IndexSet.unionOf(members.get(member).stream().map(box -> box.on(axis)).toList());
                setOf[member] = numbers.computeIfAbsent(whole, added -> {
                    sets.add(added);
                    having.add(new BitSet());
                    return sets.size() - 1;
                });
                having.get(setOf[member]).set(member);
            }
            List<BitSet> meeting = having.stream().map(own -> (BitSet) own.clone()).toList();
            for (int one = 0; one < sets.size(); one++) {
                for (int other = 0; other < one; other++) {
                    if (sets.get(one).overlaps(sets.get(other))) {
                        meeting.get(one).or(having.get(other));
                        meeting.get(other).or(having.get(one));
                    }
                }
            }
            return new Axis(setOf, meeting);
        }

        BitSet meeting(int member) {
            return meeting.get(setOf[member]);
        }
    }
}
