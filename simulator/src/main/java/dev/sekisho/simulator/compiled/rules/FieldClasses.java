package dev.sekisho.simulator.compiled.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The classes of one field merged as far as some of the rules do not tell them apart, and numbered anew.
///
/// `merged[c]` is the new number of class `c`; `sets` are the rules' sets in new numbers, and `setOf[r]` is the one of
/// rule `r`.
final class FieldClasses {
    final char[] merged;
    final int count;
    final int[][] sets;
    final int[] setOf;

    private FieldClasses(char[] merged, int count, int[][] sets, int[] setOf) {
        this.merged = merged;
        this.count = count;
        this.sets = sets;
        this.setOf = setOf;
    }

    /// Merges the classes of a field.
    ///
    /// @param classCount how many classes there are before
    /// @param rules the set of each rule
    static FieldClasses of(int classCount, List<ClassSet> rules) {
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
        int[] merged = merge(classCount, distinct);
        int count = Arrays.stream(merged).max().orElse(0) + 1;
        int[][] sets = new int[distinct.size()][];
        int[] seenIn = new int[count];
        for (int set = 0; set < sets.length; set++) {
            sets[set] = renumber(distinct.get(set), merged, seenIn, set + 1);
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

    private static int[] merge(int classCount, List<ClassSet> distinct) {
        long[] low = new long[classCount];
        long[] high = new long[classCount];
        long[] lowMembers = Signatures.members(distinct.size(), false);
        long[] highMembers = Signatures.members(distinct.size(), true);
        for (int set = 0; set < lowMembers.length; set++) {
            ClassSet classes = distinct.get(set);
            for (int i = 0; i < classes.size(); i++) {
                low[classes.at(i)] ^= lowMembers[set];
                high[classes.at(i)] ^= highMembers[set];
            }
        }
        Signatures signatures = new Signatures();
        int[] merged = new int[classCount];
        Arrays.setAll(merged, i -> signatures.numberOf(low[i], high[i]));
        return merged;
    }

    private static int[] renumber(ClassSet classes, int[] merged, int[] seenIn, int mark) {
        int[] numbers = new int[classes.size()];
        int size = 0;
        for (int i = 0; i < numbers.length; i++) {
            int number = merged[classes.at(i)];
            if (seenIn[number] != mark) {
                seenIn[number] = mark;
                numbers[size++] = number;
            }
        }
        return Arrays.copyOf(numbers, size);
    }
}
