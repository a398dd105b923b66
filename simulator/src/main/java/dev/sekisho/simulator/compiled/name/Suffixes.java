package dev.sekisho.simulator.compiled.name;

import java.util.SplittableRandom;

/// The ends of one name at its label borders, with their hashes: suffix `s` begins at `starts[s]` and has the hash
/// `hashes[s]`; the shortest comes first. Room for one name at a time, so that reading a name allocates nothing.
///
/// The hash is a polynomial with a random number for each byte (Karp and Rabin, 1987), which grows by one byte on the left
/// in two operations. Reading takes every byte once, from the right, without a branch that depends on it.
final class Suffixes {
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final long MULTIPLIER = 0xd134_2543_de82_ef95L;
    /// For each byte 0 where it may be part of a name, else 1.
    private static final byte[] UNWANTED = new byte[256];

    static {
        for (int i = 0; i < UNWANTED.length; i++) {
            boolean wanted = i >= 'a' && i <= 'z' || i >= '0' && i <= '9' || i == '-' || i == '_' || i == '.';
            UNWANTED[i] = (byte) (wanted ? 0 : 1);
        }
    }

    final long[] hashes = new long[LONGEST_NAME + 1];
    final int[] starts = new int[LONGEST_NAME + 1];
    private int count;
    private final long[] random;

    /// @param random a number for each byte, see [#random(long)]
    Suffixes(long[] random) {
        this.random = random;
    }

    static long[] random(long seed) {
        return new SplittableRandom(seed).longs(256).toArray();
    }

    /// Reads a name; false where it is not in canonical form (`FW-36`) or may be an address (`FW-37`), so that it takes
    /// more than comparing bytes.
    ///
    /// @param from where the name begins in `text`
    /// @param to where it ends, exclusive
    boolean read(byte[] text, int from, int to) {
        if (from >= to || to - from > LONGEST_NAME) {
            return false;
        }
        long hash = 0;
        int unwanted = 0;
        int label = 0;
        int longest = 0;
        count = 0;
        for (int i = to - 1; i >= from; i--) {
            int c = text[i] & 0xff;
            int dot = (c ^ '.') - 1 >> 31;
            hashes[count] = hash;
            starts[count] = i + 1;
            count -= dot;
            unwanted |= UNWANTED[c] | dot & label - 1 >>> 31;
            label = label + 1 & ~dot;
            longest = Math.max(longest, label);
            hash = hash * MULTIPLIER + random[c];
        }
        hashes[count] = hash;
        starts[count++] = from;
        return unwanted == 0 && label > 0 && longest <= LONGEST_LABEL && !endsInNumber(text, starts[0], to);
    }

    /// How many suffixes there are, one for each label.
    int count() {
        return count;
    }

    /// The hash of the whole text, whatever it is.
    static long hash(byte[] text, long[] random) {
        long hash = 0;
        for (int i = text.length - 1; i >= 0; i--) {
            hash = hash * MULTIPLIER + random[text[i] & 0xff];
        }
        return hash;
    }

    private static boolean endsInNumber(byte[] text, int from, int to) {
        int i = to - 1;
        while (i >= from && text[i] >= '0' && text[i] <= '9') {
            i--;
        }
        return i < from;
    }
}
