package dev.sekisho.simulator.compiled.rules.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A slot of its own for each of some keys, found by one load: the keys fall into buckets of a few, and each bucket has a
/// multiplier that takes its keys to slots that are free (hash and displace, Pagh, 1999; after Fredman, Komlós and Szemerédi,
/// 1984). A key that is not among them gets some slot too, so what lies there must be compared.
///
/// ```text
/// multipliers [bucket of key]
/// slot of key = key * multiplier, scaled to the number of slots
/// ```
public final class PerfectHash {
    private static final int KEYS_OF_BUCKET = 3;
    /// Slots for every 16 keys, and how many more where they do not suffice.
    private static final int SLOTS = 19;
    private static final int MORE_SLOTS = 4;
    /// A bucket for which so many multipliers fail has too many keys for the slots.
    private static final int MOST_TRIES = 1 << 16;
    private static final long SEED = 0x5e_4151_0L;
    private static final long LOW = 0xffff_ffffL;

    private final int factor;
    private final int[] multipliers;
    private final int slotCount;

    private PerfectHash(int factor, int buckets, int slotCount) {
        this.factor = factor;
        this.multipliers = new int[buckets];
        this.slotCount = slotCount;
    }

    /// Finds multipliers.
    ///
    /// @param keys all different
    static PerfectHash of(int[] keys) {
        SplittableRandom random = new SplittableRandom(SEED);
        int buckets = Integer.highestOneBit(1 + keys.length / KEYS_OF_BUCKET) * 2;
        for (long slots = SLOTS;; slots += MORE_SLOTS) {
            PerfectHash hash = new PerfectHash(random.nextInt() | 1, buckets,
                    1 + (int) (keys.length * slots / Character.SIZE));
            if (hash.place(keys, random)) {
                return hash;
            }
        }
    }

    /// Finds the multipliers, if there are any; the buckets with most keys come first, as long as many slots are free.
    private boolean place(int[] keys, SplittableRandom random) {
        int[] ends = new int[multipliers.length + 1];
        for (int key : keys) {
            ends[bucket(key) + 1]++;
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        int[] starts = ends.clone();
        int[] inOrder = new int[keys.length];
        for (int key : keys) {
            inOrder[starts[bucket(key)]++] = key;
        }
        int[] buckets = IntStream.range(0, multipliers.length).boxed()
                .sorted(Comparator.comparingInt(bucket -> ends[bucket] - ends[bucket + 1]))
                .mapToInt(Integer::intValue).toArray();
        boolean[] taken = new boolean[slotCount];
        for (int bucket : buckets) {
            int tries = 0;
            do {
                if (tries++ == MOST_TRIES) {
                    return false;
                }
                multipliers[bucket] = random.nextInt() | 1;
            } while (!take(inOrder, ends[bucket], ends[bucket + 1], taken));
        }
        return true;
    }

    /// Takes the slots of the keys of a bucket, if all of them are free.
    private boolean take(int[] keys, int from, int to, boolean[] taken) {
        for (int i = from; i < to; i++) {
            int slot = slot(keys[i]);
            if (taken[slot]) {
                for (int j = from; j < i; j++) {
                    taken[slot(keys[j])] = false;
                }
                return false;
            }
            taken[slot] = true;
        }
        return true;
    }

    /// Slots are 0 to `slotCount() - 1`.
    int slotCount() {
        return slotCount;
    }

    int slot(int key) {
        return (int) ((key * multipliers[bucket(key)] & LOW) * slotCount >>> Integer.SIZE);
    }

    private int bucket(int key) {
        int mixed = key * factor;
        return (mixed ^ mixed >>> Integer.SIZE / 2) * factor >>> 1 & multipliers.length - 1;
    }

    long bytes() {
        return (long) multipliers.length * Integer.BYTES;
    }
}
