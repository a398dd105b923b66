package dev.sekisho.generator.plan;

import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedProtocol;
import dev.sekisho.model.need.NeedTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DescriptionTest {

    @Test
    void itSaysWhatForAndFromWhere() {
        assertEquals("Pull images. Source: outbound.md (2026-06-18).",
                Description.of(List.of(need("mcr", "pull images", "outbound.md (2026-06-18)"))));
        assertEquals("Ledger on premises.", Description.of(List.of(need("ledger", "Ledger on premises."))));
    }

    @Test
    void purposesThatDoNotFitAreReplacedByTheirIds() {
        String long1 = "One thing that takes many words to say, many more than fit into one line of a rule";
        String long2 = "Another thing that takes many words to say, many more than fit into one line of a rule";
        String long3 = "A third thing, which takes fewer words";
        assertEquals("For a, b, c. Source: page.",
                Description.of(List.of(need("a", long1, "page"), need("b", long2, "page"), need("c", long3, "page"))));
    }

    @Test
    void oneLongPurposeIsCutAtAWord() {
        String text = Description.of(List.of(need("a", "word ".repeat(80), "page")));
        assertTrue(text.length() <= 200 && text.contains("word… Source: page."), text);
    }

    @Test
    void whatATerminalWouldObeyIsABlank() {
        assertEquals("A b.", Description.of(List.of(need("a", "a\u001b\n\u202e b"))));
    }

    private static EgressNeed need(String id, String purpose, String... references) {
        return new EgressNeed(id, "base", purpose,
                List.of(List.of(new NeedTarget.Name(FqdnPattern.parse("host.example")))), List.of(),
                NeedProtocol.HTTPS, PortSet.of(443), Set.of(EgressNeed.Layer.APPLICATION), EgressNeed.Sources.NODES,
                Via.FIREWALL, Optional.empty(), Optional.empty(), true, false, List.of(references), List.of());
    }
}
