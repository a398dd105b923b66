package dev.sekisho.simulator.exact.decision;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which members of one list are members of another, in the same order: a long common subsequence, found in the time that
/// sorting takes. Equal members are paired by their number, so it is the longest one where no list repeats a member.
///
/// @param partners for each member of the first list the place of its partner in the second, or [#ALONE]
record Alignment(int[] partners) {
    static final int ALONE = -1;

    static <T> Alignment of(List<T> one, List<T> other) {
        int[] partners = new int[one.size()];
        Arrays.fill(partners, ALONE);
        int start = 0;
        while (start < Math.min(one.size(), other.size()) && one.get(start).equals(other.get(start))) {
            partners[start] = start++;
        }
        int endOne = one.size();
        int endOther = other.size();
        while (endOne > start && endOther > start && one.get(endOne - 1).equals(other.get(endOther - 1))) {
            partners[--endOne] = --endOther;
        }
        align(one.subList(start, endOne), other.subList(start, endOther), start, partners);
        return new Alignment(partners);
    }

    private static <T> void align(List<T> one, List<T> other, int offset, int[] partners) {
        Map<T, Deque<Integer>> places = new HashMap<>();
        for (int i = 0; i < other.size(); i++) {
            places.computeIfAbsent(other.get(i), _ -> new ArrayDeque<>()).add(i);
        }
        int[] wanted = new int[one.size()];
        for (int i = 0; i < one.size(); i++) {
            Deque<Integer> left = places.get(one.get(i));
            wanted[i] = left == null || left.isEmpty() ? ALONE : left.remove();
        }
        int[] kept = longestAscending(wanted);
        for (int i : kept) {
            partners[offset + i] = offset + wanted[i];
        }
    }

    /// The places of the longest ascending subsequence, without those of [#ALONE]; by patience sorting.
    private static int[] longestAscending(int[] numbers) {
        int[] lastOfLength = new int[numbers.length];
        int[] before = new int[numbers.length];
        int length = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == ALONE) {
                continue;
            }
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (numbers[lastOfLength[middle]] < numbers[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? ALONE : lastOfLength[low - 1];
            lastOfLength[low] = i;
            length = Math.max(length, low + 1);
        }
        int[] places = new int[length];
        int place = length == 0 ? ALONE : lastOfLength[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            places[i] = place;
            place = before[place];
        }
        return places;
    }
}
