package dev.sekisho.simulator.exact.diff;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.simulator.exact.decision.Area;
import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.decision.Disagreement;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.diagram.Cover;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.Operation;
import dev.sekisho.simulator.exact.path.PathFunction;
import dev.sekisho.simulator.exact.path.StandInFirewalls;
import dev.sekisho.simulator.exact.space.FlowSpace;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.verdict.PathResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// The difference of two environments, as the sets of flows of which something else becomes. No change means that they are
/// equivalent: for every flow and whatever the answers to what nobody knows.
///
/// @param changes the most important kinds first
/// @param complete false where there are more changes than are listed
public record EnvironmentDiff(List<Change> changes, boolean complete) {
    private static final int MOST_BOXES = 200;
    private static final int MOST_REGIONS = 1_000;
    private static final int SAME = 0;

    public EnvironmentDiff {
        changes = List.copyOf(changes);
    }

    /// What to compare.
    ///
    /// @param firewall the firewall to ask where no route tells; otherwise each one in turn
    /// @param rules whether flows that another rule decides with the same result are a difference
    public record Question(Optional<String> firewall, boolean rules) {
        /// Results alone, and every firewall.
        public static final Question RESULTS = new Question(Optional.empty(), false);
    }

    /// Compares two environments.
    public static EnvironmentDiff of(Environment before, Environment after, Question question) {
        Environment first = StandInFirewalls.in(before);
        Environment second = StandInFirewalls.in(after);
        return of(first, second, question, firewall -> layer(first, firewall), firewall -> layer(second, firewall));
    }

    /// Compares two environments that have firewalls.
    ///
    /// @param was gives the layer of the first for the firewall to ask where no route tells
    /// @param is gives that of the second
    static EnvironmentDiff of(Environment first, Environment second, Question question,
            Function<Optional<String>, Layer> was, Function<Optional<String>, Layer> is) {
        Set<Change> changes = new LinkedHashSet<>();
        boolean complete = true;
        for (Pair names : firewalls(first, second, question)) {
            EnvironmentDiff part = compare(was.apply(names.before()), is.apply(names.after()), question.rules());
            changes.addAll(part.changes());
            complete &= part.complete();
        }
        return new EnvironmentDiff(changes.stream().sorted(Comparator.comparing(Change::kind)).toList(), complete);
    }

    /// The firewalls to ask where no route tells, on both sides.
    private record Pair(Optional<String> before, Optional<String> after) {}

    /// Where each side has one firewall at most, the two are compared whatever their names.
    private static List<Pair> firewalls(Environment before, Environment after, Question question) {
        if (question.firewall().isPresent()) {
            return List.of(new Pair(question.firewall(), question.firewall()));
        }
        if (before.firewalls().size() <= 1 && after.firewalls().size() <= 1) {
            return List.of(new Pair(Optional.empty(), Optional.empty()));
        }
        Map<String, String> names = new TreeMap<>();
        Stream.concat(before.firewalls().stream(), after.firewalls().stream()).map(Firewall::name)
                .forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        return names.values().stream().map(name -> new Pair(Optional.of(name), Optional.of(name))).toList();
    }

    private static Layer layer(Environment environment, Optional<String> firewall) {
        return PathFunction.of(environment, firewall.map(PathOptions.NONE::withFirewall).orElse(PathOptions.NONE));
    }

    /// Rules that both sides have, in the same order, say the same about everything that no other rule is about; so only the
    /// flows of the other rules are looked at, as long as those are few.
    private static EnvironmentDiff compare(Layer before, Layer after, boolean rules) {
        List<Region> open = Disagreement.between(before, after, outcome -> said(outcome, rules));
        if (open.isEmpty()) {
            return new EnvironmentDiff(List.of(), true);
        }
        Area area = open.size() > MOST_REGIONS ? Area.EVERYWHERE : new Area(open);
        List<Layer> cut = area.cut(List.of(before, after));
        Layer was = cut.getFirst();
        Layer is = cut.getLast();
        Decisions decisions = Decisions.inside(area, was, is);
        return new Comparison(decisions, decisions.of(was), decisions.of(is), rules).diff();
    }

    private static Object said(Outcome outcome, boolean rules) {
        return rules ? List.of(outcome.result(), outcome.by()) : outcome.result();
    }

    /// How one flow fares in both environments: a number for each pair of results, [#SAME] where there is no difference.
    private static final class Comparison {
        private final Decisions decisions;
        private final int before;
        private final int after;
        private final boolean rules;
        private final Map<Set<Integer>, Integer> mixes = new LinkedHashMap<>();
        private final List<Set<Integer>> byNumber = new ArrayList<>(List.of(Set.of(SAME)));

        Comparison(Decisions decisions, int before, int after, boolean rules) {
            this.decisions = decisions;
            this.before = before;
            this.after = after;
            this.rules = rules;
        }

        EnvironmentDiff diff() {
            int open = decisions.diagrams().combine(before, after, Operation.of(this::pair));
            int pairs = decisions.diagrams().summarise(open, FlowSpace.QUESTIONS,
                    diagram -> number(new TreeSet<>(decisions.values(diagram))), value -> number(Set.of(value)));
            List<Change> changes = new ArrayList<>();
            boolean complete = true;
            for (int number = 1; number < byNumber.size(); number++) {
                int wanted = number;
                int set = decisions.diagrams().map(pairs, value -> value == wanted ? 1 : 0);
                Cover.Boxes boxes = new Cover(decisions.diagrams()).of(set, MOST_BOXES);
                boxes.boxes().forEach(box -> changes.add(change(box, byNumber.get(wanted))));
                complete &= boxes.complete();
            }
            return new EnvironmentDiff(changes, complete);
        }

        private int pair(int one, int other) {
            if (one == Operation.UNDECIDED && other == Operation.UNDECIDED) {
                return SAME;
            }
            Outcome was = decisions.outcome(one);
            Outcome is = decisions.outcome(other);
            boolean same = said(was, rules).equals(said(is, rules));
            return same ? SAME : 1 + was.result().ordinal() * PathResult.values().length + is.result().ordinal();
        }

        /// The answers to what nobody knows lead to some pairs.
        private int number(Set<Integer> pairs) {
            if (pairs.equals(Set.of(SAME))) {
                return SAME;
            }
            return mixes.computeIfAbsent(Set.copyOf(pairs), added -> {
                byNumber.add(added);
                return byNumber.size() - 1;
            });
        }

        private Change change(IndexBox box, Set<Integer> pairs) {
            List<Integer> differing = pairs.stream().filter(pair -> pair != SAME).sorted().toList();
            Set<PathResult> was = new TreeSet<>();
            Set<PathResult> is = new TreeSet<>();
            for (int pair : differing) {
                was.add(PathResult.values()[(pair - 1) / PathResult.values().length]);
                is.add(PathResult.values()[(pair - 1) % PathResult.values().length]);
            }
            return new Change(only(was), only(is), pairs.size() == 1, decisions.space().describe(box),
                    decisions.space().example(box), by(before, box, was), by(after, box, is));
        }

        private static PathResult only(Set<PathResult> results) {
            return results.size() == 1 ? results.iterator().next() : PathResult.UNKNOWN;
        }

        private List<String> by(int function, IndexBox box, Set<PathResult> results) {
            return decisions.outcomesIn(function, box).stream().filter(outcome -> results.contains(outcome.result()))
                    .map(Outcome::by).filter(text -> !text.isEmpty()).distinct().toList();
        }
    }
}
