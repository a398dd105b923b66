package dev.sekisho.simulator.exact.space;

import dev.sekisho.simulator.exact.diagram.IndexSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// All texts, told apart by single texts and by beginnings: an exact language in which every beginning is a range.
///
/// The beginnings form a trie. A class is a single text in question, or the texts that have a beginning in question, no
/// longer one, and are none of the single texts. Classes are numbered in the order of the texts, so that everything with one
/// beginning is in a row.
final class TextAxis {
    /// A class of texts.
    ///
    /// @param text the single text, or the beginning
    record TextClass(String text, boolean single) {}

    private final List<TextClass> classes = new ArrayList<>();
    private final Map<String, Integer> singles = new HashMap<>();
    private final Map<String, IndexSet> beginnings = new HashMap<>();

    /// @param exact the single texts
    /// @param starts the beginnings; the empty one is always among them
    TextAxis(SortedSet<String> exact, SortedSet<String> starts) {
        SortedSet<String> all = new TreeSet<>(exact);
        all.addAll(starts);
        all.add("");
        Deque<String> open = new ArrayDeque<>();
        Map<String, Integer> from = new HashMap<>();
        for (String text : all) {
            while (!open.isEmpty() && !text.startsWith(open.peek())) {
                close(open.pop(), from);
            }
            boolean beginning = text.isEmpty() || starts.contains(text);
            if (beginning) {
                from.put(text, classes.size());
                open.push(text);
            }
            if (exact.contains(text)) {
                singles.put(text, classes.size());
                classes.add(new TextClass(text, true));
            }
            if (beginning) {
                classes.add(new TextClass(text, false));
            }
        }
        while (!open.isEmpty()) {
            close(open.pop(), from);
        }
    }

    private void close(String beginning, Map<String, Integer> from) {
        beginnings.put(beginning, IndexSet.range(from.getOrDefault(beginning, 0), classes.size() - 1));
    }

    int size() {
        return classes.size();
    }

    TextClass classAt(int index) {
        return classes.get(index);
    }

    IndexSet exactly(String text) {
        Integer index = singles.get(text);
        if (index == null) {
            throw new IllegalArgumentException(text + " is no single text of this axis");
        }
        return IndexSet.of(index);
    }

    IndexSet startingWith(String beginning) {
        IndexSet indices = beginnings.get(beginning);
        if (indices == null) {
            throw new IllegalArgumentException(beginning + " is no beginning of this axis");
        }
        return indices;
    }

    /// The class of any text.
    int index(String text) {
        Integer single = singles.get(text);
        if (single != null) {
            return single;
        }
        int end = text.length();
        while (!beginnings.containsKey(text.substring(0, end))) {
            end--;
        }
        IndexSet all = startingWith(text.substring(0, end));
        return all.stream().filter(i -> !classes.get(i).single()).findFirst().orElseThrow();
    }
}
