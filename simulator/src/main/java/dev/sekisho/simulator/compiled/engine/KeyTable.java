package dev.sekisho.simulator.compiled.engine;

import java.util.Arrays;

/// A map from keys of four numbers to one that is not negative. `slots` is an open-addressed table from keys to places, where
/// place `p` has its key in `keys[4 p]` and what follows, and its number in `numbers[p]`; 0 means that a slot is free, so
/// places are kept plus one.
///
/// It holds at most [#MOST] keys: one more, and it forgets all others first, so that memory has an end whatever comes.
final class KeyTable {
    static final int NONE = -1;
    /// How many keys there may be: some 22 MB.
    static final int MOST = 1 << 19;

    private static final int WORDS = 4;
    private static final int FEWEST_SLOTS = 1 << 10;
    private static final long MULTIPLIER = 0x9e37_79b9_7f4a_7c15L;

    private int[] slots = new int[FEWEST_SLOTS];
    private long[] keys = new long[WORDS * FEWEST_SLOTS / 2];
    private int[] numbers = new int[FEWEST_SLOTS / 2];
    private int count;

    /// The number for a key, or [#NONE].
    int find(long first, long second, long third, long fourth) {
        int slot = slotOf(first, second, third, fourth);
        return slots[slot] == 0 ? NONE : numbers[slots[slot] - 1];
    }

    /// Remembers the number of a key that was not found.
    void put(long first, long second, long third, long fourth, int number) {
        if (count == MOST) {
            Arrays.fill(slots, 0);
            count = 0;
        } else if (count == numbers.length) {
            grow();
        }
        int at = count * WORDS;
        keys[at] = first;
        keys[at + 1] = second;
        keys[at + 2] = third;
        keys[at + 3] = fourth;
        numbers[count] = number;
        slots[slotOf(first, second, third, fourth)] = ++count;
    }

    private int slotOf(long first, long second, long third, long fourth) {
        long mixed = (first * MULTIPLIER ^ second) * MULTIPLIER;
        mixed = ((mixed ^ mixed >>> Integer.SIZE ^ third) * MULTIPLIER ^ fourth) * MULTIPLIER;
        int mask = slots.length - 1;
        int slot = (int) (mixed >>> Integer.SIZE) & mask;
        while (slots[slot] != 0 && !isAt((slots[slot] - 1) * WORDS, first, second, third, fourth)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean isAt(int at, long first, long second, long third, long fourth) {
        return keys[at] == first && keys[at + 1] == second && keys[at + 2] == third && keys[at + 3] == fourth;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * keys.length);
        numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        slots = new int[2 * slots.length];
        for (int place = 0; place < count; place++) {
            int at = place * WORDS;
            slots[slotOf(keys[at], keys[at + 1], keys[at + 2], keys[at + 3])] = place + 1;
        }
    }
}
