package dev.sekisho.simulator.exact.lint;

import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.diagram.Diagrams;
import dev.sekisho.simulator.exact.diagram.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// The rules of a firewall as functions, each with a value of its own, and for each of them what comes before it and what
/// comes behind it, both cut down to the rule's own flows.
///
/// Rules are halved again and again, and what comes before a half is cut down to what the half is about; so no rule is
/// compared with rules that it does not meet.
final class RuleFunctions {
    private final Diagrams diagrams;
    private final Decisions decisions;
    private final List<Integer> functions;
    private final int[] flows;
    private final Map<Long, Integer> areas = new HashMap<>();
    private final Operation within = Operation.within();
    private final Operation union = Operation.union();
    private final Operation difference = Operation.difference();

    /// What decides about a rule's flows beside the rule itself.
    @FunctionalInterface
    interface Visitor {
        /// Takes the next rule.
        ///
        /// @param function what decides about the rule's flows, and nothing about others
        void visit(int rule, int function);
    }

    /// @param functions a function for each rule, which decides about the rule's flows
    RuleFunctions(Decisions decisions, List<Integer> functions) {
        this.decisions = decisions;
        this.diagrams = decisions.diagrams();
        this.functions = List.copyOf(functions);
        this.flows = functions.stream().mapToInt(this::decided).toArray();
    }

    /// Returns the set of a rule's flows.
    int flows(int rule) {
        return flows[rule];
    }

    /// Returns the set of flows that a function decides about.
    int decided(int function) {
        return diagrams.map(function, value -> value == Operation.UNDECIDED ? 0 : 1);
    }

    /// Returns a function cut down to a set.
    int within(int set, int function) {
        return diagrams.combine(set, function, within);
    }

    /// Tells for each rule what decides before it.
    void before(int first, Visitor visitor) {
        descend(0, functions.size(), first, visitor, new Pass(true, _ -> true));
    }

    /// Tells for each rule what decides behind it.
    ///
    /// @param kept the rules that count
    void behind(int last, IntPredicate kept, Visitor visitor) {
        descend(0, functions.size(), last, visitor, new Pass(false, kept));
    }

    /// One way through the rules, which remembers the functions of its halves.
    private final class Pass {
        private final boolean forward;
        private final IntPredicate kept;
        private final Map<Long, Integer> halves = new HashMap<>();

        Pass(boolean forward, IntPredicate kept) {
            this.forward = forward;
            this.kept = kept;
        }

        int inOrder(int from, int to) {
            if (to - from == 1) {
                return kept.test(from) ? functions.get(from) : Decisions.NONE;
            }
            Integer known = halves.get(key(from, to));
            if (known == null) {
                int middle = (from + to) >>> 1;
                known = decisions.orElse(inOrder(from, middle), inOrder(middle, to));
                halves.put(key(from, to), known);
            }
            return known;
        }
    }

    private static long key(int from, int to) {
        return (long) from << 32 | to;
    }

    private void descend(int from, int to, int outside, Visitor visitor, Pass pass) {
        if (to - from <= 0) {
            return;
        }
        if (to - from == 1) {
            visitor.visit(from, within(flows(from), outside));
            return;
        }
        int middle = (from + to) >>> 1;
        int left = within(area(from, middle), outside);
        int right = within(area(middle, to), outside);
        if (pass.forward) {
            descend(from, middle, left, visitor, pass);
            int between = within(area(middle, to), pass.inOrder(from, middle));
            descend(middle, to, decisions.orElse(right, between), visitor, pass);
        } else {
            int between = within(area(from, middle), pass.inOrder(middle, to));
            descend(from, middle, decisions.orElse(between, left), visitor, pass);
            descend(middle, to, right, visitor, pass);
        }
    }

    private int area(int from, int to) {
        if (to - from == 1) {
            return flows(from);
        }
        Integer known = areas.get(key(from, to));
        if (known == null) {
            int middle = (from + to) >>> 1;
            known = diagrams.combine(area(from, middle), area(middle, to), union);
            areas.put(key(from, to), known);
        }
        return known;
    }

    /// Tells whether a set lies in the flows of some rules together.
    boolean isCovered(int set, List<Integer> rules) {
        int covered = decided(decisions.inOrder(rules.stream().map(functions::get).toList()));
        return diagrams.combine(set, covered, difference) == Diagrams.constant(0);
    }
}
