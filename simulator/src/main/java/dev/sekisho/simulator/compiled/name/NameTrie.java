package dev.sekisho.simulator.compiled.name;

import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.compiled.rules.ClassSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The trie behind a [NamePartition] as it is made: which patterns match the name of a node, and which the names below.
final class NameTrie {
    private static final int ATTEMPTS = 100;

    private final List<FqdnPattern> patterns;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node> byName = new HashMap<>();
    private final Map<BitSet, Integer> classes = new HashMap<>();

    private record Partial(String label, int pattern) {}

    /// A name that is a suffix of some pattern's.
    private static final class Node {
        final String name;
        final Optional<Node> parent;
        final BitSet exact = new BitSet();
        final BitSet below = new BitSet();
        final List<Partial> partials = new ArrayList<>();

        Node(String name, Optional<Node> parent) {
            this.name = name;
            this.parent = parent;
        }

        String label() {
            return name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
        }

        /// Takes over the patterns that match everything below the parent and those that end inside of the label.
        void inherit() {
            parent.ifPresent(p -> {
                exact.or(p.below);
                below.or(p.below);
                p.partials.stream().filter(partial -> label().endsWith(partial.label)).forEach(partial -> {
                    exact.set(partial.pattern);
                    below.set(partial.pattern);
                });
            });
        }
    }

    private NameTrie(List<FqdnPattern> patterns) {
        this.patterns = patterns;
        node("");
    }

    /// Parents come before their children in `nodes`, so that one pass hands everything down.
    static NameTrie of(Collection<FqdnPattern> all) {
        NameTrie trie = new NameTrie(all.stream().distinct().toList());
        for (int i = 0; i < trie.patterns.size(); i++) {
            trie.add(trie.patterns.get(i), i);
        }
        for (Node node : trie.nodes) {
            node.inherit();
            node.partials.sort(Comparator.comparingInt((Partial partial) -> -partial.label.length()));
            trie.classes.putIfAbsent(node.exact, trie.classes.size());
            trie.classes.putIfAbsent(node.below, trie.classes.size());
            node.partials.forEach(partial -> trie.classes.putIfAbsent(matching(node, partial), trie.classes.size()));
        }
        return trie;
    }

    private void add(FqdnPattern pattern, int index) {
        String literal = pattern.literal();
        if (!pattern.wildcard()) {
            node(literal).exact.set(index);
        } else if (literal.isEmpty() || literal.startsWith(".")) {
            node(literal.isEmpty() ? "" : literal.substring(1)).below.set(index);
        } else {
            Node own = node(literal);
            own.exact.set(index);
            own.below.set(index);
            own.parent.ifPresent(parent -> parent.partials.add(new Partial(own.label(), index)));
        }
    }

    private Node node(String name) {
        Node known = byName.get(name);
        if (known != null) {
            return known;
        }
        int dot = name.indexOf('.');
        Optional<Node> parent = name.isEmpty()
                ? Optional.empty()
                : Optional.of(node(dot < 0 ? "" : name.substring(dot + 1)));
        Node made = new Node(name, parent);
        byName.put(name, made);
        nodes.add(made);
        return made;
    }

    /// The patterns that match names below a node whose label there ends in `partial`, and in no longer one.
    private static BitSet matching(Node node, Partial partial) {
        BitSet matching = (BitSet) node.below.clone();
        node.partials.stream().filter(other -> partial.label.endsWith(other.label))
                .forEach(other -> matching.set(other.pattern));
        return matching;
    }

    /// Puts the nodes into a hash table; where two names have one hash, with other random numbers.
    NamePartition hashed() {
        int[] slots = new int[Math.max(4, 4 * Integer.highestOneBit(nodes.size()))];
        long[] hashes = new long[nodes.size()];
        for (long seed = 0; seed < ATTEMPTS; seed++) {
            long[] random = Suffixes.random(seed);
            for (int node = 0; node < hashes.length; node++) {
                hashes[node] = Suffixes.hash(bytes(nodes.get(node).name), random);
            }
            if (Arrays.stream(hashes).distinct().count() == hashes.length) {
                fill(slots, hashes);
                return new NamePartition(this, random, slots, hashes);
            }
        }
        throw new IllegalStateException("two of " + hashes.length + " names always have the same hash");
    }

    /// The root is not in the table: every name ends in its empty one.
    private static void fill(int[] slots, long[] hashes) {
        for (int node = 1; node < hashes.length; node++) {
            int slot = NamePartition.slot(hashes[node], slots.length - 1);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = node + 1;
        }
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] names() {
        StringBuilder all = new StringBuilder();
        nodes.forEach(node -> all.append(node.name));
        return bytes(all.toString());
    }

    int[] nameEnds() {
        int[] ends = new int[nodes.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += nodes.get(i).name.length();
            ends[i] = end;
        }
        return ends;
    }

    int[] exact() {
        return nodes.stream().mapToInt(node -> classOf(node.exact)).toArray();
    }

    int[] below() {
        return nodes.stream().mapToInt(node -> classOf(node.below)).toArray();
    }

    int[] partialEnds() {
        int[] ends = new int[nodes.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += nodes.get(i).partials.size();
            ends[i] = end;
        }
        return ends;
    }

    byte[][] partials() {
        return nodes.stream().flatMap(node -> node.partials.stream()).map(partial -> bytes(partial.label))
                .toArray(byte[][]::new);
    }

    int[] partialClasses() {
        return nodes.stream().flatMapToInt(
                node -> node.partials.stream().mapToInt(partial -> classOf(matching(node, partial)))).toArray();
    }

    private int classOf(BitSet matching) {
        return classes.getOrDefault(matching, 0);
    }

    int classCount() {
        return classes.size();
    }

    Map<FqdnPattern, ClassSet> members() {
        List<List<Integer>> members = new ArrayList<>();
        patterns.forEach(_ -> members.add(new ArrayList<>()));
        classes.forEach((matching, number) -> matching.stream().forEach(i -> members.get(i).add(number)));
        Map<FqdnPattern, ClassSet> sets = new HashMap<>();
        for (int i = 0; i < patterns.size(); i++) {
            sets.put(patterns.get(i), ClassSet.of(members.get(i).stream().mapToInt(Integer::intValue).toArray()));
        }
        return sets;
    }
}
