package dev.sekisho.simulator.compiled.rules.field;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Numbers sets in the order in which they are first seen. A set is told by its signature, the exclusive or of a random
/// number of 128 bits for each member (Zobrist, 1970), so that adding or removing a member costs one operation. That two
/// different sets share a signature is as likely as two files with one cryptographic hash of that length.
///
/// An open-addressed table: `slots[i]` is a number plus one, 0 meaning free; the signature of number `n` is
/// `lows[n]`, `highs[n]`.
public final class Signatures {
    private static final long SEED = 0x5e_4151_0L;

    private int[] slots = new int[1 << 10];
    private long[] lows = new long[1 << 9];
    private long[] highs = new long[1 << 9];
    private int size;

    /// Random numbers for members, the same on every run.
    ///
    /// @param high whether for the high words of signatures or for the low ones
    public static long[] members(int count, boolean high) {
        return new SplittableRandom(high ? ~SEED : SEED).longs(count).toArray();
    }

    /// A random number for one more member, the same on every run.
    public static long member(int member, boolean high) {
        return new SplittableRandom((high ? ~SEED : SEED) * member).nextLong();
    }

    /// The number of a signature; one that was not seen before gets the next number, [#size()].
    public int numberOf(long low, long high) {
        if (size == lows.length) {
            grow();
        }
        int slot = slotOf(low, high);
        if (slots[slot] == 0) {
            lows[size] = low;
            highs[size] = high;
            slots[slot] = ++size;
        }
        return slots[slot] - 1;
    }

    /// How many different signatures were seen.
    public int size() {
        return size;
    }

    /// The slot of a signature, or the free one where it belongs.
    private int slotOf(long low, long high) {
        int mask = slots.length - 1;
        int slot = (int) (low >>> Integer.SIZE) & mask;
        while (slots[slot] != 0 && (lows[slots[slot] - 1] != low || highs[slots[slot] - 1] != high)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        lows = Arrays.copyOf(lows, 2 * size);
        highs = Arrays.copyOf(highs, 2 * size);
        slots = new int[4 * size];
        for (int number = 0; number < size; number++) {
            slots[slotOf(lows[number], highs[number])] = number + 1;
        }
    }
}
