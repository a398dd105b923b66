package dev.sekisho.model.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FqdnPatternTest {

    private static final String LABEL_63 = "a".repeat(63);
    private static final String NAME_253 = (LABEL_63 + ".").repeat(3) + "b".repeat(61);

    @ParameterizedTest
    @CsvSource({
            "www.contoso.com, www.contoso.com, true",
            "www.contoso.com, a.www.contoso.com, false",
            "www.contoso.com, WWW.Contoso.com., true",
            "*.contoso.com, any.contoso.com, true",
            "*.contoso.com, a.b.contoso.com, true",
            "*.contoso.com, contoso.com, false",
            "*.contoso.com, xcontoso.com, false",
            "*contoso.com, contoso.com, true",
            "*contoso.com, a.contoso.com, true",
            "*contoso.com, evilcontoso.com, true",
            "*contoso.com, contoso.com.evil.example, false",
            "*, contoso.com, true",
            "*, localhost, true",
            "*, '', false",
            "*, ' ', false",
            "*.Contoso.COM., a.contoso.com, true",
            "*.münchen.example, a.xn--mnchen-3ya.example, true",
            "*.example, a..example, false",
            "*, a..example, true",
            "10.0.0.4, 10.0.0.4, true",
            "10.0.0.4, 10.0.0.5, false",
            "*.0.0.4, 10.0.0.4, false",
            "*4, 10.0.0.4, false",
            "*, 10.0.0.4, true",
            "*, 2001:db8::1, true",
            "*, [2001:db8::1], true",
            "*1, 2001:db8::1, false",
            "*.0.0.4, x.0.0.4, true",
    })
    void matchesNames(String pattern, String name, boolean matches) {
        assertEquals(matches, FqdnPattern.parse(pattern).matches(name));
        Fqdn.tryParse(name).ifPresent(fqdn -> assertEquals(matches, FqdnPattern.parse(pattern).matches(fqdn)));
    }

    @ParameterizedTest
    @CsvSource({
            "www.contoso.com, www.contoso.com, ''",
            "*.Contoso.com, *.contoso.com, CASE",
            "*contoso.com., *contoso.com, TRAILING_DOT",
            "*.münchen.example, *.xn--mnchen-3ya.example, IDN",
            "*-prod.contoso.com, *-prod.contoso.com, ''",
            "*, *, ''",
    })
    void printsThePatternCanonicallyAndTellsWhatChanged(String text, String canonical, String changes) {
        FqdnPattern.Normalised normalised = FqdnPattern.normalise(text);
        assertEquals(canonical, normalised.pattern().toString());
        assertEquals(FqdnTest.changes(changes), normalised.changes());
        assertEquals(!changes.isEmpty(), normalised.changed());
        assertEquals(normalised.pattern(), FqdnPattern.parse(canonical));
        assertEquals(Optional.of(normalised.pattern()), FqdnPattern.tryParse(text));
        assertEquals(text.startsWith("*"), normalised.pattern().isWildcard());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "www.contoso.* | a '*' may only be the first character of a pattern",
            "*.contoso.* | a '*' may only be the first character of a pattern",
            "www.*.com | a '*' may only be the first character of a pattern",
            "**.com | a '*' may only be the first character of a pattern",
            "＊.contoso.com | a '*' may only be the first character of a pattern",
            "*. | it has an empty label: two dots in a row, or a dot at the start",
            "*..com | it has an empty label: two dots in a row, or a dot at the start",
            "\"\" | it has an empty label: two dots in a row, or a dot at the start",
            ".contoso.com | it has an empty label: two dots in a row, or a dot at the start",
            "https://contoso.com | a port or scheme does not belong to a name",
            "\"* \" | a blank does not belong to a name",
    })
    void saysWhatIsWrong(String text, String why) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> FqdnPattern.parse(text));
        assertEquals("'" + text + "' is not a host name: " + why, refusal.getMessage());
        assertEquals(Optional.empty(), FqdnPattern.tryParse(text));
    }

    @Test
    void refusesAWildcardThatNoNameCouldMatch() {
        String below252 = NAME_253.substring(1);
        assertEquals(252, FqdnPattern.parse("*." + below252.substring(1)).literal().length());
        var refusal = assertThrows(IllegalArgumentException.class, () -> FqdnPattern.parse("*." + below252));
        assertTrue(refusal.getMessage().endsWith("…' matches no name: all would have more than 253 characters"));
    }

    @Test
    void refusesALiteralThatIsNotCanonical() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new FqdnPattern(true, ".A.example"));
        assertEquals(".A.example is not in canonical form; read it with FqdnPattern.parse", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new FqdnPattern(false, ""));
        assertThrows(IllegalArgumentException.class, () -> new FqdnPattern(false, ".a.example"));
        assertThrows(IllegalArgumentException.class, () -> new FqdnPattern(true, "."));
        assertEquals(FqdnPattern.ANY, new FqdnPattern(true, ""));
    }

    /// All patterns with a literal of up to four characters, and all names long enough to tell two of them apart.
    @Test
    void coversAndOverlapsExactlyAsTheSetsOfNamesDo() {
        List<FqdnPattern> patterns = new ArrayList<>();
        List<Fqdn> names = new ArrayList<>();
        for (String text : texts(6)) {
            Fqdn.tryParse(text).filter(name -> name.value().equals(text)).ifPresent(names::add);
            if (text.length() <= 4) {
                FqdnPattern.tryParse(text).filter(p -> p.toString().equals(text)).ifPresent(patterns::add);
                FqdnPattern.tryParse("*" + text).filter(p -> p.toString().equals("*" + text)).ifPresent(patterns::add);
            }
        }
        assertTrue(patterns.contains(FqdnPattern.ANY));
        for (FqdnPattern a : patterns) {
            for (FqdnPattern b : patterns) {
                boolean included = names.stream().filter(b::matches).allMatch(a::matches);
                assertEquals(included, a.covers(b), a + " covers " + b);
                boolean common = names.stream().anyMatch(name -> a.matches(name) && b.matches(name));
                assertEquals(common, a.overlaps(b), a + " overlaps " + b);
            }
        }
    }

    private static List<String> texts(int longest) {
        List<String> texts = new ArrayList<>(List.of(""));
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (text.length() < longest) {
                texts.addAll(List.of(text + "a", text + "b", text + "."));
            }
        }
        return texts;
    }

    @Test
    void coversNoAddressWithAPartialWildcard() {
        assertTrue(FqdnPattern.ANY.covers(FqdnPattern.parse("10.0.0.4")));
        assertFalse(FqdnPattern.parse("*.0.0.4").covers(FqdnPattern.parse("10.0.0.4")));
        assertTrue(FqdnPattern.parse("10.0.0.4").covers(FqdnPattern.parse("10.0.0.4")));
        assertTrue(FqdnPattern.parse("10.0.0.4").isAddressLiteral());
        assertFalse(FqdnPattern.parse("*10.0.0.4").isAddressLiteral());
        assertFalse(FqdnPattern.parse("a.example").isAddressLiteral());
    }

    @Test
    void coversAWildcardWithoutRoomByItsOneName() {
        String name252 = NAME_253.substring(0, 252);
        String shortFirst252 = NAME_253.substring(1);
        for (String onlyItself : List.of(NAME_253, name252)) {
            assertTrue(FqdnPattern.parse(onlyItself).covers(FqdnPattern.parse("*" + onlyItself)));
        }
        assertFalse(FqdnPattern.parse(shortFirst252).covers(FqdnPattern.parse("*" + shortFirst252)));
        assertFalse(FqdnPattern.parse(NAME_253.substring(0, 251)).covers(
                FqdnPattern.parse("*" + NAME_253.substring(0, 251))));
        assertFalse(FqdnPattern.parse("b" + NAME_253.substring(1)).covers(FqdnPattern.parse("*" + NAME_253)));
        assertFalse(FqdnPattern.parse("a.example").covers(FqdnPattern.parse("*a.example")));
        assertFalse(FqdnPattern.parse("example").covers(FqdnPattern.ANY));
        // A literal that begins with a dot is no name, so the exact pattern never has it.
        assertFalse(FqdnPattern.parse("a.example").covers(FqdnPattern.parse("*.example")));
    }

    @ParameterizedTest
    @CsvSource({
            "mcr.microsoft.com, mcr.microsoft.com, true",
            "MCR.microsoft.com, MCR.microsoft.com, true",
            "MCR.microsoft.com, mcr.microsoft.com, false",
            "mcr.microsoft.com, mcr.microsoft.com., false",
            "*.microsoft.com, mcr.microsoft.com, true",
            "*.microsoft.com, mcr.Microsoft.com, false",
            "*, ANY.example., true",
    })
    void comparesAsWrittenWithoutNormalising(String pattern, String name, boolean matches) {
        assertEquals(matches, FqdnPattern.matchesAsWritten(pattern, name));
        assertTrue(FqdnPattern.parse(pattern).matches(name));
    }

    @Test
    void isMadeFromNames() {
        Fqdn name = Fqdn.parse("contoso.com");
        assertEquals("contoso.com", FqdnPattern.exactly(name).toString());
        assertEquals("*.contoso.com", FqdnPattern.below(name).toString());
        assertEquals(Optional.of(name), FqdnPattern.exactly(name).exactName());
        assertEquals(Optional.empty(), FqdnPattern.below(name).exactName());
    }

    @Test
    void isEqualWhereItMatchesTheSameNamesHoweverItWasWritten() {
        FqdnPattern written = FqdnPattern.parse("*.CONTOSO.com.");
        assertEquals("*.CONTOSO.com.", written.written());
        assertEquals("*.contoso.com", new FqdnPattern(true, ".contoso.com").written());
        assertEquals("contoso.com", new FqdnPattern(false, "contoso.com").written());
        assertEquals(Set.of(FqdnPattern.parse("*.contoso.com"), FqdnPattern.parse("*contoso.com"),
                FqdnPattern.parse("contoso.com")),
                Set.copyOf(List.of(written, FqdnPattern.parse("*Contoso.com"), FqdnPattern.parse("CONTOSO.com"))));
        assertEquals(6, Stream.of("*.a", "*a", "a", "*.b", "*b", "b").map(FqdnPattern::parse)
                .map(FqdnPattern::hashCode).distinct().count());
    }

    @Test
    void ordersByLiteralAndTheExactNameFirst() {
        List<FqdnPattern> ascending = List.of(
                FqdnPattern.parse("*"), FqdnPattern.parse("*.b"), FqdnPattern.parse("a"), FqdnPattern.parse("*a"),
                FqdnPattern.parse("b"));
        assertEquals(ascending, ascending.reversed().stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*.a", "a"})
    void hasNoChangesWhereTheTextIsCanonical(String text) {
        assertEquals(Set.of(), FqdnPattern.normalise(text).changes());
    }
}
