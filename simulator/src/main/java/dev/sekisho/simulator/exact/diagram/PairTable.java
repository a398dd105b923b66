package dev.sekisho.simulator.exact.diagram;

import java.util.Arrays;

/// Numbers by pairs of numbers: an open-addressed table that grows. A value of [#ABSENT] cannot be kept.
final class PairTable {
    static final int ABSENT = Integer.MIN_VALUE;

    private long[] keys = new long[1 << 5];
    private int[] values = filled(1 << 5);
    private int size;

    private static int[] filled(int length) {
        int[] values = new int[length];
        Arrays.fill(values, ABSENT);
        return values;
    }

    int get(int one, int other) {
        return values[slot(keys, values, key(one, other))];
    }

    void put(int one, int other, int value) {
        long key = key(one, other);
        int slot = slot(keys, values, key);
        if (values[slot] == ABSENT) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private void grow() {
        long[] newKeys = new long[keys.length * 2];
        int[] newValues = filled(values.length * 2);
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != ABSENT) {
                int slot = slot(newKeys, newValues, keys[i]);
                newKeys[slot] = keys[i];
                newValues[slot] = values[i];
            }
        }
        keys = newKeys;
        values = newValues;
    }

    private static int slot(long[] keys, int[] values, long key) {
        long hash = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 32) & keys.length - 1;
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private static long key(int one, int other) {
        return (long) one << 32 | other & 0xFFFFFFFFL;
    }
}
