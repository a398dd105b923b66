package dev.sekisho.cli.text;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.exact.space.FlowBox;
import dev.sekisho.simulator.exact.space.FlowKind;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LinesTest {
    private static final AddressSet NODES = AddressSet.of(IpPrefix.parse("10.42.1.0/24"));

    private static FlowBox flows(int names) {
        return new FlowBox(NODES, AddressSet.ALL_IPV4, Set.of(FlowKind.HTTPS), PortSet.of(443, 8443),
                IntStream.range(0, names).mapToObj(i -> "n" + i + ".example").toList(), List.of());
    }

    @Test
    void aShortListIsWhole() {
        assertEquals(
                "10.42.1.0/24 -> any IPv4 as n0.example, n1.example, n2.example, n3.example, n4.example https:443,8443",
                Lines.of(flows(5)));
    }

    @Test
    void ofALongListTheFirstOnesAreShownAndTheOthersCounted() {
        assertEquals(
                "10.42.1.0/24 -> any IPv4 as n0.example, n1.example, n2.example, n3.example and 196 more https:443,8443",
                Lines.of(flows(200)));
    }

    @Test
    void aLongLineIsBrokenBetweenWordsAndLosesNone() {
        String text = "  rule: " + String.join(", ", flows(60).names());
        String wrapped = Lines.wrapped(text);
        assertTrue(wrapped.lines().count() > 4 && wrapped.lines().allMatch(line -> line.length() <= 110), wrapped);
        assertTrue(wrapped.lines().skip(1).allMatch(line -> line.startsWith("      n")), wrapped);
        assertEquals(text.strip(), wrapped.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElseThrow());
    }

    @Test
    void aWordThatIsTooWideHasALineOfItsOwn() {
        String wide = "x".repeat(200);
        assertEquals("a\n    " + wide + "\n    b", Lines.wrapped("a " + wide + " b"));
    }
}
