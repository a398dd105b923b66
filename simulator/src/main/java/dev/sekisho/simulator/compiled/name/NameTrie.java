package dev.sekisho.simulator.compiled.name;

import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.compiled.rules.field.ClassSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// The trie behind a [NamePartition] as it is made: which patterns match a name that some pattern is about, and which match
/// the names below it. A name's parent is the longest other one that it ends in.
final class NameTrie {
    private final List<FqdnPattern> patterns;
    private final Map<String, Entry> entries = new HashMap<>();
    private final SequencedMap<List<Integer>, Integer> classes = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    /// A name with the class of itself and of the names below it.
    ///
    /// @param partials classes of the names below by how their label there ends, where some patterns ask for that
    record Node(byte[] name, int exact, int below, Optional<PartialLabels> partials) {

        int labels() {
            int labels = name.length == 0 ? 0 : 1;
            for (byte one : name) {
                labels += one == '.' ? 1 : 0;
            }
            return labels;
        }
    }

    private record Partial(String end, int pattern) {}

    /// The patterns that match a name and the names below it, by their numbers.
    private static final class Entry {
        final String name;
        final SortedSet<Integer> exact = new TreeSet<>();
        final SortedSet<Integer> below = new TreeSet<>();
        final List<Partial> partials = new ArrayList<>();

        Entry(String name) {
            this.name = name;
        }

        /// Takes over what the parent says about the names below it.
        void inherit(Entry parent) {
            SortedSet<Integer> inherited = new TreeSet<>(parent.below);
            String rest = name.substring(0, name.length() - parent.name.length() - (parent.name.isEmpty() ? 0 : 1));
            String label = rest.substring(rest.lastIndexOf('.') + 1);
            parent.partials.stream().filter(partial -> label.endsWith(partial.end)).map(Partial::pattern)
                    .forEach(inherited::add);
            exact.addAll(inherited);
            below.addAll(inherited);
        }

        /// The patterns that match names whose label below this one ends in `end`, and in no longer one.
        SortedSet<Integer> matching(String end) {
            SortedSet<Integer> matching = new TreeSet<>(below);
            partials.stream().filter(partial -> end.endsWith(partial.end)).map(Partial::pattern)
                    .forEach(matching::add);
            return matching;
        }
    }

    private NameTrie(List<FqdnPattern> patterns) {
        this.patterns = patterns;
        entry("");
    }

    /// Shorter names come first, so that one pass hands everything down.
    static NameTrie of(Collection<FqdnPattern> patterns) {
        NameTrie trie = new NameTrie(patterns.stream().distinct().toList());
        for (int i = 0; i < trie.patterns.size(); i++) {
            trie.add(trie.patterns.get(i), i);
        }
        trie.entries.values().stream()
                .sorted(Comparator.comparingInt((Entry entry) -> entry.name.length())
                        .thenComparing(entry -> entry.name))
                .forEach(trie::finish);
        return trie;
    }

    private void add(FqdnPattern pattern, int number) {
        String literal = pattern.literal();
        if (!pattern.wildcard()) {
            entry(literal).exact.add(number);
        } else if (literal.isEmpty() || literal.startsWith(".")) {
            entry(literal.isEmpty() ? "" : literal.substring(1)).below.add(number);
        } else {
            Entry own = entry(literal);
            own.exact.add(number);
            own.below.add(number);
            int dot = literal.indexOf('.');
            String label = dot < 0 ? literal : literal.substring(0, dot);
            entry(above(literal)).partials.add(new Partial(label, number));
        }
    }

    private Entry entry(String name) {
        return entries.computeIfAbsent(name, Entry::new);
    }

    /// A name without its first label.
    private static String above(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    private void finish(Entry entry) {
        if (!entry.name.isEmpty()) {
            String parent = above(entry.name);
            while (!entries.containsKey(parent)) {
                parent = above(parent);
            }
            entry.inherit(entry(parent));
        }
        entry.partials.sort(Comparator.comparingInt((Partial partial) -> -partial.end.length()));
        int exact = classOf(entry.exact);
        int below = classOf(entry.below);
        Optional<PartialLabels> partials = entry.partials.isEmpty()
                ? Optional.empty()
                : Optional.of(new PartialLabels(
                        entry.partials.stream().map(partial -> bytes(partial.end)).toList(),
                        entry.partials.stream().mapToInt(partial -> classOf(entry.matching(partial.end))).toArray(),
                        below));
        nodes.add(new Node(bytes(entry.name), exact, below, partials));
    }

    private int classOf(SortedSet<Integer> matching) {
        return classes.computeIfAbsent(List.copyOf(matching), _ -> classes.size());
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /// The names, of which the first one is empty: the root.
    List<Node> nodes() {
        return nodes;
    }

    int classCount() {
        return classes.size();
    }

    /// The classes that each pattern matches.
    Map<FqdnPattern, ClassSet> members() {
        List<List<Integer>> members = new ArrayList<>();
        patterns.forEach(_ -> members.add(new ArrayList<>()));
        classes.forEach((matching, number) -> matching.forEach(i -> members.get(i).add(number)));
        Map<FqdnPattern, ClassSet> sets = new HashMap<>();
        for (int i = 0; i < patterns.size(); i++) {
            sets.put(patterns.get(i), ClassSet.of(members.get(i).stream().mapToInt(Integer::intValue).toArray()));
        }
        return sets;
    }
}
