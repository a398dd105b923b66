package dev.sekisho.simulator.compiled.rules;

import dev.sekisho.simulator.compiled.rules.table.Part;

/// Packets to classify, as a structure of arrays: packet `i` is what stands at place `i` of every array. The arrays are
/// there to be filled and read; beside them lie columns that only a lookup uses, so that it allocates
/// nothing.
///
/// Belongs to one thread at a time.
public final class PacketBatch {
    /// Packets that go from table to table together: what is known of them in between stays in the core's first cache.
    static final int BLOCK = 512;

    private final int[] sources;
    private final int[] destinations;
    private final byte[] protocols;
    private final int[] ports;
    private final int[] rules;
    final int[] sourceClasses = new int[BLOCK];
    final int[] destinationClasses = new int[BLOCK];
    final int[] serviceClasses = new int[BLOCK];
    final Part.Room room = new Part.Room(BLOCK);

    /// Makes room for packets.
    public PacketBatch(int capacity) {
        sources = new int[capacity];
        destinations = new int[capacity];
        protocols = new byte[capacity];
        ports = new int[capacity];
        rules = new int[capacity];
    }

    /// How many packets there is room for.
    public int capacity() {
        return sources.length;
    }

    /// Source addresses.
    public int[] sources() {
        return sources;
    }

    /// Destination addresses.
    public int[] destinations() {
        return destinations;
    }

    /// Protocol numbers.
    public byte[] protocols() {
        return protocols;
    }

    /// Source port in the high half, destination port in the low half, as in a packet.
    public int[] ports() {
        return ports;
    }

    /// Answers.
    public int[] rules() {
        return rules;
    }
}
