package dev.sekisho.simulator.world;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WorldsTest {

    private static Question question(int number) {
        return Question.contains("set " + number, "the address");
    }

    @Test
    void aWorldWithoutQuestionsIsTheOnlyOne() {
        Worlds.Survey<String> survey = Worlds.survey(_ -> "allow", Function.identity());
        assertTrue(survey.agrees());
        assertEquals(List.of(new Worlds.Outcome<>("allow", List.of())), survey.all());
    }

    @Test
    void everyCombinationOfIndependentQuestionsIsVisitedOnce() {
        TreeSet<String> seen = new TreeSet<>();
        Worlds.Survey<String> survey = Worlds.survey(world -> {
            StringBuilder answers = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                answers.append(world.holds(question(i)) ? 'y' : 'n');
            }
            return answers.toString();
        }, Function.identity());
        survey.all().forEach(outcome -> assertTrue(seen.add(outcome.value()), outcome.value()));
        assertEquals(16, seen.size());
        assertTrue(survey.complete());
    }

    @Test
    void questionsOfRulesThatEndASearchGrowAsTheRulesDo() {
        Worlds.Survey<Integer> survey = Worlds.survey(world -> {
            for (int i = 0; i < 50; i++) {
                if (world.holds(question(i))) {
                    return i;
                }
            }
            return -1;
        }, Function.identity());
        assertEquals(51, survey.all().size());
        assertEquals(-1, survey.distinct().getFirst().value());
    }

    @Test
    void theSameQuestionHasOneAnswerInAWorld() {
        Worlds.Survey<Boolean> survey = Worlds.survey(
                world -> world.holds(question(7)) == world.holds(question(7)), Function.identity());
        assertTrue(survey.agrees());
        assertEquals(2, survey.all().size());
    }

    @Test
    void anOutcomeSaysWhatWouldHaveToBeTrue() {
        Worlds.Survey<String> survey = Worlds.survey(world -> world.holds(question(3)) ? "allow" : "deny",
                Function.identity());
        assertFalse(survey.agrees());
        assertEquals(List.of(new Worlds.Outcome<>("deny", List.of("set 3 does not contain the address")),
                new Worlds.Outcome<>("allow", List.of("set 3 contains the address"))), survey.distinct());
    }

    @Test
    void tooManyWorldsAreNoAgreement() {
        Worlds.Survey<String> survey = Worlds.survey(world -> {
            for (int i = 0; i < 40; i++) {
                world.holds(question(i));
            }
            return "allow";
        }, Function.identity());
        assertFalse(survey.complete());
        assertFalse(survey.agrees());
        assertEquals(Worlds.LIMIT, survey.all().size());
    }

    @ParameterizedTest
    @CsvSource({"3, set 2 does not contain the address", "4, so on for 1 more", "7, so on for 4 more"})
    void aWorldThatSaysNoToMuchNamesTheFirstFew(int questions, String last) {
        Worlds.Survey<String> survey = Worlds.survey(world -> {
            boolean any = false;
            for (int i = 0; i < questions; i++) {
                any |= world.holds(question(i));
            }
            return any ? "allow" : "deny";
        }, Function.identity());
        List<String> because = survey.distinct().getFirst().because();
        assertEquals("set 0 does not contain the address", because.getFirst());
        assertEquals(last, because.getLast());
        assertEquals(Math.min(questions, 4), because.size());
    }
}
