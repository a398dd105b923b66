package dev.sekisho.model.name;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FqdnTest {

    private static final String LABEL_63 = "a".repeat(63);
    private static final String NAME_253 = (LABEL_63 + ".").repeat(3) + "b".repeat(61);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "mcr.microsoft.com | mcr.microsoft.com | ''",
            "MCR.Microsoft.com | mcr.microsoft.com | CASE",
            "mcr.microsoft.com. | mcr.microsoft.com | TRAILING_DOT",
            "mcr.microsoft.COM. | mcr.microsoft.com | CASE TRAILING_DOT",
            "münchen.example | xn--mnchen-3ya.example | IDN",
            "MÜNCHEN.Example. | xn--mnchen-3ya.example | CASE TRAILING_DOT IDN",
            "例え。テスト | xn--r8jz45g.xn--zckzah | IDN",
            "例え.テスト。 | xn--r8jz45g.xn--zckzah | TRAILING_DOT IDN",
            "ｍｃｒ．microsoft｡com | mcr.microsoft.com | IDN",
            "１２３.example | 123.example | IDN",
            "😀.example | xn--e28h.example | IDN",
            "_ldap._tcp.dc.example | _ldap._tcp.dc.example | ''",
            "-a-.b--c.example | -a-.b--c.example | ''",
            "localhost | localhost | ''",
            "9.example | 9.example | ''",
            "10.0.0.4 | 10.0.0.4 | ''",
    })
    void bringsANameIntoCanonicalFormAndTellsWhatChanged(String text, String canonical, String changes) {
        Fqdn.Normalised normalised = Fqdn.normalise(text);
        assertEquals(new Fqdn(canonical), normalised.name());
        assertEquals(canonical, normalised.name().toString());
        assertEquals(changes(changes), normalised.changes());
        assertEquals(!changes.isEmpty(), normalised.changed());
        assertEquals(normalised.name(), Fqdn.parse(text));
        assertEquals(Optional.of(normalised.name()), Fqdn.tryParse(text));
        assertEquals(Set.of(), Fqdn.normalise(canonical).changes());
    }

    static Set<NameChange> changes(String names) {
        Set<NameChange> changes = EnumSet.noneOf(NameChange.class);
        for (String name : names.split(" ")) {
            if (!name.isEmpty()) {
                changes.add(NameChange.valueOf(name));
            }
        }
        return changes;
    }

    @Test
    void listsChangesInOneOrder() {
        assertEquals("[CASE, TRAILING_DOT, IDN]", Fqdn.normalise("ü.A.").changes().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "\"\" | it has an empty label: two dots in a row, or a dot at the start",
            ". | it has an empty label: two dots in a row, or a dot at the start",
            ".example | it has an empty label: two dots in a row, or a dot at the start",
            "a..example | it has an empty label: two dots in a row, or a dot at the start",
            "a.example.. | it has an empty label: two dots in a row, or a dot at the start",
            "*.example | a '*' may only be the first character of a pattern",
            "＊.example | a '*' may only be the first character of a pattern",
            "a.example:443 | a port or scheme does not belong to a name",
            "::1 | a port or scheme does not belong to a name",
            "a.example/x | a path does not belong to a name",
            "\"a.example \" | a blank does not belong to a name",
            "a!.example | the character '!' does not belong to a name",
            "a@b.example | the character '@' does not belong to a name",
            "a[.example | the character '[' does not belong to a name",
            "a`.example | the character '`' does not belong to a name",
            "a{.example | the character '{' does not belong to a name",
            "\"a,b.example\" | the character ',' does not belong to a name",
            "straße.example | U+00DF stands for different names under IDNA 2003 and 2008: write the xn-- form",
            "βόλος.example | U+03C2 stands for different names under IDNA 2003 and 2008: write the xn-- form",
    })
    void saysWhatIsWrong(String text, String why) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Fqdn.parse(text));
        assertEquals("'" + text + "' is not a host name: " + why, refusal.getMessage());
        assertEquals(Optional.empty(), Fqdn.tryParse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000.example", "a\n.example", "a\u202eb.example", "a\u200db.example", "a․b.example",
            "\ud800.example", "a\u007f.example", "xn--ü.example"})
    void refusesTextThatWouldHideSomething(String text) {
        assertEquals(Optional.empty(), Fqdn.tryParse(text));
        assertThrows(IllegalArgumentException.class, () -> Fqdn.parse(text));
    }

    @Test
    void holdsNamesAndLabelsToTheirLengths() {
        assertEquals(253, Fqdn.parse(NAME_253).value().length());
        assertEquals(253, Fqdn.parse(NAME_253 + ".").value().length());
        var name = assertThrows(IllegalArgumentException.class, () -> Fqdn.parse(NAME_253 + "b"));
        assertTrue(name.getMessage().endsWith("…' is not a host name: it has 254 characters, more than 253"));
        assertThrows(IllegalArgumentException.class, () -> Fqdn.parse("a".repeat(300)));

        assertEquals(LABEL_63, Fqdn.parse(LABEL_63 + ".example").labels().getFirst());
        var label = assertThrows(IllegalArgumentException.class, () -> Fqdn.parse(LABEL_63 + "a.example"));
        assertTrue(label.getMessage().endsWith("' has more than 63 characters"));
        assertThrows(IllegalArgumentException.class, () -> Fqdn.parse("ü".repeat(63) + ".example"));
        var flood = assertThrows(IllegalArgumentException.class, () -> Fqdn.parse("ü".repeat(1_000_000)));
        assertTrue(flood.getMessage().endsWith("is not a host name: it has more than 1024 characters"));
        var edge = assertThrows(IllegalArgumentException.class, () -> Fqdn.parse("a.".repeat(512)));
        assertTrue(edge.getMessage().endsWith("is not a host name: it has 1023 characters, more than 253"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32})
    void answersEveryTextWithANameOrARefusal(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append((char) (random.nextBoolean() ? 'a' + random.nextInt(26) : random.nextInt(0x10000)));
            }
            Fqdn.tryParse(text.toString()).ifPresent(name -> {
                assertEquals(Set.of(), Fqdn.normalise(name.value()).changes());
                assertTrue(name.value().matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)*"), name::value);
            });
        }
    }

    @Test
    void refusesAValueThatIsNotCanonical() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new Fqdn("A.example"));
        assertEquals("'A.example' is not in canonical form; read it with Fqdn.parse", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Fqdn("a.example."));
        assertThrows(IllegalArgumentException.class, () -> new Fqdn(""));
    }

    @Test
    void walksUpItsLabels() {
        Fqdn name = Fqdn.parse("a.b.example");
        assertEquals(List.of("a", "b", "example"), name.labels());
        assertEquals(Optional.of(Fqdn.parse("b.example")), name.parent());
        assertEquals(Optional.of(Fqdn.parse("example")), Fqdn.parse("b.example").parent());
        assertEquals(Optional.empty(), Fqdn.parse("example").parent());

        assertTrue(name.isBelow(Fqdn.parse("b.example")));
        assertTrue(name.isBelow(Fqdn.parse("example")));
        assertFalse(name.isBelow(name));
        assertFalse(Fqdn.parse("evilexample").isBelow(Fqdn.parse("example")));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.4, true", "255.255.255.255, true", "10.0.0.0, true", "10.0.0.9, true", "10.0.0, false",
            "10.0.0.256, false",
            "10.0.0.4.example, false",
            "a.9, false", "010.0.0.4, false"})
    void recognisesAnAddressInPlaceOfAName(String text, boolean literal) {
        assertEquals(literal, Fqdn.parse(text).isAddressLiteral());
    }

    @Test
    void ordersByText() {
        List<Fqdn> ascending = List.of(Fqdn.parse("a.example"), Fqdn.parse("b.example"), Fqdn.parse("b.example.org"));
        assertEquals(ascending, ascending.reversed().stream().sorted().toList());
    }
}
