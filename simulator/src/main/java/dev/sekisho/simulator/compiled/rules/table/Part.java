package dev.sekisho.simulator.compiled.rules.table;

/// The first match of some rules of a list, for the classes of three fields. The answer for the list is the earliest of its
/// parts'.
public sealed interface Part permits CrossProduct, PairTable {
    /// The index of the first of its rules: the parts that may answer early come first.
    int earliest();

    /// The index of the first rule, or [Winners#NONE].
    int first(int source, int destination, int service);

    /// Lowers `rules[from + i]` to the index of the first rule that matches the `i`th classes for every `i` below `count`.
    void lower(int[] sources, int[] destinations, int[] services, int count, Room room, int[] rules, int from);

    /// What the tables take in memory, in bytes.
    long bytes();

    /// What stands between two tables while a block of packets goes through them.
    final class Room {
        final int[] places;
        final int[] rows;

        public Room(int packets) {
            places = new int[packets];
            rows = new int[packets];
        }
    }
}
