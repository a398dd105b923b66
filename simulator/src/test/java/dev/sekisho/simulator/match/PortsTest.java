package dev.sekisho.simulator.match;

import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.simulator.world.Truth;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PortsTest {

    private static List<Entry<PortTerm>> entries(String... ranges) {
        return Stream.of(ranges)
                .<Entry<PortTerm>>map(text -> new Entry.Known<>(new PortTerm.Range(PortRange.parse(text))))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"443, 443, YES", "443, 444, NO", "8000-8010, 8010, YES",
            "8000-8010, 8011, NO",
            "443, -, UNKNOWN", "1-65535, -, YES", "0-65535, -, YES", "2-65535, -, UNKNOWN", "1-65534, -, UNKNOWN"})
    void aPortThatIsNotKnownIsInARangeOfAllPorts(String range, Integer port, Truth truth) {
        FieldMatch match = Ports.match(Field.PORT, entries(range),
                port == null ? OptionalInt.empty() : OptionalInt.of(port));
        assertEquals(truth, match.truth());
        assertEquals(truth == Truth.UNKNOWN ? 1 : 0, match.open().size());
    }

    @Test
    void anEmptyListHoldsNoPort() {
        FieldMatch match = Ports.match(Field.SOURCE_PORT, List.of(), OptionalInt.of(443));
        assertEquals(FieldMatch.no(Field.SOURCE_PORT, "the rule has no source port"), match);
    }

    @Test
    void aPortThatIsNotKnownYetIsAskedFor() {
        FieldMatch match = Ports.match(Field.PORT, List.of(new Entry.Unknown<>("later")), OptionalInt.of(443));
        assertEquals("nobody knows whether <later> contains port 443", match.reason());
    }
}
