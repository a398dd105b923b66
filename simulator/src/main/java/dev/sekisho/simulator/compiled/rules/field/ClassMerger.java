package dev.sekisho.simulator.compiled.rules.field;

/// Finds the classes of a field that some sets do not tell apart. The sets may come one after the other.
public final class ClassMerger {
    private final long[] low;
    private final long[] high;
    private final long[] lowMembers;
    private final long[] highMembers;

    /// @param setCount sets are 0 to `setCount - 1`
    public ClassMerger(int classCount, int setCount) {
        low = new long[classCount];
        high = new long[classCount];
        lowMembers = Signatures.members(setCount, false);
        highMembers = Signatures.members(setCount, true);
    }

    /// Tells the classes of a set from all others; each set may come once.
    public void tellApart(int set, ClassSet classes) {
        for (int i = 0; i < classes.size(); i++) {
            low[classes.at(i)] ^= lowMembers[set];
            high[classes.at(i)] ^= highMembers[set];
        }
    }

    /// Sets `numbers[c]` to the number of what class `c` is merged to, in order of the classes, and returns how many there
    /// are.
    public int number(int[] numbers) {
        Signatures signatures = new Signatures();
        for (int i = 0; i < low.length; i++) {
            numbers[i] = signatures.numberOf(low[i], high[i]);
        }
        return signatures.size();
    }
}
