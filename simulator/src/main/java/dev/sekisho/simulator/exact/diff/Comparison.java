package dev.sekisho.simulator.exact.diff;

import dev.sekisho.simulator.exact.decision.Area;
import dev.sekisho.simulator.exact.decision.Cutting;
import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.decision.Disagreement;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.decision.ResultLayers;
import dev.sekisho.simulator.exact.diagram.Cover;
import dev.sekisho.simulator.exact.diagram.Diagrams;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.Operation;
import dev.sekisho.simulator.exact.space.FlowSpace;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.verdict.PathResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// How each flow fares in two environments: a number for each pair of results, [#SAME] where there is no difference.
final class Comparison {
    private static final int MOST_BOXES = 200;
    private static final int MOST_REGIONS = 1_000;
    private static final int SAME = 0;

    private final Decisions decisions;
    private final int before;
    private final int after;
    private final boolean rules;
    private final Supplier<List<Layer>> named;
    private final Map<Set<Integer>, Integer> mixes = new LinkedHashMap<>();
    private final List<Set<Integer>> byNumber = new ArrayList<>(List.of(Set.of(SAME)));

    private Comparison(Decisions decisions, List<Layer> layers, boolean rules, Supplier<List<Layer>> named) {
        this.decisions = decisions;
        this.before = decisions.of(layers.getFirst());
        this.after = decisions.of(layers.getLast());
        this.rules = rules;
        this.named = named;
    }

    /// Compares two layers; nothing where their descriptions say the same.
    ///
    /// Rules that both sides have, in the same order, say the same about everything that no other rule is about; so only the
    /// flows of the other rules are looked at, as long as those are few. Who decides is asked about what differs alone.
    ///
    /// @param rules whether flows that another rule decides with the same result are a difference
    /// @param results what is known of results
    static Optional<Comparison> of(Layer before, Layer after, boolean rules, ResultLayers results) {
        List<Region> open = Disagreement.between(before, after, outcome -> said(outcome, rules));
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Area area = open.size() > MOST_REGIONS ? Area.EVERYWHERE : new Area(open);
        Cutting cutting = new Cutting(area);
        List<Layer> named = List.of(before, after);
        List<Layer> asked = cutting.cut(rules ? named : named.stream().map(results::of).toList());
        return Optional.of(new Comparison(Decisions.inside(area, asked.toArray(Layer[]::new)), asked, rules,
                () -> cutting.cut(named)));
    }

    private static Object said(Outcome outcome, boolean rules) {
        return rules ? List.of(outcome.result(), outcome.by()) : outcome.result();
    }

    /// Flows that fare otherwise, alike among themselves.
    ///
    /// @param pairs the pairs of results that answers to what nobody knows lead to
    private record Part(IndexBox box, Set<Integer> pairs) {}

    /// Tells whether every flow fares alike.
    boolean isNone() {
        return pairs() == Diagrams.constant(SAME);
    }

    private int pairs() {
        int open = decisions.diagrams().combine(before, after, Operation.of(this::pair));
        return decisions.diagrams().summarise(open, FlowSpace.QUESTIONS,
                diagram -> number(new TreeSet<>(decisions.values(diagram))), value -> number(Set.of(value)));
    }

    /// Returns the flows that fare otherwise.
    EnvironmentDiff diff() {
        int pairs = pairs();
        Cover cover = new Cover(decisions.diagrams());
        List<Part> parts = new ArrayList<>();
        boolean complete = true;
        for (int number = 1; number < byNumber.size(); number++) {
            int wanted = number;
            int set = decisions.diagrams().map(pairs, value -> value == wanted ? 1 : 0);
            Cover.Boxes boxes = cover.of(set, MOST_BOXES);
            boxes.boxes().forEach(box -> parts.add(new Part(box, byNumber.get(wanted))));
            complete &= boxes.complete();
        }
        return new EnvironmentDiff(parts.isEmpty() ? List.of() : changes(parts), complete);
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

    /// Says what becomes of the flows of each part, and who decides.
    private List<Change> changes(List<Part> parts) {
        FlowSpace space = decisions.space();
        List<Layer> deciding = named.get();
        Decisions who = decisions;
        if (parts.size() <= MOST_REGIONS) {
            List<IndexBox> boxes = parts.stream().map(Part::box).toList();
            Area area = new Area(boxes.stream().map(space::around).toList());
            deciding = Cutting.to(area, region -> boxes.stream().anyMatch(space.box(region)::overlaps)).cut(deciding);
            who = Decisions.inside(area, space);
        }
        int was = who.of(deciding.getFirst());
        int is = who.of(deciding.getLast());
        List<Change> changes = new ArrayList<>();
        for (Part part : parts) {
            Set<PathResult> resultsBefore = new TreeSet<>();
            Set<PathResult> resultsAfter = new TreeSet<>();
            part.pairs().stream().filter(pair -> pair != SAME).forEach(pair -> {
                resultsBefore.add(PathResult.values()[(pair - 1) / PathResult.values().length]);
                resultsAfter.add(PathResult.values()[(pair - 1) % PathResult.values().length]);
            });
            changes.add(new Change(only(resultsBefore), only(resultsAfter), part.pairs().size() == 1,
                    space.describe(part.box()), space.example(part.box()), by(who, was, part.box(), resultsBefore),
                    by(who, is, part.box(), resultsAfter)));
        }
        return changes;
    }

    private static PathResult only(Set<PathResult> results) {
        return results.size() == 1 ? results.iterator().next() : PathResult.UNKNOWN;
    }

    private static List<String> by(Decisions who, int function, IndexBox box, Set<PathResult> results) {
        return who.outcomesIn(function, box).stream().filter(outcome -> results.contains(outcome.result()))
                .map(Outcome::by).filter(text -> !text.isEmpty()).distinct().toList();
    }
}
