package dev.sekisho.simulator.exact.decision;

import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.diagram.Diagrams;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.Operation;
import dev.sekisho.simulator.exact.space.FlowSpace;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.verdict.PathResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Decision functions over one space of flows, as diagrams whose values are numbers of outcomes.
///
/// Rules in order are one function: the first that decides about a flow does. Functions of neighbouring rules are joined in
/// pairs, and pairs in pairs, so that an edited rule changes few of them.
public final class Decisions {
    /// The function that decides about no flow.
    public static final int NONE = Diagrams.constant(Operation.UNDECIDED);

    private final FlowSpace space;
    private final Diagrams diagrams;
    private final int asked;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<Outcome, Integer> numbers = new HashMap<>();
    private final Operation orElse = Operation.orElse();
    private final Operation within = Operation.within();
    private final Operation outside = Operation.outside();
    private final Map<Layer, Integer> layers = new IdentityHashMap<>();
    private final Map<Ruling, Integer> rulings = new IdentityHashMap<>();
    private final Map<Integer, Set<Integer>> values = new HashMap<>();

    /// Creates decisions in the space that some layers tell apart.
    public static Decisions about(Layer... layers) {
        return inside(Area.EVERYWHERE, layers);
    }

    /// Creates decisions about an area alone: nothing is decided outside of it.
    ///
    /// @param layers what is to be decided, cut down to the area
    public static Decisions inside(Area area, Layer... layers) {
        return new Decisions(new FlowSpace(Stream.concat(area.regions().stream(),
                Stream.of(layers).flatMap(Layer::regions)).toList()), area);
    }

    /// Creates decisions about an area alone, in a space that knows its regions.
    public static Decisions inside(Area area, FlowSpace space) {
        return new Decisions(space, area);
    }

    public Decisions(FlowSpace space) {
        this(space, Area.EVERYWHERE);
    }

    private Decisions(FlowSpace space, Area area) {
        this.space = space;
        this.diagrams = space.diagrams();
        this.asked = area.isEverywhere() ? Diagrams.constant(1) : set(area.regions());
        // The number 0 is that of no outcome.
        outcomes.add(Outcome.unknown(List.of()));
    }

    public FlowSpace space() {
        return space;
    }

    public Diagrams diagrams() {
        return diagrams;
    }

    /// Returns the number of an outcome, from 1 up.
    public int number(Outcome outcome) {
        return numbers.computeIfAbsent(outcome, added -> {
            outcomes.add(added);
            return outcomes.size() - 1;
        });
    }

    /// Returns the outcome of a number that is not 0.
    public Outcome outcome(int number) {
        return outcomes.get(number);
    }

    /// Returns the function that decides alike about every flow.
    public int always(Outcome outcome) {
        return Diagrams.constant(number(outcome));
    }

    /// Returns the function of one ruling.
    public int of(Ruling ruling) {
        Integer known = rulings.get(ruling);
        if (known == null) {
            known = made(ruling);
            rulings.put(ruling, known);
        }
        return known;
    }

    private int made(Ruling ruling) {
        int number = number(ruling.outcome());
        return inOrder(ruling.regions().stream()
                .map(region -> diagrams.combine(asked, diagrams.box(space.box(region), number, Operation.UNDECIDED),
                        within))
                .toList());
    }

    /// Returns the function of rulings in order.
    public int ofAll(List<Ruling> rulings) {
        return inOrder(rulings.stream().map(this::of).toList());
    }

    /// Returns the function of functions in order: the first that decides about a flow does.
    public int inOrder(List<Integer> functions) {
        return switch (functions.size()) {
            case 0 -> NONE;
            case 1 -> functions.getFirst();
            default -> orElse(inOrder(functions.subList(0, functions.size() / 2)),
                    inOrder(functions.subList(functions.size() / 2, functions.size())));
        };
    }

    /// Returns the function that decides as the first does, and where that decides nothing as the second.
    public int orElse(int first, int second) {
        return diagrams.combine(first, second, orElse);
    }

    /// Returns the function of a layer.
    public int of(Layer layer) {
        Integer known = layers.get(layer);
        if (known == null) {
            known = layer.in(this);
            layers.put(layer, known);
        }
        return known;
    }

    /// Returns the function that decides inside some regions alone.
    public int within(List<Region> regions, int function) {
        return diagrams.combine(set(regions), function, within);
    }

    /// Returns the function that decides outside some regions alone.
    public int outside(List<Region> regions, int function) {
        return diagrams.combine(set(regions), function, outside);
    }

    /// Returns the set of flows that are in any of some regions.
    public int set(List<Region> regions) {
        return inOrder(regions.stream().map(region -> diagrams.box(space.box(region), 1, 0)).toList());
    }

    /// Returns the function that decides nothing where another one has a certain outcome, and decides like it elsewhere.
    public int without(Outcome passed, int function) {
        int number = number(passed);
        return diagrams.map(function, value -> value == number ? Operation.UNDECIDED : value);
    }

    /// Returns the set of flows about which a function decides nothing.
    public int undecided(int function) {
        return diagrams.map(function, value -> value == Operation.UNDECIDED ? 1 : 0);
    }

    /// Returns the function without questions: the outcome that all answers lead to, the one for the answer no in front;
    /// unknown where answers lead to different results.
    public int settled(int function) {
        return diagrams.summarise(function, FlowSpace.QUESTIONS, this::settle, value -> value);
    }

    private int settle(int open) {
        int first = open;
        while (!Diagrams.isConstant(first)) {
            first = diagrams.first(first);
        }
        Set<Integer> found = new LinkedHashSet<>(Set.of(Diagrams.value(first)));
        found.addAll(values(open));
        List<Outcome> possible = found.stream().map(this::outcome).toList();
        boolean agree = possible.stream().map(Outcome::result).distinct().count() == 1;
        return agree ? Diagrams.value(first) : number(Outcome.unknown(possible));
    }

    /// Returns every value that a diagram has somewhere, in the order of its axes.
    public Set<Integer> values(int diagram) {
        if (Diagrams.isConstant(diagram)) {
            return Set.of(Diagrams.value(diagram));
        }
        Set<Integer> known = values.get(diagram);
        if (known == null) {
            known = new LinkedHashSet<>();
            for (int target : diagrams.targets(diagram)) {
                known.addAll(values(target));
            }
            values.put(diagram, known);
        }
        return known;
    }

    /// Returns every outcome of a function that has no questions.
    public List<Outcome> outcomesOf(int function) {
        return values(function).stream().filter(value -> value != Operation.UNDECIDED).sorted().map(this::outcome)
                .toList();
    }

    /// Returns every outcome that a function has in a box, whatever the answers to questions.
    public List<Outcome> outcomesIn(int function, IndexBox box) {
        Set<Integer> found = new TreeSet<>();
        collect(function, box, found, new HashSet<>());
        return found.stream().filter(value -> value != Operation.UNDECIDED).map(this::outcome).toList();
    }

    private void collect(int diagram, IndexBox box, Set<Integer> found, Set<Integer> seen) {
        if (Diagrams.isConstant(diagram)) {
            found.add(Diagrams.value(diagram));
        } else if (seen.add(diagram)) {
            for (int target : diagrams.targets(diagram, box.on(diagrams.axis(diagram)))) {
                collect(target, box, found, seen);
            }
        }
    }

    /// Returns what a function without questions decides about a flow with a destination address.
    public Outcome at(int function, Flow flow) {
        return outcome(diagrams.at(function, space.point(flow)));
    }

    /// Returns the set of flows with one outcome.
    public int having(int function, Outcome outcome) {
        int number = number(outcome);
        return diagrams.map(function, value -> value == number ? 1 : 0);
    }

    /// Returns the set of flows with some results.
    public int having(int function, Set<PathResult> results) {
        boolean[] wanted = new boolean[outcomes.size()];
        IntStream.range(1, outcomes.size()).forEach(i -> wanted[i] = results.contains(outcomes.get(i).result()));
        return diagrams.map(function, value -> wanted[value] ? 1 : 0);
    }
}
