package dev.sekisho.simulator.exact.diagram;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Which of many sets of boxes may meet a certain one: those that overlap with it on every axis. Axis by axis, the sets that
/// occur are compared once, however many boxes have them.
public final class Neighbours {
    private final List<Axis> axes;

    /// @param members the boxes of each member
    /// @param axes the number of axes that are looked at, from the first one on
    public Neighbours(List<List<IndexBox>> members, int axes) {
        this.axes = IntStream.range(0, axes).mapToObj(axis -> Axis.of(axis, members)).toList();
    }

    /// Returns the members that may meet a member; those that do are among them.
    public BitSet of(int member) {
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
            int[] ascending = IntStream.range(0, sets.size()).filter(set -> !sets.get(set).isEmpty()).boxed()
                    .sorted(Comparator.comparingInt(set -> sets.get(set).first(0))).mapToInt(Integer::intValue)
                    .toArray();
            for (int place = 0; place < ascending.length; place++) {
                int one = ascending[place];
                IndexSet set = sets.get(one);
                int last = set.last(set.rangeCount() - 1);
                for (int next = place + 1; next < ascending.length
                        && sets.get(ascending[next]).first(0) <= last; next++) {
                    int other = ascending[next];
                    if (set.overlaps(sets.get(other))) {
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
