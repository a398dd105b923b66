package dev.sekisho.simulator.compiled.rules.field;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.Ipv6Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class Ipv6PartitionTest {
    @Test
    void withoutSetsThereIsOneClass() {
        Ipv6Partition partition = Ipv6Partition.of(List.of(AddressSet.ALL_IPV4));
        assertEquals(1, partition.classCount());
        assertEquals(0, partition.classOf(Ipv6Address.parse("::")));
        assertEquals(0, partition.classOf(Ipv6Address.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void addressesHaveOneClassIfTheyAreInTheSameSets(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Ipv6Address> edges = new ArrayList<>(List.of(new Ipv6Address(0, 0), new Ipv6Address(-1, -1)));
        for (int i = 0; i < 12; i++) {
            edges.add(new Ipv6Address(random.nextLong(4) << 62 | random.nextLong(3), random.nextLong(-2, 3)));
        }
        List<AddressSet> sets = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Ipv6Address one = edges.get(random.nextInt(edges.size()));
            Ipv6Address other = edges.get(random.nextInt(edges.size()));
            sets.add(AddressSet.of(one.compareTo(other) <= 0 ? new IpRange(one, other) : new IpRange(other, one)));
        }
        Ipv6Partition partition = Ipv6Partition.of(sets);
        Map<List<Boolean>, Integer> classOf = new HashMap<>();
        Map<Integer, List<Boolean>> setsOf = new HashMap<>();
        for (Ipv6Address edge : edges) {
            List<Ipv6Address> near = new ArrayList<>(List.of(edge));
            edge.next().ifPresent(next -> near.add((Ipv6Address) next));
            edge.previous().ifPresent(previous -> near.add((Ipv6Address) previous));
            for (Ipv6Address address : near) {
                int found = partition.classOf(address);
                List<Boolean> inside = sets.stream().map(set -> set.contains(address)).toList();
                assertEquals(found, classOf.computeIfAbsent(inside, _ -> found), address::toString);
                assertEquals(inside, setsOf.computeIfAbsent(found, _ -> inside), address::toString);
            }
        }
    }
}
