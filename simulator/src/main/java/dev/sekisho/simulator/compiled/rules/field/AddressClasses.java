package dev.sekisho.simulator.compiled.rules.field;

import dev.sekisho.simulator.compiled.route.Ipv4Lookup;
import dev.sekisho.simulator.compiled.route.Traffic;
import java.util.Arrays;

/// The class of every IPv4 address.
public sealed interface AddressClasses permits ClassTrie, AddressClasses.ManyClasses {

    /// The structure for some classes.
    ///
    /// @param ranges of the whole space
    static AddressClasses of(Partitions ranges) {
        return ClassTrie.fits(ranges) ? ClassTrie.build(ranges) : ManyClasses.of(ranges);
    }

    /// The class of an address.
    int lookup(int address);

    /// Sets `classes[i - from]` to the class of `addresses[i]` for every `i` from `from` (inclusive) to `to` (exclusive).
    void lookup(int[] addresses, int from, int to, int[] classes);

    /// What the structure takes in memory, in bytes.
    long bytes();

    /// Classes as the routes of a table, where a [ClassTrie] would be large.
    record ManyClasses(Ipv4Lookup table) implements AddressClasses {
        static ManyClasses of(Partitions ranges) {
            int[] starts = Arrays.stream(ranges.starts()).mapToInt(start -> (int) start).toArray();
            return new ManyClasses(Ipv4Lookup.compileRanges(starts, ranges.classes(), Traffic.SPREAD));
        }

        @Override
        public int lookup(int address) {
            return table.lookup(address);
        }

        @Override
        public void lookup(int[] addresses, int from, int to, int[] classes) {
            table.lookup(Arrays.copyOfRange(addresses, from, to), 0, to - from, classes);
        }

        @Override
        public long bytes() {
            return table.bytes();
        }

        @Override
        public String toString() {
            return table.toString();
        }
    }
}
