package dev.sekisho.simulator.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/// All the worlds that are possible, visited one after the other.
///
/// The first world answers every question with no. Rules end a search when they match, so each further world usually
/// says yes to one question more, and their number grows with the questions, not with their combinations.
public final class Worlds {
    /// How many worlds are visited at most.
    public static final int LIMIT = 2_000;

    private Worlds() {}

    /// What one world leads to.
    ///
    /// @param value the outcome
    /// @param because what the world takes for true; empty where nothing was asked
    public record Outcome<V>(V value, List<String> because) {
        public Outcome {
            because = List.copyOf(because);
        }
    }

    /// The outcomes of all worlds.
    ///
    /// @param distinct the first outcome of each kind, the one of the first world in front
    /// @param all every outcome
    /// @param complete false where there were too many worlds to visit them all
    public record Survey<V>(List<Outcome<V>> distinct, List<Outcome<V>> all, boolean complete) {
        public Survey {
            distinct = List.copyOf(distinct);
            all = List.copyOf(all);
        }

        /// Tells whether every world leads to the same kind of outcome.
        public boolean agrees() {
            return complete && distinct.size() == 1;
        }
    }

    /// One of several things that a flow may stand for.
    ///
    /// @param because what would have to be true for it; empty where there is no choice
    public record Alternative<A>(A value, List<String> because) {
        public Alternative {
            because = List.copyOf(because);
        }

        /// Returns the only thing that there is.
        public static <A> Alternative<A> only(A value) {
            return new Alternative<>(value, List.of());
        }
    }

    /// Evaluates in every possible world.
    ///
    /// @param evaluate gives the same outcome for the same world, always
    /// @param kind outcomes with equal kinds count as the same
    public static <V> Survey<V> survey(Function<World, V> evaluate, Function<V, ?> kind) {
        return survey(List.of(Alternative.only(true)), (_, world) -> evaluate.apply(world), kind);
    }

    /// Evaluates every alternative in every possible world.
    ///
    /// @param alternatives at least one
    /// @param evaluate gives the same outcome for the same alternative and world, always
    /// @param kind outcomes with equal kinds count as the same
    public static <A, V> Survey<V> survey(List<Alternative<A>> alternatives, BiFunction<A, World, V> evaluate,
            Function<V, ?> kind) {
        Map<Object, Outcome<V>> distinct = new LinkedHashMap<>();
        List<Outcome<V>> all = new ArrayList<>();
        boolean complete = true;
        for (Alternative<A> alternative : alternatives) {
            Map<Question, Boolean> given = Map.of();
            boolean more = true;
            while (more && all.size() < LIMIT) {
                World world = new World(given);
                V value = evaluate.apply(alternative.value(), world);
                Outcome<V> outcome = new Outcome<>(value, because(alternative, world));
                all.add(outcome);
                distinct.putIfAbsent(kind.apply(value), outcome);
                given = next(world.answers());
                more = !given.isEmpty();
            }
            complete &= !more;
        }
        return new Survey<>(List.copyOf(distinct.values()), all, complete);
    }

    private static List<String> because(Alternative<?> alternative, World world) {
        List<String> because = new ArrayList<>(alternative.because());
        List<String> granted = world.clauses(true);
        because.addAll(granted.isEmpty() ? firstFew(world.clauses(false)) : granted);
        return because;
    }

    /// Turns the last no into a yes and forgets everything asked behind it; empty after the last world.
    private static Map<Question, Boolean> next(Map<Question, Boolean> answers) {
        List<Map.Entry<Question, Boolean>> asked = new ArrayList<>(answers.entrySet());
        while (!asked.isEmpty() && asked.getLast().getValue()) {
            asked.removeLast();
        }
        Map<Question, Boolean> next = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            next.put(asked.get(i).getKey(), i == asked.size() - 1 || asked.get(i).getValue());
        }
        return next;
    }

    private static List<String> firstFew(List<String> clauses) {
        int shown = 3;
        if (clauses.size() <= shown) {
            return clauses;
        }
        List<String> few = new ArrayList<>(clauses.subList(0, shown));
        few.add("so on for " + (clauses.size() - shown) + " more");
        return few;
    }
}
