package dev.sekisho.simulator.exact.lint;

import dev.sekisho.simulator.exact.decision.Decisions;
import dev.sekisho.simulator.exact.diagram.Diagrams;
import dev.sekisho.simulator.exact.diagram.Operation;
import java.util.ArrayList;
import java.util.List;
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
    private final Operation within = Operation.of((inside, value) -> inside == 1 ? value : Operation.UNDECIDED);
    private final Operation union = Operation.of((one, other) -> one | other);

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
    }

    /// Returns the set of a rule's flows.
    int flows(int rule) {
        return decided(functions.get(rule));
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
        descend(0, functions.size(), first, visitor, true, _ -> true);
    }

    /// Tells for each rule what decides behind it.
    ///
    /// @param kept the rules that count
    void behind(int last, IntPredicate kept, Visitor visitor) {
        descend(0, functions.size(), last, visitor, false, kept);
    }

    private void descend(int from, int to, int outside, Visitor visitor, boolean forward, IntPredicate kept) {
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
        if (forward) {
            descend(from, middle, left, visitor, true, kept);
            int between = within(area(middle, to), inOrder(from, middle, kept));
            descend(middle, to, decisions.orElse(right, between), visitor, true, kept);
        } else {
            int between = within(area(from, middle), inOrder(middle, to, kept));
            descend(from, middle, decisions.orElse(between, left), visitor, false, kept);
            descend(middle, to, right, visitor, false, kept);
        }
    }

    private int inOrder(int from, int to, IntPredicate kept) {
        List<Integer> some = new ArrayList<>();
        for (int rule = from; rule < to; rule++) {
            if (kept.test(rule)) {
                some.add(functions.get(rule));
            }
        }
        return decisions.inOrder(some);
    }

    private int area(int from, int to) {
        if (to - from == 1) {
            return flows(from);
        }
        int middle = (from + to) >>> 1;
        return diagrams.combine(area(from, middle), area(middle, to), union);
    }

    /// Tells whether a set lies in the flows of some rules together.
    boolean isCovered(int set, List<Integer> rules) {
        int covered = decided(decisions.inOrder(rules.stream().map(functions::get).toList()));
        return diagrams.combine(set, covered, Operation.of((one, other) -> one == 1 && other == 0 ? 1 : 0)) == Diagrams
                .constant(0);
    }
}
