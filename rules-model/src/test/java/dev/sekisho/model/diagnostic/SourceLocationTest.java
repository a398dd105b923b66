package dev.sekisho.model.diagnostic;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SourceLocationTest {
    private record Rule(String name, SourceLocation at) {}

    @Test
    void recordsThatSayTheSameAreEqualWhereverTheyWereWritten() {
        Rule here = new Rule("allow", SourceLocation.of("a.yaml", 3, 7));
        Rule there = new Rule("allow", SourceLocation.of("b.yaml", 40, 1));
        assertEquals(here, there);
        assertEquals(here.hashCode(), there.hashCode());
        assertEquals(here, new Rule("allow", SourceLocation.UNKNOWN));
    }

    @Test
    void thePlaceItselfIsComparedOnRequest() {
        SourceLocation at = SourceLocation.of("a.yaml", 3, 7);
        assertTrue(at.samePlace(SourceLocation.of("a.yaml", 3, 7)));
        assertFalse(at.samePlace(SourceLocation.of("b.yaml", 3, 7)));
        assertFalse(at.samePlace(SourceLocation.of("a.yaml", 4, 7)));
        assertFalse(at.samePlace(SourceLocation.of("a.yaml", 3, 8)));
    }

    @Test
    void sortsByFileThenLineThenColumnWithTheUnknownLast() {
        List<String> sorted = Stream
                .of(SourceLocation.UNKNOWN, SourceLocation.of("b", 1, 1), SourceLocation.of("a", 10, 2),
                        SourceLocation.of("a", 9, 3), SourceLocation.of("a", 9, 1))
                .sorted(SourceLocation.ORDER).map(SourceLocation::toString).toList();
        assertEquals(List.of("a:9:1", "a:9:3", "a:10:2", "b:1:1", "(generated)"), sorted);
    }

    @Test
    void countsFromOne() {
        assertThrows(IllegalArgumentException.class, () -> SourceLocation.of("a", 0, 1));
        assertThrows(IllegalArgumentException.class, () -> SourceLocation.of("a", 1, 0));
        assertThrows(IllegalArgumentException.class, () -> SourceLocation.of("", 1, 1));
    }
}
