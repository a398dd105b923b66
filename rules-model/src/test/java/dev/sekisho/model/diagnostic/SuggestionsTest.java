package dev.sekisho.model.diagnostic;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SuggestionsTest {
    private static final List<String> REGIONS = List.of("westeurope", "westus", "japanwest", "japaneast", "eastus2");

    @Test
    void putsTheNearestFirst() {
        assertEquals("japaneast", Suggestions.nearest("japaneats", REGIONS).getFirst());
        assertEquals("westus", Suggestions.nearest("westuss", REGIONS).getFirst());
        assertEquals(5, Suggestions.nearest("", REGIONS).size());
    }

    @Test
    void forgivesCaseSpacesAndHyphens() {
        assertEquals(Optional.of("japaneast"), Suggestions.meant("Japan East", REGIONS));
        assertEquals(Optional.of("westeurope"), Suggestions.meant("WEST-EUROPE", REGIONS));
    }

    @Test
    void doesNotGuessWhatIsFarOff() {
        assertEquals(Optional.empty(), Suggestions.meant("tokyo", REGIONS));
        assertEquals(Optional.empty(), Suggestions.meant("x", List.of()));
    }

    @Test
    void breaksTiesAlphabetically() {
        assertEquals(List.of("a1", "a2", "a3"), Suggestions.nearest("a4", List.of("a3", "a1", "a2", "a1")));
    }

    @Test
    void advisesWithAListThatHasAnEnd() {
        assertEquals("did you mean 'westus'? regions: westus, eastus2, … and 3 more",
                Suggestions.advice("westsu", "regions", REGIONS, 2));
        assertEquals("", Suggestions.advice("x", "regions", List.of(), 2));
    }

    @Test
    void takesAHostileWordWithoutEffort() {
        String word = "a".repeat(2_000_000);
        assertEquals(5, Suggestions.nearest(word, REGIONS).size());
        assertTrue(Suggestions.meant(word, REGIONS).isEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ordersLikeTheRecursiveDefinitionOfTheDistance(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            String word = word(random);
            List<String> known = List.of(word(random), word(random), word(random));
            List<Integer> distances = Suggestions.nearest(word, known).stream()
                    .map(candidate -> distance(word, candidate)).toList();
            assertEquals(distances.stream().sorted().toList(), distances, () -> word + " among " + known);
        }
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(1, 7); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    private static int distance(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        String shortA = a.substring(1);
        String shortB = b.substring(1);
        int best = Math.min(distance(shortA, b), distance(a, shortB)) + 1;
        best = Math.min(best, distance(shortA, shortB) + (a.charAt(0) == b.charAt(0) ? 0 : 1));
        if (a.length() > 1 && b.length() > 1 && a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0)) {
            best = Math.min(best, distance(a.substring(2), b.substring(2)) + 1);
        }
        return best;
    }
}
