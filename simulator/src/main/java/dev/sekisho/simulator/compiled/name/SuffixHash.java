package dev.sekisho.simulator.compiled.name;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/// A hash of text that is read from its end in words of 8 bytes, the multilinear one of Carter and Wegman (1979): the sum of
/// all words, each times a random number for its place. So one pass over a name gives the hashes of all its ends.
///
/// Word 0 holds the last 8 bytes of the text, the very last one in its highest byte. Text of `n` bytes has `n / 8 + 1`
/// words; the last one is filled up with zeros. The lowest byte of the hash is the length of the text, so that equal hashes
/// have equal lengths.
final class SuffixHash {
    /// Words of the longest name.
    static final int MOST_WORDS = 32;

    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long MIXER = 0x9e37_79b9_7f4a_7c15L;
    private static final long LENGTH = 0xff;
    private static final int MOST_BYTES = MOST_WORDS * Long.BYTES;
    /// `KEPT[MOST_BYTES + n]` keeps the last `n` bytes of a word: none for `n` below 1, all from 8 on.
    private static final long[] KEPT = new long[2 * MOST_BYTES];

    static {
        for (int n = 1; n < MOST_BYTES; n++) {
            KEPT[MOST_BYTES + n] = n < Long.BYTES ? -1L << Long.SIZE - n * Byte.SIZE : -1L;
        }
    }

    private final long[] multipliers;

    SuffixHash(long seed) {
        multipliers = new SplittableRandom(seed).longs(MOST_WORDS).map(random -> random | 1).toArray();
    }

    /// The bits of word number `word` that belong to text of `length` bytes.
    static long kept(int word, int length) {
        return KEPT[MOST_BYTES + length - word * Long.BYTES];
    }

    /// Reads the words of text.
    ///
    /// @param from where it begins
    /// @param to where it ends, exclusive
    static void words(byte[] text, int from, int to, long[] words) {
        int whole = (to - from) / Long.BYTES;
        for (int word = 0; word < whole; word++) {
            words[word] = (long) LONG.get(text, to - (word + 1) * Long.BYTES);
        }
        words[whole] = 0;
        for (int i = to - whole * Long.BYTES - 1, shift = Long.SIZE; i >= from; i--) {
            shift -= Byte.SIZE;
            words[whole] |= (text[i] & 0xffL) << shift;
        }
    }

    /// The words of text.
    static long[] words(byte[] text) {
        long[] words = new long[text.length / Long.BYTES + 1];
        words(text, 0, text.length, words);
        return words;
    }

    /// What a word adds to the sum.
    long product(long bytes, int word) {
        return bytes * multipliers[word];
    }

    /// The hash of text; its high bits are the most random ones.
    ///
    /// @param sum the products of the words before the last
    /// @param last the last word, whatever is in it before the text
    /// @param length the bytes of the text
    long of(long sum, long last, int length) {
        int word = length / Long.BYTES;
        long all = sum + product(last & kept(word, length), word);
        return (all ^ all >>> Integer.SIZE) * MIXER & ~LENGTH | length;
    }

    /// The hash of text of these words.
    long of(long[] words, int length) {
        long sum = 0;
        for (int word = 0; word < length / Long.BYTES; word++) {
            sum += product(words[word], word);
        }
        return of(sum, words[length / Long.BYTES], length);
    }
}
