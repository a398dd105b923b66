package dev.sekisho.simulator.destination;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.simulator.world.Worlds;
import dev.sekisho.simulator.world.Worlds.Alternative;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AddressClassesTest {
    private static final String WHOSE = "the address of a.example";

    private static AddressSet set(int first, int last) {
        return AddressSet.of(IpRange.parse("10.0.0." + first + "-10.0.0." + last));
    }

    private static List<String> told(AddressClasses classes) {
        return classes.representatives(WHOSE).stream().map(a -> a.value() + " " + a.because()).toList();
    }

    @Test
    void anUndividedClassNeedsNoReason() {
        AddressClasses classes = new AddressClasses(set(10, 20));
        assertEquals(List.of("10.0.0.10 []"), told(classes));
        classes.split("elsewhere", set(30, 40));
        classes.split("everywhere", set(0, 255));
        classes.split("the same", set(10, 20));
        assertEquals(List.of("10.0.0.10 []"), told(classes));
    }

    @Test
    void eachClassSaysWhatItIsIn() {
        AddressClasses classes = new AddressClasses(set(10, 20));
        classes.split("low", set(0, 14));
        classes.split("middle", set(13, 17));
        assertEquals(List.of("10.0.0.18 [" + WHOSE + " is in none of the ranges that are described]",
                "10.0.0.15 [" + WHOSE + " is in middle]", "10.0.0.10 [" + WHOSE + " is in low]",
                "10.0.0.13 [" + WHOSE + " is in low and middle]"), told(classes));
    }

    @Test
    void nothingHasNoClass() {
        AddressClasses classes = new AddressClasses(AddressSet.EMPTY);
        classes.split("all", set(0, 255));
        assertEquals(List.of(), classes.representatives(WHOSE));
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /// One address for each combination of memberships that occurs: no more, no fewer.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void oneAddressStandsForAllThatNoSetTellsApart(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        AddressSet universe = set(0, 63).difference(set(20, 20 + random.nextInt(20)));
        AddressClasses classes = new AddressClasses(universe);
        List<AddressSet> sets = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int first = random.nextInt(64);
            sets.add(set(first, first + random.nextInt(30)));
            classes.split("set " + i, sets.getLast());
        }
        TreeSet<String> expected = new TreeSet<>();
        for (int i = 0; i < 64; i++) {
            IpAddress address = IpAddress.parse("10.0.0." + i);
            if (universe.contains(address)) {
                expected.add(memberships(sets, address));
            }
        }
        List<String> found = classes.representatives(WHOSE).stream().map(Alternative::value)
                .map(address -> memberships(sets, address)).sorted().toList();
        assertEquals(List.copyOf(expected), found);
    }

    private static String memberships(List<AddressSet> sets, IpAddress address) {
        return sets.stream().map(set -> set.contains(address) ? "1" : "0").toList().toString();
    }

    /// Sets that hold each other by the thousand are not compared in pairs, and no more classes are told apart than anybody looks at.
    @Test
    void manySetsEndWithMoreClassesThanAreLookedAt() {
        AddressClasses classes = new AddressClasses(AddressSet.of(IpRange.parse("10.0.0.0-10.255.255.255")));
        for (int i = 0; i < 30_000; i++) {
            classes.split("set " + i, AddressSet.of(IpRange.parse("10.%d.%d.0-10.%d.%d.255".formatted(i % 200, i % 251,
                    i % 200 + i % 50, i % 251))));
        }
        assertEquals(Worlds.LIMIT + 1, classes.representatives(WHOSE).size());
    }
}
