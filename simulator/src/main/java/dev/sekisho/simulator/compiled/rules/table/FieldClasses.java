package dev.sekisho.simulator.compiled.rules.table;

import dev.sekisho.simulator.compiled.rules.field.ClassMerger;
import dev.sekisho.simulator.compiled.rules.field.ClassSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The classes of one field merged as far as some of the rules do not tell them apart, and numbered anew.
///
/// `merged[c]` is the new number of class `c`, `count` how many there are; `sets` are the rules' sets in new numbers, and
/// `setOf[r]` is the one of rule `r`.
public final class FieldClasses {
    final char[] merged;
    public final int count;
    public final List<ClassSet> sets;
    public final int[] setOf;

    private FieldClasses(char[] merged, int count, List<ClassSet> sets, int[] setOf) {
        this.merged = merged;
        this.count = count;
        this.sets = sets;
        this.setOf = setOf;
    }

    /// Merges the classes of a field.
    ///
    /// @param classCount how many classes there are before
    /// @param rules the set of each rule
    public static FieldClasses of(int classCount, List<ClassSet> rules) {
        Map<ClassSet, Integer> numbers = new IdentityHashMap<>();
        List<ClassSet> distinct = new ArrayList<>();
        int[] setOf = new int[rules.size()];
        for (int rule = 0; rule < setOf.length; rule++) {
            Integer number = numbers.putIfAbsent(rules.get(rule), distinct.size());
            if (number == null) {
                distinct.add(rules.get(rule));
            }
            setOf[rule] = number == null ? distinct.size() - 1 : number;
        }
        ClassMerger merger = new ClassMerger(classCount, distinct.size());
        for (int set = 0; set < distinct.size(); set++) {
            merger.tellApart(set, distinct.get(set));
        }
        int[] merged = new int[classCount];
        int count = merger.number(merged);
        List<ClassSet> sets = new ArrayList<>();
        int[] seenIn = new int[count];
        for (int set = 0; set < distinct.size(); set++) {
            sets.add(renumber(distinct.get(set), merged, seenIn, set + 1));
        }
        char[] narrow = new char[classCount];
        for (int i = 0; i < classCount; i++) {
            narrow[i] = (char) merged[i];
        }
        return new FieldClasses(narrow, count, sets, setOf);
    }

    /// Whether a number of 16 bits cannot tell the classes.
    boolean areTooMany() {
        return count > Character.MAX_VALUE;
    }

    /// Whether all classes are told apart, so that each keeps its number.
    boolean isWhole() {
        return count == merged.length;
    }

    /// The set of a rule in new numbers.
    public ClassSet set(int rule) {
        return sets.get(setOf[rule]);
    }

    private static ClassSet renumber(ClassSet classes, int[] merged, int[] seenIn, int mark) {
        int[] numbers = new int[classes.size()];
        int size = 0;
        for (int i = 0; i < numbers.length; i++) {
            int number = merged[classes.at(i)];
            if (seenIn[number] != mark) {
                seenIn[number] = mark;
                numbers[size++] = number;
            }
        }
        int[] ascending = Arrays.copyOf(numbers, size);
        Arrays.sort(ascending);
        return ClassSet.ofAscending(ascending);
    }
}
