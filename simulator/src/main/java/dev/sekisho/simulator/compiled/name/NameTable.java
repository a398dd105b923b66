package dev.sekisho.simulator.compiled.name;

/// The names of a [NameTrie] in a hash table, which finds the longest one that a host name is or ends in.
///
/// ```text
/// depths    bit d is set where some name has d + 1 labels
/// lengths   bit n is set where some name has n bytes
/// longest   the bytes of the longest name
/// filter    one bit for each value of the first bits of a hash, set where some name may have it (Bloom, 1970)
/// slots     [first bits of a hash] = place of a name in `names`, 0 meaning free; the next slot is tried where another
///           name has it
/// names     for each name its hash; the class of the name itself, in the high half, and of the names below it, which is
///           ~p where partials[p] tells them apart; its words, as SuffixHash has them
/// ```
///
/// The first four tell of nearly every end of a host name that it is not here, for one load. `names` begins with the root,
/// whose name is empty and in no slot: what a host name ends in that ends in no other.
final class NameTable {
    /// The place of the root.
    static final int ROOT = 0;
    /// Where classes and words stand in a name.
    static final int CLASSES = 1;
    static final int WORDS = 2;
    /// Words that are always compared, as most names have no more; `names` has as many unused ones at its end.
    static final int USUAL_WORDS = 4;
    /// What takes the number of a bit of the filter to its word.
    static final int WORD_SHIFT = 6;

    private final SuffixHash hash;
    private final long depths;
    private final long lengths;
    private final int longest;
    private final long[] filter;
    private final int filterShift;
    private final int[] slots;
    private final int slotShift;
    private final long[] names;
    private final PartialLabels[] partials;

    NameTable(SuffixHash hash, long depths, long lengths, int longest, long[] filter, int[] slots,
            long[] names, PartialLabels[] partials) {
        this.hash = hash;
        this.depths = depths;
        this.lengths = lengths;
        this.longest = longest;
        this.filter = filter;
        this.filterShift = shift(filter.length * Long.SIZE);
        this.slots = slots;
        this.slotShift = shift(slots.length);
        this.names = names;
        this.partials = partials;
    }

    /// What takes a hash to its first bits, which tell `size` values apart, a power of two.
    static int shift(int size) {
        return Long.numberOfLeadingZeros(size) + 1;
    }

    SuffixHash hash() {
        return hash;
    }

    /// Those ends of a host name that have the depth and the length of names here.
    ///
    /// @param ends bit `n` is set where the last `n` bytes are whole labels
    long candidates(long ends) {
        return Long.expand(depths, ends) & lengths;
    }

    /// Whether names here may have so many labels and bytes.
    boolean mayHold(int labels, int length) {
        return length <= longest && (labels > Long.SIZE || (depths >>> labels - 1 & 1) == 1)
                && (length >= Long.SIZE || (lengths >>> length & 1) == 1);
    }

    /// 1 where a name may have the hash, else 0.
    int mayHold(long hash) {
        int bit = (int) (hash >>> filterShift);
        return (int) (filter[bit >>> WORD_SHIFT] >>> bit) & 1;
    }

    /// The place of a name, or [#ROOT] where it is not here.
    ///
    /// @param hash its hash
    /// @param words its words, with others before its first byte
    /// @param at where word 0 is; the others follow at the distance of `stride`
    /// @param length its bytes
    int find(long hash, long[] words, int at, int stride, int length) {
        int slot = (int) (hash >>> slotShift);
        int place = slots[slot];
        while (place != ROOT && !isAt(place, hash, words, at, stride, length)) {
            slot = slot + 1 & slots.length - 1;
            place = slots[slot];
        }
        return place;
    }

    /// Whether the name at a place is the given one; equal hashes have equal lengths.
    private boolean isAt(int place, long hash, long[] words, int at, int stride, int length) {
        if (names[place] != hash) {
            return false;
        }
        long difference = 0;
        for (int word = 0; word < USUAL_WORDS; word++) {
            difference |= (names[place + WORDS + word] ^ words[at + word * stride]) & SuffixHash.kept(word, length);
        }
        for (int word = USUAL_WORDS; word * Long.BYTES < length; word++) {
            difference |= (names[place + WORDS + word] ^ words[at + word * stride]) & SuffixHash.kept(word, length);
        }
        return difference == 0;
    }

    /// The class of a host name.
    ///
    /// @param place the longest name here that it is or ends in
    /// @param length the bytes of that name
    /// @param from where the host name begins in `text`
    /// @param to where it ends, exclusive
    int classOf(int place, int length, byte[] text, int from, int to) {
        long classes = names[place + CLASSES];
        int found = (int) (length == to - from ? classes >>> Integer.SIZE : classes);
        return found >= 0 ? found : partials[~found].classOf(text, from, place == ROOT ? to : to - length - 1);
    }

    /// What the structure takes in memory, in bytes.
    long bytes() {
        long bytes = (long) (filter.length + names.length) * Long.BYTES + (long) slots.length * Integer.BYTES;
        for (PartialLabels labels : partials) {
            bytes += labels.bytes();
        }
        return bytes;
    }
}
