package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.traffic.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The different outcomes of an evaluation, numbered in the order in which they were first met. Flows number in millions,
/// outcomes in hundreds, so a flow has a number only.
///
/// The partial answers of a flow are a key of [#WORDS] numbers; `slots` is an open-addressed table from keys to places in
/// `keys`, and `numbers` has the outcome of each key.
///
/// Belongs to one thread at a time.
public final class Outcomes {
    private static final int WORDS = 4;
    private static final int REMEMBERED = 1 << 14;

    private final List<Outcome> all = new ArrayList<>();
    private final Map<Outcome, Integer> numberOf = new HashMap<>();
    private int[] slots = new int[1 << 10];
    private long[] keys = new long[WORDS << 9];
    private int[] numbers = new int[1 << 9];
    private int keyCount;
    private final Map<Flow, Integer> interpreted = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Flow, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long interpretedFlows;

    /// Returns an outcome by its number.
    public Outcome get(int number) {
        return all.get(number);
    }

    /// How many different outcomes there are.
    public int size() {
        return all.size();
    }

    /// How many flows the engine left to the interpreter.
    public long interpretedFlows() {
        return interpretedFlows;
    }

    int numberOf(Outcome outcome) {
        return numberOf.computeIfAbsent(outcome, added -> {
            all.add(added);
            return all.size() - 1;
        });
    }

    /// The outcome of a flow that is interpreted; the last few thousand are remembered.
    int interpreted(Flow flow, Function<Flow, Outcome> interpreter) {
        interpretedFlows++;
        Integer known = interpreted.get(flow);
        int number = known == null ? numberOf(interpreter.apply(flow)) : known;
        interpreted.put(flow, number);
        return number;
    }

    /// The number for a key, or -1.
    int find(long first, long second, long third, long fourth) {
        int slot = slotOf(first, second, third, fourth);
        return slots[slot] == 0 ? -1 : numbers[slots[slot] - 1];
    }

    /// Remembers the number of a key that was not found.
    void remember(long first, long second, long third, long fourth, int number) {
        if (keyCount == numbers.length) {
            grow();
        }
        int at = keyCount * WORDS;
        keys[at] = first;
        keys[at + 1] = second;
        keys[at + 2] = third;
        keys[at + 3] = fourth;
        numbers[keyCount] = number;
        slots[slotOf(first, second, third, fourth)] = ++keyCount;
    }

    private int slotOf(long first, long second, long third, long fourth) {
        long mixed = ((first * 31 + second) * 31 + third) * 31 + fourth;
        int mask = slots.length - 1;
        int slot = (int) (mixed * 0x9e37_79b9_7f4a_7c15L >>> Integer.SIZE) & mask;
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
        for (int key = 0; key < keyCount; key++) {
            int at = key * WORDS;
            slots[slotOf(keys[at], keys[at + 1], keys[at + 2], keys[at + 3])] = key + 1;
        }
    }
}
