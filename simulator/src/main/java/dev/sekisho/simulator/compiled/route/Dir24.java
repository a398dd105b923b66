package dev.sekisho.simulator.compiled.route;

import java.util.Arrays;

/// DIR-24-8 (Gupta, Lin and McKeown, 1998) with one byte an entry: `table` holds for every /24 its route plus one, 0
/// meaning none, or [RunTrie#BELOW] where it is divided; those few addresses are looked up in `divided`.
///
/// One load for nearly every address. The table takes 16 MiB, so it wins over [RunTrie] where the traffic is skewed
/// enough that the lines in use stay in the caches, and loses where it is spread.
final class Dir24 implements Ipv4Lookup {
    private static final int TABLE_SHIFT = 8;
    /// The answer that stands for [RunTrie#BELOW] until it is replaced.
    private static final int UNFINISHED = RunTrie.BELOW - 1;
    private static final int BLOCK = 128;

    private final byte[] table;
    private final RunTrie divided;

    private Dir24(byte[] table, RunTrie divided) {
        this.table = table;
        this.divided = divided;
    }

    static Dir24 build(Ipv4Ranges ranges, RunTrie divided) {
        byte[] table = new byte[1 << Integer.SIZE - TABLE_SHIFT];
        for (int range = 0; range < ranges.size(); range++) {
            int first = (int) (ranges.start(range) >>> TABLE_SHIFT);
            int end = (int) (ranges.end(range) >>> TABLE_SHIFT);
            int wholeFrom = ranges.start(range) % (1 << TABLE_SHIFT) == 0 ? first : first + 1;
            if (wholeFrom < end) {
                Arrays.fill(table, wholeFrom, end, (byte) (ranges.route(range) + 1));
            }
            if (wholeFrom > first) {
                table[first] = (byte) RunTrie.BELOW;
            }
        }
        return new Dir24(table, divided);
    }

    @Override
    public int lookup(int address) {
        int leaf = table[address >>> TABLE_SHIFT] & 0xff;
        return leaf == RunTrie.BELOW ? divided.lookup(address) : leaf - 1;
    }

    @Override
    public void lookup(int[] addresses, int from, int to, int[] routes) {
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(to, start + BLOCK);
            if (lookupShort(addresses, start, end, routes) > RunTrie.BELOW) {
                finish(addresses, start, end, routes);
            }
        }
    }

    /// Answers whole blocks of 256; gives a number above [RunTrie#BELOW] where something was left unfinished.
    private int lookupShort(int[] addresses, int from, int to, int[] routes) {
        byte[] table = this.table;
        int leaves = 0;
        for (int i = from; i < to; i++) {
            int leaf = table[addresses[i] >>> TABLE_SHIFT] & 0xff;
            leaves |= leaf + 1;
            routes[i] = leaf - 1;
        }
        return leaves;
    }

    private void finish(int[] addresses, int from, int to, int[] routes) {
        for (int i = from; i < to; i++) {
            if (routes[i] == UNFINISHED) {
                routes[i] = divided.lookup(addresses[i]);
            }
        }
    }

    @Override
    public long bytes() {
        return table.length + divided.bytes();
    }

    @Override
    public String toString() {
        return "DIR-24-8 with entries of one byte";
    }
}
