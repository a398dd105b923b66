package dev.sekisho.simulator.compiled.route;

/// A [MultibitTrie] over IPv4 addresses, each in the first 32 bits of a key: for large tables of more routes than
/// [RunTrie] has leaves for.
final class WideTrie implements Ipv4Lookup {
    private static final int BLOCK = 128;

    private final MultibitTrie trie;

    private WideTrie(MultibitTrie trie) {
        this.trie = trie;
    }

    static WideTrie build(Ipv4Ranges ranges) {
        return new WideTrie(MultibitTrieBuilder.build(KeyRanges.of(ranges)));
    }

    @Override
    public int lookup(int address) {
        return trie.lookup((long) address << Integer.SIZE, 0);
    }

    @Override
    public void lookup(int[] addresses, int from, int to, int[] routes) {
        long[] keys = new long[BLOCK];
        int[] answers = new int[BLOCK];
        for (int start = from; start < to; start += BLOCK) {
            int count = Math.min(BLOCK, to - start);
            for (int i = 0; i < count; i++) {
                keys[i] = (long) addresses[start + i] << Integer.SIZE;
            }
            trie.lookup(keys, keys, 0, count, answers);
            System.arraycopy(answers, 0, routes, start, count);
        }
    }

    @Override
    public long bytes() {
        return trie.bytes();
    }

    @Override
    public String toString() {
        return trie.toString();
    }
}
