package dev.sekisho.simulator.verdict;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The words of verdicts are the words of reports and test files: each has one, and prints as it.
class WordsTest {

    private record Words<E extends Enum<E>>(Class<E> kind, Function<E, String> word) {
        List<String> words() {
            return Arrays.stream(kind.getEnumConstants()).map(word).toList();
        }

        List<String> printed() {
            return Arrays.stream(kind.getEnumConstants()).map(Object::toString).toList();
        }

        @Override
        public String toString() {
            return kind.getSimpleName();
        }
    }

    static Stream<Words<?>> words() {
        return Stream.of(new Words<>(Action.class, Action::text), new Words<>(Alert.class, Alert::text),
                new Words<>(Delivery.class, Delivery::text), new Words<>(HopType.class, HopType::text),
                new Words<>(PathResult.class, PathResult::text), new Words<>(Reason.class, Reason::text),
                new Words<>(RouteSource.class, RouteSource::text), new Words<>(Snat.class, Snat::text),
                new Words<>(Stage.class, Stage::text), new Words<>(Reply.Way.class, Reply.Way::text),
                new Words<>(Assumption.class, Assumption::number));
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyValueHasAWordOfItsOwnAndPrintsAsIt(Words<?> kind) {
        List<String> words = kind.words();
        assertEquals(words, kind.printed());
        assertEquals(words.size(), words.stream().distinct().count());
        assertTrue(words.stream().noneMatch(String::isBlank));
    }

    @Test
    void routesLeadTheSameWayWhereTypeAndAddressAreTheSame() {
        RouteVerdict route = route(HopType.VIRTUAL_APPLIANCE, "10.60.0.4", "out");
        assertTrue(route.leadsWhere(route(HopType.VIRTUAL_APPLIANCE, "10.60.0.4", "other")));
        assertFalse(route.leadsWhere(route(HopType.VIRTUAL_APPLIANCE, "10.60.0.5", "out")));
        assertFalse(route.leadsWhere(route(HopType.INTERNET, "10.60.0.4", "out")));
        assertEquals("VirtualAppliance 10.60.0.4 by 0.0.0.0/0 (out)", route.toString());
    }

    @Test
    void outcomesAreLeftOpenWithoutForgettingTheRest() {
        List<Possibility> open = List.of(new Possibility("Allow", List.of("a", "b")));
        Basis basis = new Basis(Set.of(Assumption.FW_22), List.of(), List.of(), List.of(Step.of("route", "x")));
        assertEquals(new Basis(Set.of(Assumption.FW_22), open, List.of(), List.of(Step.of("route", "x"))),
                basis.open(open));
        assertEquals("Allow if a and b", open.getFirst().toString());
    }

    @Test
    void aReplyIsItsWayAndItsRoute() {
        RouteVerdict back = route(HopType.INTERNET, "10.60.0.4", "out");
        assertEquals("Lost", Reply.of(Reply.Way.LOST).toString());
        assertTrue(new Reply(Reply.Way.LOST, Optional.of(back)).toString().contains(back.toString()));
    }

    private static RouteVerdict route(HopType type, String hop, String name) {
        return new RouteVerdict(type, Optional.of(IpPrefix.parse("0.0.0.0/0")), RouteSource.USER,
                Optional.of(IpAddress.parse(hop)), Optional.of(name), Basis.NONE);
    }
}
