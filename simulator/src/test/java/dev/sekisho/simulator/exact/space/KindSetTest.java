package dev.sekisho.simulator.exact.space;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

class KindSetTest {
    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static Set<FlowKind> kinds(SplittableRandom random) {
        Set<FlowKind> kinds = EnumSet.noneOf(FlowKind.class);
        FlowKind.ALL.stream().filter(_ -> random.nextInt(3) == 0).forEach(kinds::add);
        return kinds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheSetThatItWasMadeOf(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<FlowKind> one = kinds(random);
        Set<FlowKind> other = kinds(random);
        KindSet set = KindSet.of(one);
        assertEquals(one, set);
        assertEquals(set, one);
        assertEquals(one.hashCode(), set.hashCode());
        assertEquals(List.copyOf(new TreeSet<>(one)), List.copyOf(set));
        assertSame(set, KindSet.of(new TreeSet<>(one)));
        FlowKind.ALL.forEach(kind -> assertEquals(one.contains(kind), set.contains(kind)));
        assertEquals(one.containsAll(other), set.containsAll(KindSet.of(other)));
        assertEquals(one.containsAll(other), set.containsAll(other));
        assertEquals(one.stream().anyMatch(other::contains), set.overlaps(KindSet.of(other)));
    }
}
