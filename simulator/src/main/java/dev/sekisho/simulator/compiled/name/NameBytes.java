package dev.sekisho.simulator.compiled.name;

/// What the bytes of a name are, for the eight of a word at once (Lamport, 1975). Each answer is the highest bit of a byte; the
/// other bits mean nothing.
final class NameBytes {
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long LOW = 0x7f * EACH;
    private static final long GATHER = 0x8040_2010_0804_0201L;
    private static final long GATHERED = 0xffL << Long.SIZE - Byte.SIZE;

    private NameBytes() {}

    /// The highest bits alone.
    static long flags(long answers) {
        return answers & ~LOW;
    }

    /// The highest bits of all bytes in the highest byte, that of the last byte first.
    static long gather(long answers) {
        return (answers >>> 7 & EACH) * GATHER & GATHERED;
    }

    /// Which bytes are dots, where none is beyond ASCII.
    static long dots(long word) {
        return ~others(word, '.');
    }

    /// Which bytes are one of `a` to `z` or `-` to `9`, where none is beyond ASCII.
    static long lettersAndDigits(long word) {
        long low = word & LOW;
        long letters = low + (0x80 - 'a') * EACH ^ low + (0x7f - 'z') * EACH;
        long digits = low + (0x80 - '-') * EACH ^ low + (0x7f - '9') * EACH;
        return letters | digits;
    }

    /// Which bytes are none of a canonical name without underscores (`FW-36`).
    ///
    /// @param lettersAndDigits what [#lettersAndDigits] says
    static long odd(long word, long lettersAndDigits) {
        return ~(lettersAndDigits & others(word, '/') & ~word);
    }

    /// Which bytes are none of a canonical name.
    static long strange(long word) {
        return odd(word, lettersAndDigits(word)) & (others(word, '_') | word);
    }

    /// Which bytes are another one, but for the highest bit.
    private static long others(long word, char one) {
        return (word & LOW ^ one * EACH) + LOW;
    }
}
