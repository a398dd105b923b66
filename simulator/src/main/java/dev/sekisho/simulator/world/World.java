package dev.sekisho.simulator.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One way in which everything unknown could be: every question has an answer, always the same one.
public final class World {
    private final Map<Question, Boolean> answers = new LinkedHashMap<>();

    World(Map<Question, Boolean> given) {
        answers.putAll(given);
    }

    /// Returns the answer to a question in this world; one that was not asked before is answered no.
    public boolean holds(Question question) {
        return answers.computeIfAbsent(question, _ -> false);
    }

    /// Returns the questions that were asked, in order, with their answers.
    Map<Question, Boolean> answers() {
        return answers;
    }

    /// Returns what this world takes for true.
    List<String> clauses(boolean answer) {
        List<String> clauses = new ArrayList<>();
        answers.forEach((question, given) -> {
            if (given == answer) {
                clauses.add(question.clause(answer));
            }
        });
        return clauses;
    }
}
