package dev.sekisho.simulator.compiled.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static dev.sekisho.simulator.compiled.name.NameTable.CLASSES;
import static dev.sekisho.simulator.compiled.name.NameTable.ROOT;
import static dev.sekisho.simulator.compiled.name.NameTable.USUAL_WORDS;
import static dev.sekisho.simulator.compiled.name.NameTable.WORDS;

/// Writes the nodes of a [NameTrie] into a [NameTable].
final class NameTableBuilder {
    private static final int FILTER_BITS_PER_NAME = 16;
    private static final int SLOTS_PER_NAME = 2;
    private static final int FEWEST_NAMES = 64;
    /// With other random numbers a search is shorter, whatever the names are.
    private static final int LONGEST_SEARCH = 64;
    private static final int ATTEMPTS = 100;

    private final SuffixHash hash;
    private final long[] filter;
    private final int[] slots;
    private final long[] names;
    private final List<PartialLabels> partials = new ArrayList<>();
    private int size;
    private long depths;
    private long lengths;
    private int longest;
    private int longestSearch;

    private NameTableBuilder(List<NameTrie.Node> nodes, SuffixHash hash) {
        this.hash = hash;
        int room = Math.max(FEWEST_NAMES, Integer.highestOneBit(nodes.size()) << 1);
        filter = new long[room / Long.SIZE * FILTER_BITS_PER_NAME];
        slots = new int[room * SLOTS_PER_NAME];
        names = new long[nodes.stream().mapToInt(node -> WORDS + wordCount(node.name())).sum() + USUAL_WORDS];
        for (NameTrie.Node node : nodes) {
            if (size != ROOT) {
                find(hash.of(SuffixHash.words(node.name()), node.name().length));
                depths |= node.labels() <= Long.SIZE ? 1L << node.labels() - 1 : 0;
                longest = Math.max(longest, node.name().length);
                lengths |= node.name().length < Long.SIZE ? 1L << node.name().length : 0;
            }
            write(node);
        }
    }

    static NameTable build(NameTrie trie) {
        for (int seed = 0; seed < ATTEMPTS; seed++) {
            NameTableBuilder builder = new NameTableBuilder(trie.nodes(), new SuffixHash(seed));
            if (builder.longestSearch <= LONGEST_SEARCH) {
                return builder.table();
            }
        }
        throw new IllegalStateException("many of " + trie.nodes().size() + " names always have the same hash");
    }

    private static int wordCount(byte[] name) {
        return name.length / Long.BYTES + 1;
    }

    /// Makes the name that will be written next one that is found.
    private void find(long hashed) {
        int bit = (int) (hashed >>> NameTable.shift(filter.length * Long.SIZE));
        filter[bit >>> NameTable.WORD_SHIFT] |= 1L << bit;
        int slot = (int) (hashed >>> NameTable.shift(slots.length));
        int search = 1;
        while (slots[slot] != ROOT) {
            slot = slot + 1 & slots.length - 1;
            search++;
        }
        slots[slot] = size;
        longestSearch = Math.max(longestSearch, search);
    }

    private void write(NameTrie.Node node) {
        Optional<PartialLabels> labels = node.partials();
        int below = labels.isPresent() ? ~partials.size() : node.below();
        labels.ifPresent(partials::add);
        long[] words = SuffixHash.words(node.name());
        names[size] = hash.of(words, node.name().length);
        names[size + CLASSES] = (long) node.exact() << Integer.SIZE | Integer.toUnsignedLong(below);
        System.arraycopy(words, 0, names, size + WORDS, words.length);
        size += WORDS + words.length;
    }

    private NameTable table() {
        return new NameTable(hash, depths, lengths, longest, filter, slots, names,
                partials.toArray(PartialLabels[]::new));
    }
}
