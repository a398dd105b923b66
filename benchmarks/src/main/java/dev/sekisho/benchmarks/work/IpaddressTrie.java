package dev.sekisho.benchmarks.work;

import dev.sekisho.benchmarks.input.LittleEndian;
import dev.sekisho.benchmarks.work.Subject.Batch;
import dev.sekisho.benchmarks.work.Subject.Built;
import dev.sekisho.benchmarks.work.Works.RouteList;
import dev.sekisho.model.address.Ipv4Prefix;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv4.IPv4AddressAssociativeTrie;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The trie of Sean Foley's library ipaddress, as a program would use it: it makes an address of the library from each
/// number that it asks for.
final class IpaddressTrie {
    private IpaddressTrie() {}

    static Subject open(List<Path> inputs) throws IOException {
        RouteList list = RouteList.read(inputs.get(0));
        long before = usedBytes();
        Built<IPv4AddressAssociativeTrie<Integer>> built = Built.by(() -> trie(list));
        IPv4AddressAssociativeTrie<Integer> trie = built.table();
        long bytes = usedBytes() - before;
        int[] addresses = LittleEndian.ints(inputs.get(1));
        return new Subject(bytes, built.buildMillis(), addresses.length, () -> new Batch() {
            private final int[] answers = new int[addresses.length];

            @Override
            public void answer() {
                for (int i = 0; i < addresses.length; i++) {
                    var found = trie.longestPrefixMatchNode(new IPv4Address(addresses[i]));
                    answers[i] = found == null ? -1 : found.getValue();
                }
            }

            @Override
            public int[] answers() {
                return answers;
            }
        });
    }

    private static IPv4AddressAssociativeTrie<Integer> trie(RouteList list) {
        IPv4AddressAssociativeTrie<Integer> trie = new IPv4AddressAssociativeTrie<>();
        for (int i = 0; i < list.routes().length; i++) {
            Ipv4Prefix prefix = list.prefixes().get(i);
            trie.put(new IPv4Address(prefix.network(), prefix.length()).toPrefixBlock(), list.routes()[i]);
        }
        return trie;
    }

    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
