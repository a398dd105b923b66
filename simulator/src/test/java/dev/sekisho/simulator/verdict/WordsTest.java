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

    private record Words(String kind, List<String> texts, List<String> printed) {
        static <E extends Enum<E>> Words of(Class<E> kind, Function<E, String> text) {
            return new Words(kind.getSimpleName(), Arrays.stream(kind.getEnumConstants()).map(text).toList(),
                    Arrays.stream(kind.getEnumConstants()).map(Object::toString).toList());
        }

        @Override
        public String toString() {
            return kind;
        }
    }

    static Stream<Words> words() {
        return Stream.of(Words.of(Action.class, Action::text), Words.of(Alert.class, Alert::text),
                Words.of(Delivery.class, Delivery::text), Words.of(HopType.class, HopType::text),
                Words.of(PathResult.class, PathResult::text), Words.of(Reason.class, Reason::text),
                Words.of(RouteSource.class, RouteSource::text), Words.of(Snat.class, Snat::text),
                Words.of(Stage.class, Stage::text), Words.of(Reply.Way.class, Reply.Way::text),
                Words.of(Assumption.class, Assumption::number));
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyValueHasAWordOfItsOwnAndPrintsAsIt(Words words) {
        assertEquals(words.texts(), words.printed());
        assertEquals(words.texts().size(), words.texts().stream().distinct().count());
        assertTrue(words.texts().stream().noneMatch(String::isBlank));
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
