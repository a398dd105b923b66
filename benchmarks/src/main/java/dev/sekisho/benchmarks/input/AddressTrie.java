package dev.sekisho.benchmarks.input;

import dev.sekisho.model.address.Ipv4Prefix;
import java.util.Arrays;
import java.util.SplittableRandom;

/// A binary trie of addresses that is there only in the mind: whether a node has one child or two, and which one, follows from
/// a hash of its prefix. Prefixes that are drawn from it nest and neighbour each other like those of the organisations whose
/// tries branch as often.
///
/// @param branches for each depth, of a hundred nodes how many have two children
/// @param seed another one makes another trie
record AddressTrie(int[] branches, long seed) {
    private static final int PERCENT = 100;

    /// Reads the percentages of 32 depths.
    static AddressTrie parse(String branches, long seed) {
        int[] percentages = Arrays.stream(branches.split(" ")).mapToInt(Integer::parseInt).toArray();
        if (percentages.length != Integer.SIZE) {
            throw new IllegalArgumentException(percentages.length + " depths, not 32");
        }
        return new AddressTrie(percentages, seed);
    }

    /// The trie of which only so many nodes of the upper levels have two children: that of a smaller organisation.
    AddressTrie narrowed(int most) {
        int[] narrow = branches.clone();
        for (int depth = 0; depth < Byte.SIZE; depth++) {
            narrow[depth] = 1 << depth < most ? branches[depth] : 0;
        }
        return new AddressTrie(narrow, seed);
    }

    /// Draws a prefix of this length.
    Ipv4Prefix next(int length, SplittableRandom random) {
        int address = 0;
        for (int depth = 0; depth < length; depth++) {
            long hash = mix(seed + ((long) address << Byte.SIZE | depth));
            boolean both = Long.remainderUnsigned(hash >>> 1, PERCENT) < branches[depth];
            if (both ? random.nextBoolean() : (hash & 1) == 1) {
                address |= 1 << Integer.SIZE - 1 - depth;
            }
        }
        return new Ipv4Prefix(address, length);
    }

    /// Steele, Lea and Flood's mix of 64 bits.
    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
