package dev.sekisho.simulator.firewall;

import dev.sekisho.simulator.match.Field;
import dev.sekisho.simulator.match.FieldMatch;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.world.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Collects the targets of an application rule, any of which suffices (`FW-43`).
final class TargetMatch {
    private final List<Hit> hits = new ArrayList<>();
    private final List<Question> open = new ArrayList<>();
    private final Set<Assumption> consulted = EnumSet.noneOf(Assumption.class);

    private record Hit(String text, Set<Assumption> assumptions) {}

    void hit(String text, Set<Assumption> assumptions) {
        hits.add(new Hit(text, Set.copyOf(assumptions)));
    }

    void ask(Question question) {
        open.add(question);
    }

    /// Notes a reading that the answer rests on, matched or not.
    void consult(Assumption assumption) {
        consulted.add(assumption);
    }

    FieldMatch result(String miss) {
        Optional<Hit> firmest = hits.stream().min(Comparator.comparingInt(hit -> hit.assumptions().size()));
        if (firmest.isPresent()) {
            Set<Assumption> all = EnumSet.noneOf(Assumption.class);
            all.addAll(consulted);
            all.addAll(firmest.get().assumptions());
            return FieldMatch.yes(Field.TARGET, firmest.get().text()).assuming(all);
        }
        if (!open.isEmpty()) {
            return FieldMatch.unknown(Field.TARGET, open, "nobody knows whether " + open.getFirst().ifYes())
                    .assuming(consulted);
        }
        return FieldMatch.no(Field.TARGET, miss).assuming(consulted);
    }
}
